/** What the tabs of the workbench show, but for findings and code, which have files of their own. */
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Diff, ReviewItem } from '../../../src/contract/index.ts'
import { useListingField } from '../pages/listing.tsx'
import { Factors } from '../pages/version.tsx'
import { Button, Choice, Note, ProblemBox, Tag } from '../parts/controls.tsx'
import { Shot, useEyes } from '../parts/evidence.tsx'
import { Ago, At, Empty, Facts } from '../parts/shapes.tsx'
import { State, useRoleName } from '../parts/states.tsx'
import { useAct } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'

const Part = ({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) => (
  <section className="wb-part">
    <h3>{title}</h3>
    {children}
  </section>
)

/** "3 pages, +1 permission, name, 2 screens". */
export const useChanges = () => {
  const say = useSay()
  const field = useListingField()
  return (diff: Diff): readonly string[] => {
    const said: string[] = []
    if (diff.base === null) return said
    const files = diff.files.length
    if (files > 0) said.push(say(`${files} 个文件`, `${files} files`))
    const came = diff.access.filter((one) => one.change === 'added')
    const gone = diff.access.length - came.length
    if (came.length > 0) said.push(say(`+${came.length} 项能力`, `+${came.length} access`))
    if (gone > 0) said.push(say(`−${gone} 项能力`, `−${gone} access`))
    for (const one of diff.listing.slice(0, 3)) said.push(field(one.field))
    if (diff.listing.length > 3) said.push(say(`等 ${diff.listing.length} 项资料`, `${diff.listing.length} listing fields`))
    const screens = diff.screens.filter((one) => one.changed).length
    if (screens > 0) said.push(say(`${screens} 个画面`, `${screens} screens`))
    if (diff.findings.came.length > 0) said.push(say(`新问题 ${diff.findings.came.length}`, `${diff.findings.came.length} new findings`))
    return said
  }
}

export function Summary({ item, diff }: { readonly item: ReviewItem; readonly diff: Diff | undefined }) {
  const say = useSay()
  const changes = useChanges()
  const account = useAct('POST /api/review/items/:version/test-account')
  const { version, risk, entity } = item
  const DECLARED: Readonly<Record<string, readonly [string, string]>> = {
    userContent: ['用户可以发布内容', 'users can publish content'],
    aiContent: ['人工智能生成的内容', 'content made by AI'],
    payments: ['支付', 'payments'],
    privacyNotUsed: ['声明不使用', 'declared as not used'],
  }
  return (
    <div className="wb-grid">
      <Part title={say('为什么由人看', 'Why a person looks')}>
        <ul className="bullets">
          {item.reasons.map((one) => (
            <li key={one.code}>{say(one.said)}</li>
          ))}
        </ul>
      </Part>
      <Part title={say('本次改动', 'Changed since')}>
        {diff === undefined ? (
          <p className="soft">…</p>
        ) : diff.base === null ? (
          <p className="soft">{say('新小程序，没有可对比的版本。', 'A new program: nothing to compare with.')}</p>
        ) : (
          <>
            <p className="soft small">
              {say(`对比 ${diff.base.label}`, `Compared with ${diff.base.label}`)}
              {diff.base.kind === 'approved' && say('（上次人工通过）', ' (last approved by a person)')}
            </p>
            <span className="row">
              {changes(diff).length === 0 ? (
                <Tag>{say('没有改动', 'nothing')}</Tag>
              ) : (
                changes(diff).map((one) => <Tag key={one}>{one}</Tag>)
              )}
            </span>
          </>
        )}
      </Part>
      <Part title={say(`风险 ${risk?.score ?? '—'}`, `Risk ${risk?.score ?? '—'}`)}>
        {risk === null ? <p className="soft">—</p> : <Factors factors={risk.factors} />}
      </Part>
      <Part title={say('更新说明', 'What is new')}>
        <p className="pre">{version.changelog === '' ? '—' : version.changelog}</p>
      </Part>
      <Part title={say('主体与资料', 'Entity and listing')}>
        <Facts
          rows={[
            [
              say('主体', 'Entity'),
              <span key="e" className="row">
                {entity.name}{' '}
                {entity.verified ? (
                  <Tag tone="success">{say('已核验', 'verified')}</Tag>
                ) : (
                  <Tag tone="warning">{say('未核验', 'not verified')}</Tag>
                )}
                {entity.certified && <Tag tone="success">{say('已认证', 'certified')}</Tag>}
              </span>,
            ],
            [say('类目', 'Categories'), item.listing?.content.categories.join(say('、', ', ')) || '—'],
            [say('简介', 'Introduction'), item.listing?.content.intro ?? '—'],
            item.missingDocuments.length === 0
              ? null
              : [
                  say('缺少资质', 'Missing documents'),
                  <Tag key="m" tone="danger">
                    {item.missingDocuments.map((one) => one.kind).join(say('、', ', '))}
                  </Tag>,
                ],
          ]}
        />
      </Part>
      <Part title={say('声明', 'Declared')}>
        <ul className="bullets">
          {item.declarations.map((one) => (
            <li key={one.kind}>
              {say(...(DECLARED[one.kind] ?? ([one.kind, one.kind] as const)))}：{' '}
              {typeof one.content === 'boolean'
                ? one.content
                  ? say('有', 'yes')
                  : say('没有', 'no')
                : Array.isArray(one.content)
                  ? one.content.length === 0
                    ? say('无', 'none')
                    : one.content.join(', ')
                  : JSON.stringify(one.content)}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={say('测试账号', 'Test account')}>
        {!item.hasTestAccount ? (
          <p className="soft">{say('开发者说不需要登录。', 'The developer says no sign-in is needed.')}</p>
        ) : account.data === undefined ? (
          <>
            <Button
              small
              busy={account.isPending}
              off={item.lease === null}
              onClick={() => account.mutate({ params: { version: version.id } })}
            >
              {say('显示（记入日志）', 'Show it (logged)')}
            </Button>
            {item.lease === null && <span className="soft small"> {say('领取后可以查看', 'claim the item first')}</span>}
          </>
        ) : (
          <Facts
            rows={[
              [say('账号', 'Name'), <code key="u">{account.data.username ?? '—'}</code>],
              [say('密码或验证码', 'Password or code'), <code key="p">{account.data.secret ?? '—'}</code>],
              account.data.notes === null
                ? null
                : [
                    say('说明', 'Notes'),
                    <span key="n" className="pre">
                      {account.data.notes}
                    </span>,
                  ],
            ]}
          />
        )}
        <ProblemBox problem={account.error?.problem} />
      </Part>
      <Part title={say('相似的小程序', 'Similar programs')}>
        {item.similar.length === 0 ? (
          <p className="soft">{say('没有。', 'None.')}</p>
        ) : (
          <ul className="list">
            {item.similar.map((one) => (
              <li key={one.version} className="row row--apart">
                <Link to={`/review/${one.version}`}>
                  {one.name} {one.label}
                </Link>
                <span className="soft">
                  {one.likeness}% {one.decided}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Part>
    </div>
  )
}

export function Screens({ diff, base }: { readonly diff: Diff | undefined; readonly base: ReactNode }) {
  const say = useSay()
  const eyes = useEyes()
  const [chosen, setChosen] = useState(0)
  const [mode, setMode] = useState<'side' | 'over' | 'difference'>('side')
  const [share, setShare] = useState(50)
  const [only, setOnly] = useState(false)
  if (diff === undefined) return <p className="soft">…</p>
  const screens = only ? diff.screens.filter((one) => one.changed) : diff.screens
  if (diff.screens.length === 0)
    return <Empty>{say('没有画面：程序没有运行，或者没有页面打开。', 'No screens: it was not run, or no page opened.')}</Empty>
  const screen = screens[Math.min(chosen, screens.length - 1)]
  const [before, after] = [screen?.before ?? null, screen?.after ?? null]
  const urls = [
    before === null ? null : (eyes?.picture(before, true) ?? null),
    after === null ? null : (eyes?.picture(after) ?? null),
  ] as const
  return (
    <div className="stack">
      <div className="row row--apart">
        {base}
        <span className="row">
          <label className="small">
            <input type="checkbox" checked={only} onChange={(event) => setOnly(event.target.checked)} />{' '}
            {say('只看有变化的', 'changed only')}
          </label>
          <Choice
            label={say('显示方式', 'How')}
            value={mode}
            set={setMode}
            of={[
              ['side', say('并排', 'side by side')],
              ['over', say('叠放', 'overlay')],
              ['difference', say('像素差异', 'difference')],
            ]}
          />
        </span>
      </div>
      <div className="pages-strip" role="tablist" aria-label={say('页面', 'Pages')}>
        {screens.map((one, i) => (
          <button key={one.page} type="button" role="tab" aria-selected={one === screen} onClick={() => setChosen(i)}>
            {one.page}{' '}
            {one.before === null ? (
              <Tag tone="success">{say('新增', 'new')}</Tag>
            ) : one.after === null ? (
              <Tag tone="danger">{say('消失', 'gone')}</Tag>
            ) : (
              one.changed && <Tag tone="warning">{say('有变化', 'changed')}</Tag>
            )}
          </button>
        ))}
      </div>
      {screen !== undefined &&
        (mode === 'side' || urls[0] === null || urls[1] === null ? (
          <div className="side-by-side">
            {(
              [
                [before, say('之前', 'before'), true],
                [after, say('现在', 'now'), false],
              ] as const
            ).map(([sha256, name, old]) => (
              <div key={name}>
                <h3 className="small soft">{name}</h3>
                {sha256 === null ? (
                  <p className="soft">{say('没有这个页面', 'no such page')}</p>
                ) : (
                  <Shot sha256={sha256} label={`${screen.page} · ${name}`} before={old} />
                )}
              </div>
            ))}
          </div>
        ) : (
          <div className="stack">
            {mode === 'over' && (
              <input
                type="range"
                min={0}
                max={100}
                value={share}
                onChange={(event) => setShare(Number(event.target.value))}
                aria-label={say('新旧比例', 'Old to new')}
              />
            )}
            <span className={`overlay overlay--${mode}${eyes?.blur === true ? ' overlay--blur' : ''}`}>
              <img src={urls[0]} alt={say('之前', 'before')} />
              <img src={urls[1]} alt={say('现在', 'now')} style={mode === 'over' ? { opacity: share / 100 } : {}} />
            </span>
            {eyes?.blur === true && <span className="soft small">{say('按 b 关闭模糊', 'Press b to end the blur')}</span>}
          </div>
        ))}
    </div>
  )
}

/** A value of the listing as a person reads it: lists in lines, parts with their names. */
export const shown = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (Array.isArray(value)) return value.map(shown).join(value.some((one) => typeof one === 'object') ? '\n' : ', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, one]) => one !== null && one !== '')
      .map(([name, one]) => `${name}: ${shown(one)}`)
      .join(' · ')
  return String(value)
}
export function ListingTab({ item, diff, base }: { readonly item: ReviewItem; readonly diff: Diff | undefined; readonly base: ReactNode }) {
  const say = useSay()
  const field = useListingField()
  if (diff === undefined) return <p className="soft">…</p>
  return (
    <div className="stack">
      {base}
      {diff.base !== null && diff.listing.length === 0 && <Note>{say('资料没有变化。', 'The listing has not changed.')}</Note>}
      {diff.base !== null && diff.listing.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th>{say('项目', 'Field')}</th>
              <th>{say('之前', 'Before')}</th>
              <th>{say('现在', 'Now')}</th>
            </tr>
          </thead>
          <tbody>
            {diff.listing.map((one) => (
              <tr key={one.field}>
                <td>{field(one.field)}</td>
                <td className="removed pre">{shown(one.before)}</td>
                <td className="added pre">{shown(one.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {item.listing !== null && (
        <details open={diff.base === null || diff.listing.length === 0}>
          <summary>{say('全部资料', 'The whole listing')}</summary>
          <Facts
            rows={Object.entries(item.listing.content)
              .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
              .map(
                ([name, value]) =>
                  [
                    field(name),
                    <span key={name} className="pre">
                      {shown(value)}
                    </span>,
                  ] as const,
              )}
          />
        </details>
      )}
    </div>
  )
}

export function Privacy({
  item,
  diff,
  open,
}: {
  readonly item: ReviewItem
  readonly diff: Diff | undefined
  readonly open: (place: string) => void
}) {
  const say = useSay()
  const KINDS: Readonly<Record<string, string>> = {
    permission: say('权限', 'permission'),
    'privacy-api': say('隐私接口', 'privacy interface'),
    domain: say('域名', 'domain'),
    plugin: say('插件', 'plugin'),
    page: say('页面', 'page'),
  }
  return (
    <div className="stack">
      <table className="table">
        <thead>
          <tr>
            <th>{say('个人信息', 'Personal data')}</th>
            <th>{say('声明', 'Declared')}</th>
            <th>{say('代码里', 'Seen in code')}</th>
            <th>{say('运行时', 'Seen at run')}</th>
          </tr>
        </thead>
        <tbody>
          {item.privacy.map((one) => {
            const odd = !one.declared && (one.inCode.length > 0 || one.atRun.length > 0)
            return (
              <tr key={one.item} className={odd ? 'odd' : ''}>
                <td>{one.item}</td>
                <td>
                  {one.declared ? (
                    (one.purpose ?? say('是', 'yes'))
                  ) : odd ? (
                    <Tag tone="danger">{say('没有声明', 'not declared')}</Tag>
                  ) : (
                    '—'
                  )}
                </td>
                <td>
                  {one.inCode.length === 0
                    ? '—'
                    : one.inCode.slice(0, 4).map((place) => (
                        <button key={place} type="button" className="plain place" onClick={() => open(place)}>
                          {place}
                        </button>
                      ))}
                  {one.inCode.length > 4 && <span className="soft small"> +{one.inCode.length - 4}</span>}
                </td>
                <td>{one.atRun.length === 0 ? '—' : one.atRun.join(', ')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {item.privacy.length === 0 && <Empty>{say('没有声明也没有发现使用个人信息。', 'No personal data declared, and none seen.')}</Empty>}
      {diff !== undefined && diff.access.length > 0 && (
        <>
          <h3>{say('与之前相比', 'Compared with before')}</h3>
          <ul className="list">
            {diff.access.map((one) => (
              <li key={one.kind + one.name} className="row">
                <Tag tone={one.change === 'added' ? 'warning' : 'default'}>
                  {one.change === 'added' ? say('新增', 'added') : say('移除', 'removed')}
                </Tag>
                <span className="soft">{KINDS[one.kind]}</span>
                <code>{one.name}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

export function DocumentsTab({ item }: { readonly item: ReviewItem }) {
  const say = useSay()
  return (
    <div className="stack">
      {item.missingDocuments.length > 0 && (
        <Note tone="danger">
          <strong>{say('类目要求但没有的资质', 'Needed by its categories and not there')}</strong>
          <ul>
            {item.missingDocuments.map((one) => (
              <li key={one.category + one.kind}>
                {one.kind} <span className="soft">({one.category})</span>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {item.documents.length === 0 ? (
        <Empty>{say('没有登记资质文件。', 'No documents were entered.')}</Empty>
      ) : (
        <ul className="list">
          {item.documents.map((one) => (
            <li key={one.id} className="row row--apart">
              <span>
                <strong>{one.kind}</strong> {one.for} <span className="soft">{one.fileName}</span>
              </span>
              <span className="row">
                {one.validUntil !== null && <span className="soft small">{say(`至 ${one.validUntil}`, `until ${one.validUntil}`)}</span>}
                <State state={one.state} name={one.stateName} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export function HistoryTab({ item }: { readonly item: ReviewItem }) {
  const say = useSay()
  const roleName = useRoleName()
  const SIDES = {
    developer: say('开发者', 'developer'),
    reviewer: say('审核员', 'reviewer'),
    platform: say('平台', 'platform'),
    note: say('备注', 'note'),
  }
  return (
    <div className="wb-grid">
      <Part title={say('往来消息', 'Messages')}>
        {item.version.messages.length === 0 && <p className="soft">{say('没有消息。', 'None.')}</p>}
        <ul className="list">
          {item.version.messages.map((one) => (
            <li key={one.id}>
              <div className="soft small">
                {SIDES[one.side]} · <At at={one.at} />
              </div>
              <p className="pre">{one.text}</p>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={say('先前的决定', 'Earlier decisions')}>
        {item.earlier.length === 0 && <p className="soft">{say('没有。', 'None.')}</p>}
        <ul className="list">
          {item.earlier.map((one) => (
            <li key={one.id}>
              <Tag tone={one.action === 'approve' ? 'success' : 'danger'}>{say(one.actionName)}</Tag> {one.statement.about.version}{' '}
              <State state={one.state} name={one.stateName} />{' '}
              <span className="soft small">
                <Ago at={one.at} />
              </span>
              <div className="small">{one.statement.grounds.map((ground) => ground.clause.id).join(', ')}</div>
            </li>
          ))}
        </ul>
      </Part>
      {item.recommendations.length > 0 && (
        <Part title={say('外部审核员的建议', 'Recommended from outside')}>
          <ul className="list">
            {item.recommendations.map((one) => (
              <li key={one.at}>
                <Tag tone={one.action === 'approve' ? 'success' : 'danger'}>
                  {one.action === 'approve' ? say('通过', 'approve') : say('不通过', 'refuse')}
                </Tag>{' '}
                {one.by}
                <p className="pre">{say(one.words)}</p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={say('全部记录', 'History')}>
        <ol className="steps">
          {[...item.version.history].reverse().map((step) => (
            <li key={step.at + step.event}>
              <span>
                {step.name === null ? step.event : say(step.name)} <span className="soft small">{roleName(step.by)}</span>{' '}
                <span className="soft small">
                  <At at={step.at} />
                </span>
                {step.reason !== null && <div className="small">{say(step.reason)}</div>}
              </span>
            </li>
          ))}
        </ol>
      </Part>
    </div>
  )
}
