/** One’s own programs: the list, and one of them with its versions. */
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Program, VersionRow } from '../../../src/contract/index.ts'
import { usePart } from '../frame/way.ts'
import { Button, Field, Line, LinkButton, Note, ProblemBox, Radios, Tag, wrongAt } from '../parts/controls.tsx'
import { ownFile } from '../parts/files.tsx'
import { Ago, Answered, Card, Digest, Empty, Facts, Modal, Page } from '../parts/shapes.tsx'
import { Platform, State } from '../parts/states.tsx'
import { newKey } from '../wire/client.ts'
import { useAct, useAsk, useHere } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { bytesText } from '../words/numbers.ts'
import { Icon } from './open.tsx'
export function Programs() {
  const say = useSay()
  const me = useHere().data?.account
  const asked = useAsk('GET /api/programs', {})
  const [open, setOpen] = useState(false)
  return (
    <Page
      title={say('我的小程序', 'My programs')}
      acts={
        <Button tone="primary" onClick={() => setOpen(true)}>
          {say('创建小程序', 'New program')}
        </Button>
      }
    >
      {me?.entity?.verified !== true && me !== undefined && (
        <Note tone={me?.state === 'entity-review' ? 'primary' : 'warning'}>
          <strong>
            {me?.state === 'entity-review'
              ? say('主体核验中', 'Your entity is being checked')
              : say('还差一步：主体核验', 'One thing first: your entity')}
          </strong>
          <span>
            {say(
              '可以先创建小程序、上传和体验；提交审核需要主体核验通过。',
              'You can create, upload and try out programs; to submit one, the entity has to be verified.',
            )}{' '}
            <Link to="/entity">{say('去核验', 'See the entity')}</Link>
          </span>
        </Note>
      )}
      <Answered asked={asked}>
        {(found) =>
          found.items.length === 0 ? (
            <Card>
              <Empty
                act={
                  <Button tone="primary" onClick={() => setOpen(true)}>
                    {say('创建第一个小程序', 'Create your first program')}
                  </Button>
                }
              >
                {say('还没有小程序。', 'There are no programs yet.')}
              </Empty>
            </Card>
          ) : (
            <div className="shelf">
              {found.items.map((one) => (
                <Link key={one.id} className="tile" to={`/programs/${one.id}`}>
                  <Icon src={one.icon === null ? null : ownFile(one.icon)} name={one.name} />
                  <div>
                    <div className="row">
                      <h2>{one.name}</h2>
                      <Platform of={one.platform} />
                      <State state={one.state} name={one.stateName} />
                    </div>
                    <p className="small">
                      <code>{one.appid}</code>
                    </p>
                    <p className="small">
                      {one.live === null ? say('没有线上版本', 'nothing live') : say(`线上 ${one.live}`, `live ${one.live}`)}
                      {one.latest !== null && ` · ${one.latest.label} ${say(one.latest.stateName)}`}
                    </p>
                  </div>
                </Link>
              ))}
            </div>
          )
        }
      </Answered>
      <NewProgram open={open} close={() => setOpen(false)} />
    </Page>
  )
}

function NewProgram({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const { say, lang } = useLook()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [platform, setPlatform] = useState<'wechat' | 'douyin'>('wechat')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(name.trim()), 350)
    return () => clearTimeout(timer)
  }, [name])
  const check = useAsk('GET /api/names', { query: { name: asked } }, { when: asked !== '' })
  const make = useAct('POST /api/programs', {
    stale: ['GET /api/programs'],
    done: (program) => void navigate({ to: `/programs/${program.id}` }),
  })
  const fault = check.data === undefined || asked !== name.trim() ? undefined : check.data.faults[0]?.said[lang]
  const taken = check.data?.free === false && asked === name.trim()
  return (
    <Modal
      open={open}
      close={close}
      title={say('创建小程序', 'New program')}
      acts={
        <Button
          tone="primary"
          busy={make.isPending}
          off={name.trim() === ''}
          onClick={() => make.mutate({ body: { name, platform }, key: newKey() })}
        >
          {say('创建', 'Create')}
        </Button>
      }
    >
      <Field
        label={say('名称', 'Name')}
        needed
        error={
          wrongAt(make.error?.problem, 'name', lang) ??
          fault ??
          (taken ? say('这个名称或相近的名称已被使用', 'This name, or one that looks like it, is taken') : undefined)
        }
        hint={say('名称不能冒用他人商标，也不能与现有小程序相近', 'No trademarks of others, nothing close to an existing program')}
      >
        <Line value={name} set={setName} most={60} focus />
      </Field>
      {check.data?.allowed === true && check.data.free && asked === name.trim() && (
        <span className="small soft">✓ {say('可以使用', 'It can be used')}</span>
      )}
      <Field label={say('平台', 'Platform')}>
        <Radios
          value={platform}
          set={setPlatform}
          of={[
            ['wechat', say('微信', 'WeChat')],
            ['douyin', say('抖音', 'Douyin')],
          ]}
        />
      </Field>
      <ProblemBox problem={make.error?.problem} shown={['name']} />
    </Modal>
  )
}

export const ProgramTabs = ({
  program,
  here,
}: {
  readonly program: string
  readonly here: 'versions' | 'listing' | 'members' | 'webhooks'
}) => {
  const say = useSay()
  const tab = (to: string, name: string, id: string) => (
    <Link to={to} className={here === id ? 'is-here' : ''}>
      {name}
    </Link>
  )
  return (
    <nav className="tabs">
      {tab(`/programs/${program}`, say('版本', 'Versions'), 'versions')}
      {tab(`/programs/${program}/listing`, say('资料', 'Listing'), 'listing')}
      {tab(`/programs/${program}/members`, say('成员', 'Members'), 'members')}
      {tab(`/programs/${program}/webhooks`, say('通知', 'Webhooks'), 'webhooks')}
    </nav>
  )
}

export function ProgramPage() {
  const say = useSay()
  const program = usePart('program')
  const asked = useAsk('GET /api/programs/:program', { params: { program } })
  const versions = useAsk('GET /api/programs/:program/versions', { params: { program }, query: { limit: 50 } }, { every: 15_000 })
  const listing = useAsk('GET /api/programs/:program/listing', { params: { program } })
  const lacking = (listing.data?.lacks ?? []).filter((one) => one.blocks).length
  return (
    <Answered asked={asked}>
      {(one) => (
        <Page
          title={one.name}
          under={
            <>
              <Platform of={one.platform} />
              <State state={one.state} name={one.stateName} />
              <code>{one.appid}</code>
              {one.state === 'listed' && <Link to={`/p/${one.appid}`}>{say('公开名片', 'Public card')}</Link>}
            </>
          }
          acts={
            one.permissions.includes('version.upload') && (
              <LinkButton to={`/programs/${program}/upload`} tone="primary">
                {say('上传版本', 'Upload a version')}
              </LinkButton>
            )
          }
        >
          <ProgramTabs program={program} here="versions" />
          {lacking > 0 && (
            <Note tone="warning">
              <span>
                {say(
                  `资料还缺 ${lacking} 项，补齐后才能提交审核。`,
                  `The listing lacks ${lacking === 1 ? 'one thing' : `${lacking} things`} before it can be submitted.`,
                )}{' '}
                <Link to={`/programs/${program}/listing`}>{say('去补齐', 'Complete it')}</Link>
              </span>
            </Note>
          )}
          <div className="two-thirds">
            <Card title={say('版本', 'Versions')}>
              <Answered asked={versions}>
                {(found) =>
                  found.items.length === 0 ? (
                    <Empty
                      act={
                        <LinkButton to={`/programs/${program}/upload`} tone="primary">
                          {say('上传第一个版本', 'Upload the first one')}
                        </LinkButton>
                      }
                    >
                      {say('还没有版本。', 'There are no versions yet.')}
                    </Empty>
                  ) : (
                    <ul className="list">
                      {found.items.map((version: VersionRow) => (
                        <li key={version.id}>
                          <div className="row row--apart">
                            <span className="row">
                              <Link to={`/versions/${version.id}`}>
                                <strong>{version.label}</strong>
                              </Link>
                              <State state={version.state} name={version.stateName} />
                              {version.round > 1 && <Tag>{say(`第 ${version.round} 轮`, `round ${version.round}`)}</Tag>}
                            </span>
                            <span className="soft small">
                              <Ago at={version.at} />
                            </span>
                          </div>
                          <div className="soft small">
                            {version.changelog.split('\n')[0]}
                            {version.sha256 !== null && (
                              <>
                                {' '}
                                <Digest of={version.sha256} />
                              </>
                            )}{' '}
                            {version.bytes !== null && bytesText(version.bytes)}
                          </div>
                        </li>
                      ))}
                    </ul>
                  )
                }
              </Answered>
            </Card>
            <div className="stack">
              <Card title={say('额度', 'Quota')}>
                <Facts
                  rows={[
                    [say('提交审核', 'Submissions'), <Left key="s" of={one.quota.submissions} />],
                    [say('撤回', 'Withdrawals'), <Left key="w" of={one.quota.withdrawals} />],
                    [say('加急', 'Expedited'), <Left key="e" of={one.quota.expedited} />],
                    one.quota.fee > 0 ? [say('审核费', 'Fee'), String(one.quota.fee)] : null,
                  ]}
                />
              </Card>
              {one.permissions.includes('program.manage') && <Manage program={one} />}
            </div>
          </div>
        </Page>
      )}
    </Answered>
  )
}
const Left = ({ of }: { readonly of: Program['quota']['submissions'] }) => {
  const say = useSay()
  return (
    <span>
      {say(`还有 ${of.left} 次`, `${of.left} left`)}
      {of.until !== null && (
        <span className="soft small">
          {' '}
          (<Ago at={of.until} />
          {say('恢复', ' renewed')})
        </span>
      )}
      {!of.allowed && of.why !== null && <div className="soft small">{say(of.why)}</div>}
    </span>
  )
}

function Manage({ program }: { readonly program: Program }) {
  const say = useSay()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const show = useAct('POST /api/programs/:program/visibility', { stale: ['GET /api/programs/:program', 'GET /api/programs'] })
  const end = useAct('POST /api/programs/:program/closing', {
    stale: ['GET /api/programs'],
    done: () => void navigate({ to: '/programs' }),
  })
  const params = { program: program.id }
  return (
    <Card title={say('管理', 'Manage')}>
      <div className="acts">
        {program.state === 'listed' && (
          <Button busy={show.isPending} onClick={() => show.mutate({ params, body: { rv: program.rv, do: 'hide' } })}>
            {say('从目录隐藏', 'Hide it')}
          </Button>
        )}
        {program.state === 'hidden' && (
          <Button busy={show.isPending} onClick={() => show.mutate({ params, body: { rv: program.rv, do: 'show' } })}>
            {say('重新显示', 'Show it again')}
          </Button>
        )}
        {program.state !== 'terminated' && (
          <Button tone="danger" bare onClick={() => setOpen(true)}>
            {say('注销小程序…', 'Close the program…')}
          </Button>
        )}
      </div>
      <ProblemBox problem={show.error?.problem} />
      <Modal
        open={open}
        close={() => setOpen(false)}
        title={say('注销小程序', 'Close the program')}
        acts={
          <Button
            tone="danger"
            busy={end.isPending}
            off={name !== program.name}
            onClick={() => end.mutate({ params, body: { rv: program.rv, name } })}
          >
            {say('确定注销', 'Close it')}
          </Button>
        }
      >
        <p>{say('注销后不能恢复，名称会释放。', 'This cannot be undone, and the name becomes free.')}</p>
        <Field label={say(`请输入名称「${program.name}」`, `Enter its name, “${program.name}”`)}>
          <Line value={name} set={setName} />
        </Field>
        <ProblemBox problem={end.error?.problem} />
      </Modal>
    </Card>
  )
}
