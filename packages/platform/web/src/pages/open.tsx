/** What everybody sees: the directory of released programs, their cards, the rules, the terms. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Answer, Clause } from '../../../src/contract/index.ts'
import { ownPath, usePart, useSearchWord } from '../frame/way.ts'
import { Button, Choice, Line, Note, ProblemBox, Tag } from '../parts/controls.tsx'
import { Ago, Answered, At, Card, Code, Empty, Facts, Loading, Page } from '../parts/shapes.tsx'
import { Platform } from '../parts/states.tsx'
import { call, type Refused } from '../wire/client.ts'
import { useAct, useAsk, useHere } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { bytesText, spanText } from '../words/numbers.ts'

export function Icon({ src, name, large = false }: { readonly src: string | null; readonly name: string; readonly large?: boolean }) {
  const size = large ? 'icon icon--large' : 'icon'
  // A picture that does not come leaves the letter, and is tried again under its next address.
  const [failed, setFailed] = useState<string | null>(null)
  return src === null || src === failed ? (
    <span className={`${size} icon--letter`} aria-hidden="true">
      {[...name][0] ?? '·'}
    </span>
  ) : (
    <img className={size} src={src} alt="" loading="lazy" onError={() => setFailed(src)} />
  )
}

/** A value that follows another one once it rests. */
const useRested = <T,>(value: T, ms = 250): T => {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return rested
}

export function Directory() {
  const { say, lang } = useLook()
  const [words, setWords] = useState('')
  const [platform, setPlatform] = useState<'' | 'wechat' | 'douyin'>('')
  const query = { words: useRested(words).slice(0, 100), ...(platform === '' ? {} : { platform }) }
  const numbers = useAsk('GET /api/numbers', {}, { every: 60_000 })
  const found = useInfiniteQuery<Answer<'GET /api/directory'>, Refused>({
    queryKey: ['GET /api/directory', query],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/directory', { query: { ...query, ...(pageParam === '' ? {} : { after: pageParam as string }), limit: 30 }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const entries = found.data?.pages.flatMap((one) => one.items) ?? []
  return (
    <Page
      title={say('小程序目录', 'Directory')}
      under={say('这里只有审核通过并已发布的小程序。', 'Only programs that were approved and released are here.')}
    >
      <div className="row row--apart">
        <search className="searching">
          <Line value={words} set={setWords} kind="search" placeholder={say('名称、简介、标签', 'Name, introduction, tags')} />
          <Choice
            label={say('平台', 'Platform')}
            value={platform}
            set={setPlatform}
            of={[
              ['', say('全部平台', 'All platforms')],
              ['wechat', say('微信', 'WeChat')],
              ['douyin', say('抖音', 'Douyin')],
            ]}
          />
        </search>
        {numbers.data !== undefined && (
          <span className="soft small">
            {say(`审核排队 ${numbers.data.waiting} 个`, `${numbers.data.waiting} waiting for review`)}
            {numbers.data.medianMinutes !== null &&
              say(
                `，一般需要 ${spanText(numbers.data.medianMinutes * 60_000, lang)}`,
                `, usually decided in ${spanText(numbers.data.medianMinutes * 60_000, lang)}`,
              )}
          </span>
        )}
      </div>
      {found.isPending && <Loading />}
      <ProblemBox problem={found.error?.problem} />
      {found.data !== undefined && entries.length === 0 && (
        <Card>
          <Empty>
            {words === ''
              ? say('还没有小程序发布。', 'No program has been released yet.')
              : say(`没有找到「${words}」。`, `Nothing found for “${words}”.`)}
          </Empty>
        </Card>
      )}
      <div className="shelf">
        {entries.map((entry) => (
          <Link key={entry.appid} className="tile" to={`/p/${entry.appid}`}>
            <Icon src={entry.icon} name={entry.name} />
            <div>
              <div className="row">
                <h2>{entry.name}</h2>
                <Platform of={entry.platform} />
              </div>
              <p>{entry.intro === '' ? say('没有简介', 'No introduction') : entry.intro}</p>
              <p className="small">
                {entry.entity}
                {entry.certified && ` · ${say('已认证', 'certified')}`}
              </p>
            </div>
          </Link>
        ))}
      </div>
      {found.hasNextPage && (
        <div>
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {say('更多', 'More')}
          </Button>
        </div>
      )}
    </Page>
  )
}

export function ProgramCard() {
  const say = useSay()
  const appid = usePart('appid')
  const asked = useAsk('GET /api/directory/:appid', { params: { appid } })
  return (
    <Answered asked={asked}>
      {(card) => (
        <Page
          title={
            <span className="row">
              <Icon src={card.icon} name={card.name} large />
              {card.name}
              <Platform of={card.platform} />
            </span>
          }
          under={card.intro}
        >
          <div className="two-thirds">
            <div className="stack">
              {card.screenshots.length > 0 && (
                <Card>
                  <div className="strip">
                    {card.screenshots.map((src, i) => (
                      <img key={src} src={src} alt={say(`截图 ${i + 1}`, `Screenshot ${i + 1}`)} loading="lazy" />
                    ))}
                  </div>
                </Card>
              )}
              <Card title={say('介绍', 'About')}>
                <p className="pre">{card.description === '' ? card.intro : card.description}</p>
                {card.tags.length > 0 && (
                  <div className="row">
                    {card.tags.map((tag) => (
                      <Tag key={tag}>{tag}</Tag>
                    ))}
                  </div>
                )}
              </Card>
              <Card title={say('使用哪些个人信息', 'Personal data it uses')}>
                {card.privacy.length === 0 ? (
                  <p className="soft">{say('开发者声明不使用个人信息。', 'The developer declares that it uses none.')}</p>
                ) : (
                  <Facts rows={card.privacy.map((one) => [one.item, one.purpose] as const)} />
                )}
              </Card>
            </div>
            <div className="stack">
              <Card title={say('扫码使用', 'Scan to open')}>
                <Code svg={card.qr} name={say(`${card.name} 的二维码`, `Code of ${card.name}`)} />
                <span className="small soft">{card.url}</span>
              </Card>
              <Card>
                <Facts
                  rows={[
                    [say('开发者', 'By'), card.entity],
                    [say('认证', 'Certified'), card.certified ? say('已认证', 'yes') : say('未认证', 'no')],
                    [say('类目', 'Categories'), card.categories.join(say('、', ', '))],
                    [say('版本', 'Version'), card.version],
                    card.since === null ? null : [say('发布于', 'Released'), <At key="at" at={card.since} />],
                    card.contact.email === undefined ? null : [say('邮箱', 'E-mail'), card.contact.email],
                    card.contact.phone === undefined ? null : [say('电话', 'Telephone'), card.contact.phone],
                    card.contact.url === undefined
                      ? null
                      : [
                          say('网站', 'Site'),
                          <a key="url" href={card.contact.url} rel="noreferrer nofollow">
                            {card.contact.url}
                          </a>,
                        ],
                  ]}
                />
              </Card>
            </div>
          </div>
        </Page>
      )}
    </Answered>
  )
}

const FORCES: Readonly<Record<string, readonly [string, string]>> = {
  forbid: ['禁止', 'forbids'],
  require: ['要求', 'requires'],
  duty: ['义务', 'duty'],
  inform: ['告知', 'informs'],
}
export const ClauseRow = ({ clause }: { readonly clause: Clause }) => {
  const say = useSay()
  return (
    <>
      <div className="row">
        <code>{clause.id}</code>
        <strong>{say(clause.title)}</strong>
        <Tag>{say(...(FORCES[clause.force] ?? ([clause.force, clause.force] as const)))}</Tag>
      </div>
      <p>{say(clause.gist)}</p>
      {clause.overtaken !== null && (
        <p className="small soft">
          {say('已有变化', 'Overtaken')} ({clause.overtaken.date}): {say(clause.overtaken.by)}
        </p>
      )}
    </>
  )
}

export function Rules() {
  const say = useSay()
  const [words, setWords] = useState('')
  const [platform, setPlatform] = useState<'' | 'wechat' | 'douyin'>('')
  const rested = useRested(words)
  const asked = useAsk(
    'GET /api/clauses',
    { query: { words: rested.slice(0, 100), ...(platform === '' ? {} : { platform }), limit: 60 } },
    { good: 600_000 },
  )
  return (
    <Page
      title={say('审核规则', 'The rules')}
      under={say(
        '每个条款附有自己的编号，审核决定引用的就是这些编号。按编号或任一语言的文字查找。',
        'Decisions cite clauses by these numbers. Search by number or by words of either language.',
      )}
    >
      <search className="searching">
        <Line value={words} set={setWords} kind="search" placeholder={say('5.1.2，位置，支付…', '5.1.2, location, payment…')} focus />
        <Choice
          label={say('平台', 'Platform')}
          value={platform}
          set={setPlatform}
          of={[
            ['', say('全部平台', 'All platforms')],
            ['wechat', say('微信', 'WeChat')],
            ['douyin', say('抖音', 'Douyin')],
          ]}
        />
      </search>
      <Card>
        <Answered asked={asked}>
          {(found) =>
            found.items.length === 0 ? (
              <Empty>{say('没有符合的条款。', 'No clause matches.')}</Empty>
            ) : (
              <ul className="list">
                {found.items.map((clause) => (
                  <li key={`${clause.id}@${clause.edition}`}>
                    <ClauseRow clause={clause} />
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </Card>
    </Page>
  )
}

export function Terms() {
  const { say, lang } = useLook()
  const navigate = useNavigate()
  const to = useSearchWord('to')
  const here = useHere().data
  const asked = useAsk('GET /api/terms', {})
  const accept = useAct('POST /api/me/terms', {
    stale: ['GET /api/here'],
    done: () => void navigate({ to: to === '' ? '/programs' : ownPath(to) }),
  })
  const due = here?.account?.termsDue ?? null
  return (
    <Page title={say('服务条款', 'Terms')}>
      {due !== null && (
        <Note tone="warning">{say('条款已更新，接受后才能继续操作。', 'The terms have changed; accept them to go on.')}</Note>
      )}
      <Card>
        <Answered asked={asked} lines={8}>
          {(terms) => (
            <>
              <p className="soft small">
                {new Date(terms.since).getFullYear() < 2000 ? (
                  say(`第 ${terms.edition} 版`, `Edition ${terms.edition}`)
                ) : (
                  <>
                    {say(`第 ${terms.edition} 版，自 `, `Edition ${terms.edition}, since `)}
                    <At at={terms.since} />
                  </>
                )}
                {say(' 起生效', '')}
              </p>
              <div className="pre">{lang === 'zh' ? terms.zh : terms.en}</div>
              {due !== null && (
                <div className="acts">
                  <Button tone="primary" busy={accept.isPending} onClick={() => accept.mutate({ body: { edition: due } })}>
                    {say(`接受第 ${due} 版`, `Accept edition ${due}`)}
                  </Button>
                </div>
              )}
              <ProblemBox problem={accept.error?.problem} />
            </>
          )}
        </Answered>
      </Card>
    </Page>
  )
}

export function Trial() {
  const say = useSay()
  const trial = usePart('trial')
  const asked = useAsk('GET /api/trials/:trial', { params: { trial } })
  return (
    <Answered asked={asked}>
      {(one) => (
        <Page title={say(`体验版：${one.name}`, `Trial: ${one.name}`)} under={<Platform of={one.platform} />}>
          <Card>
            <Facts
              rows={[
                [say('版本', 'Version'), one.label],
                [
                  say('本次更新', 'What is new'),
                  <span key="c" className="pre">
                    {one.changelog === '' ? '—' : one.changelog}
                  </span>,
                ],
                [
                  say('有效期', 'Open until'),
                  <span key="u">
                    <At at={one.until} /> (<Ago at={one.until} />)
                  </span>,
                ],
                [say('大小', 'Size'), bytesText(one.bytes)],
              ]}
            />
            <Note>
              {say(
                '体验版没有经过审核，只供受邀的体验者使用，请勿转发。',
                'A trial has not been reviewed; it is for its invited testers only.',
              )}
            </Note>
            <div>
              <a className="link-button link-button--primary" href={`/api/trials/${encodeURIComponent(trial)}/package`} download>
                {say('下载代码包', 'Download the package')}
              </a>
            </div>
          </Card>
        </Page>
      )}
    </Answered>
  )
}

/** Points of service around where one is: asked for by a tap, and only then. */
export function Nearby() {
  const say = useSay()
  const [at, setAt] = useState<{ readonly latitude: number; readonly longitude: number } | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [metres, setMetres] = useState('5000')
  const found = useAsk(
    'GET /api/nearby',
    { query: { latitude: at?.latitude ?? 0, longitude: at?.longitude ?? 0, metres } },
    { when: at !== null },
  )
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setWrong(null)
        setAt({ latitude: coords.latitude, longitude: coords.longitude })
      },
      () =>
        setWrong(
          say(
            '没有取得位置：请在浏览器里允许本站使用位置，再试一次。',
            'Your position could not be had: allow this site to use it in the browser, and try again.',
          ),
        ),
    )
  return (
    <Page
      title={say('附近的服务', 'Services nearby')}
      under={say('位置只用来计算距离，不会保存。', 'Your position is used for the distance only, and not kept.')}
    >
      <div className="row">
        <Button tone="primary" onClick={locate}>
          {say('用我的位置查找', 'Use my position')}
        </Button>
        <Choice
          label={say('范围', 'Within')}
          value={metres}
          set={setMetres}
          of={['1000', '5000', '20000'].map((n) => [n, say(`${Number(n) / 1000} 公里以内`, `within ${Number(n) / 1000} km`)] as const)}
        />
      </div>
      {wrong !== null && <Note tone="warning">{wrong}</Note>}
      {at === null && (
        <Card>
          <Empty>
            {say('点“用我的位置查找”，按距离列出线下服务点。', 'Use your position, and points of service are listed by distance.')}
          </Empty>
        </Card>
      )}
      {at !== null && (
        <Card>
          <Answered asked={found}>
            {(places) =>
              places.items.length === 0 ? (
                <Empty>{say('这个范围内没有服务点。', 'There is none within that distance.')}</Empty>
              ) : (
                <ul className="list">
                  {places.items.map((place) => (
                    <li key={place.appid + place.name} className="row row--apart">
                      <span>
                        <Link to={`/p/${place.appid}`}>
                          <strong>{place.name}</strong>
                        </Link>{' '}
                        <span className="soft">{place.program}</span>
                        <div className="small">{place.service}</div>
                        <div className="small soft">
                          {place.address} · {place.phone}
                        </div>
                      </span>
                      <span className="number">{place.metres < 1000 ? `${place.metres} m` : `${(place.metres / 1000).toFixed(1)} km`}</span>
                    </li>
                  ))}
                </ul>
              )
            }
          </Answered>
        </Card>
      )}
    </Page>
  )
}
