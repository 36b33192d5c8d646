/** Running the house: modes of rules, people and their roles, the log, the state of operation, sent mail. */
import { useState } from 'react'
import type { Answer, AuditLine, Person, RoleName, RuleRow, Text } from '../../../src/contract/index.ts'
import { Button, Choice, Day, Field, Line, Lines, Note, ProblemBox, Tag, Tick, type Tone } from '../parts/controls.tsx'
import { Ago, Answered, At, Card, Empty, Modal, Page, useToast } from '../parts/shapes.tsx'
import { ROLE_IDS, useRoleName } from '../parts/states.tsx'
import { useAct, useAsk, useHere } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'
import { given, NO_REASON, Reason } from './checks.tsx'

type Mode = RuleRow['mode']
const MODE_TONES: Readonly<Record<Mode, Tone>> = { off: 'default', shadow: 'primary', warn: 'warning', block: 'danger' }
const MODE_NAMES: Readonly<Record<Mode, Text>> = {
  off: { zh: '关闭', en: 'off' },
  shadow: { zh: '试运行', en: 'shadow' },
  warn: { zh: '提示', en: 'warn' },
  block: { zh: '阻断', en: 'block' },
}
const useModeName = () => {
  const say = useSay()
  return (mode: Mode) => say(MODE_NAMES[mode])
}

export function RuleModes() {
  const say = useSay()
  const modeName = useModeName()
  const [words, setWords] = useState('')
  const [shown, setShown] = useState<'' | Mode | 'proposed'>('')
  const [chosen, setChosen] = useState<RuleRow | null>(null)
  const asked = useAsk('GET /api/staff/rules', {})
  const matches = (rule: RuleRow) =>
    (shown === '' || (shown === 'proposed' ? rule.proposed !== null : rule.mode === shown)) &&
    `${rule.rule} ${rule.title?.zh ?? ''} ${rule.title?.en ?? ''}`.toLowerCase().includes(words.trim().toLowerCase())
  return (
    <Page
      wide
      title={say('规则模式', 'Modes of the rules')}
      under={say(
        '新规则先试运行，看会影响多少小程序，再提示或阻断。改动由第二位规则编辑确认。',
        'A new rule runs in shadow first; only then does it warn or block. A second editor confirms each change.',
      )}
    >
      <div className="searching">
        <Line value={words} set={setWords} kind="search" placeholder={say('查找规则', 'Find a rule')} />
        <Choice
          value={shown}
          set={setShown}
          label={say('模式', 'Mode')}
          of={[
            ['', say('全部', 'All')],
            ['proposed', say('待确认', 'proposed')],
            ...(['block', 'warn', 'shadow', 'off'] as const).map((mode) => [mode, modeName(mode)] as const),
          ]}
        />
      </div>
      <Card>
        <Answered asked={asked} lines={8}>
          {(found) => {
            const rows = found.items.filter(matches)
            return rows.length === 0 ? (
              <Empty>{say('没有符合的规则。', 'No rule matches.')}</Empty>
            ) : (
              <div className="table-box">
                <table className="table">
                  <thead>
                    <tr>
                      <th>{say('规则', 'Rule')}</th>
                      <th>{say('模式', 'Mode')}</th>
                      <th>{say('提议', 'Proposed')}</th>
                      <th />
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((rule) => (
                      <tr key={rule.rule}>
                        <td>
                          <strong>{rule.title === null ? rule.rule : say(rule.title)}</strong>
                          <div className="small soft">
                            <code>{rule.rule}</code>
                          </div>
                        </td>
                        <td>
                          <Tag tone={MODE_TONES[rule.mode]}>{modeName(rule.mode)}</Tag>
                          {rule.since !== null && (
                            <div className="small soft">
                              <Ago at={rule.since} />
                            </div>
                          )}
                        </td>
                        <td>{rule.proposed === null ? <span className="soft">—</span> : <Proposal rule={rule} />}</td>
                        <td className="right">
                          <Button small onClick={() => setChosen(rule)}>
                            {say('改变…', 'Change…')}
                          </Button>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }}
        </Answered>
      </Card>
      {chosen !== null && <Propose rule={chosen} close={() => setChosen(null)} />}
    </Page>
  )
}
function Propose({ rule, close }: { readonly rule: RuleRow; readonly close: () => void }) {
  const say = useSay()
  const modeName = useModeName()
  const [mode, setMode] = useState<Mode>(rule.mode)
  const [why, setWhy] = useState(NO_REASON)
  const act = useAct('POST /api/staff/rules/:rule', { stale: ['GET /api/staff/rules'], done: close })
  return (
    <Modal
      open
      close={close}
      title={rule.title === null ? rule.rule : say(rule.title)}
      acts={
        <Button
          tone="primary"
          busy={act.isPending}
          off={mode === rule.mode || !given(why)}
          onClick={() => act.mutate({ params: { rule: rule.rule }, body: { mode, why } })}
        >
          {say('提出', 'Propose')}
        </Button>
      }
    >
      <Field label={say('新模式', 'New mode')}>
        <Choice value={mode} set={setMode} of={(['off', 'shadow', 'warn', 'block'] as const).map((one) => [one, modeName(one)] as const)} />
      </Field>
      <Reason value={why} set={setWhy} />
      <ProblemBox problem={act.error?.problem} />
    </Modal>
  )
}
function Proposal({ rule }: { readonly rule: RuleRow }) {
  const say = useSay()
  const modeName = useModeName()
  const act = useAct('POST /api/staff/rules/:rule/confirmation', { stale: ['GET /api/staff/rules'] })
  const proposed = rule.proposed
  if (proposed === null) return null
  const answer = (agree: boolean) => act.mutate({ params: { rule: rule.rule }, body: { proposal: proposed.id, agree } })
  return (
    <div className="stack">
      <span>
        → <Tag tone={MODE_TONES[proposed.mode]}>{modeName(proposed.mode)}</Tag> <span className="small soft">{proposed.by}</span>
      </span>
      <span className="small">{say(proposed.why)}</span>
      {proposed.mine ? (
        <span className="small soft">{say('由另一位规则编辑确认', 'another editor confirms it')}</span>
      ) : (
        <span className="acts">
          <Button small tone="primary" busy={act.isPending} onClick={() => answer(true)}>
            {say('同意', 'Agree')}
          </Button>
          <Button small onClick={() => answer(false)}>
            {say('不同意', 'Disagree')}
          </Button>
        </span>
      )}
      <ProblemBox problem={act.error?.problem} />
    </div>
  )
}

export function People() {
  const say = useSay()
  const roleName = useRoleName()
  const me = useHere().data?.account
  const [words, setWords] = useState('')
  const [giving, setGiving] = useState<Person | null>(null)
  const [scoping, setScoping] = useState<Person | null>(null)
  const [role, setRole] = useState<string>('reviewer')
  const people = useAsk('GET /api/staff/people', { query: { words } })
  const grants = useAsk('GET /api/staff/grants', {})
  const stale = ['GET /api/staff/people', 'GET /api/staff/grants'] as const
  const propose = useAct('POST /api/staff/grants', { stale, done: () => setGiving(null) })
  const confirm = useAct('POST /api/staff/grants/:grant/confirmation', { stale })
  const end = useAct('DELETE /api/staff/people/:account/roles/:role', { stale })
  return (
    <Page
      wide
      title={say('人员与角色', 'People and roles')}
      under={say('角色由两位运维人员授予；不能给自己授予。', 'Two operators grant a role, and nobody grants themselves one.')}
    >
      {(grants.data?.items.length ?? 0) > 0 && (
        <Card title={say('待确认', 'To be confirmed')}>
          <ul className="list">
            {grants.data?.items.map((one) => (
              <li key={one.id} className="row row--apart">
                <span>
                  <strong>{one.name}</strong> <span className="soft">{one.email}</span> → <Tag tone="primary">{roleName(one.role)}</Tag>{' '}
                  <span className="small soft">
                    {one.by} <Ago at={one.at} />
                  </span>
                </span>
                {one.mine ? (
                  <span className="soft small">{say('由另一位运维人员确认', 'another operator confirms it')}</span>
                ) : (
                  <Button small tone="primary" busy={confirm.isPending} onClick={() => confirm.mutate({ params: { grant: one.id } })}>
                    {say('确认', 'Confirm')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <ProblemBox problem={confirm.error?.problem} />
        </Card>
      )}
      <Card>
        <div className="searching">
          <Line
            value={words}
            set={setWords}
            kind="search"
            placeholder={say('完整的邮箱；留空为全体工作人员', 'A whole address; empty: all of the staff')}
          />
        </div>
        <Answered asked={people}>
          {(found) =>
            found.items.length === 0 ? (
              <Empty>{say('没有找到。', 'Nobody found.')}</Empty>
            ) : (
              <div className="table-box">
                <table className="table">
                  <thead>
                    <tr>
                      <th>{say('姓名', 'Name')}</th>
                      <th>{say('角色', 'Roles')}</th>
                      <th>{say('两步验证', 'Second factor')}</th>
                      <th />
                    </tr>
                  </thead>
                  <tbody>
                    {found.items.map((one) => (
                      <tr key={one.account}>
                        <td>
                          <strong>{one.name}</strong>
                          <div className="small soft">{one.email}</div>
                        </td>
                        <td>
                          <span className="row">
                            {one.roles.map((held) => (
                              <span key={held} className="chip">
                                {roleName(held)}
                                {one.account !== me?.id && !['developer', 'program-admin'].includes(held) && (
                                  <button
                                    type="button"
                                    className="plain"
                                    aria-label={say(`收回${roleName(held)}`, `Take ${roleName(held)} away`)}
                                    onClick={() => end.mutate({ params: { account: one.account, role: held } })}
                                  >
                                    ✕
                                  </button>
                                )}
                              </span>
                            ))}
                          </span>
                          {one.queues.length > 0 && <div className="small soft">{one.queues.join(', ')}</div>}
                        </td>
                        <td>
                          {one.secondFactor ? (
                            <Tag tone="success">{say('已开启', 'on')}</Tag>
                          ) : (
                            <Tag tone="warning">{say('未开启', 'off')}</Tag>
                          )}
                        </td>
                        <td className="right">
                          {one.roles.includes('outside-reviewer') && (
                            <Button small onClick={() => setScoping(one)}>
                              {say('负责的队列…', 'Queues…')}
                            </Button>
                          )}{' '}
                          {one.account !== me?.id && (
                            <Button small onClick={() => setGiving(one)}>
                              {say('授予角色…', 'Grant a role…')}
                            </Button>
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Answered>
        <ProblemBox problem={end.error?.problem} />
      </Card>
      {scoping !== null && <Scope person={scoping} close={() => setScoping(null)} />}
      <Modal
        open={giving !== null}
        close={() => setGiving(null)}
        title={say('授予角色', 'Grant a role')}
        acts={
          <Button
            tone="primary"
            busy={propose.isPending}
            onClick={() => giving !== null && propose.mutate({ body: { account: giving.account, role: role as RoleName } })}
          >
            {say('提出', 'Propose')}
          </Button>
        }
      >
        <p>
          {giving?.name} <span className="soft">{giving?.email}</span>
        </p>
        <Field label={say('角色', 'Role')}>
          <Choice
            value={role}
            set={setRole}
            of={ROLE_IDS.filter((id) => !['developer', 'program-admin'].includes(id)).map((id) => [id, roleName(id)] as const)}
          />
        </Field>
        <ProblemBox problem={propose.error?.problem} />
      </Modal>
    </Page>
  )
}

/** Which queues an outside reviewer sees; those of the house see all. */
const QUEUES: readonly (readonly [id: string, zh: string, en: string])[] = [
  ['new', '首次提交', 'New programs'],
  ['update', '更新', 'Updates'],
  ['resubmitted', '重新提交', 'Resubmitted'],
  ['failed-check', '检查未完成', 'Checks that failed'],
  ['sample', '抽样复核', 'Samples'],
]
function Scope({ person, close }: { readonly person: Person; readonly close: () => void }) {
  const say = useSay()
  const [queues, setQueues] = useState<readonly string[]>(person.queues)
  const save = useAct('PUT /api/staff/people/:account/queues', { stale: ['GET /api/staff/people'], done: close })
  return (
    <Modal
      open
      close={close}
      title={say(`${person.name} 负责的队列`, `Queues of ${person.name}`)}
      acts={
        <Button
          tone="primary"
          busy={save.isPending}
          onClick={() => save.mutate({ params: { account: person.account }, body: { queues: [...queues] } })}
        >
          {say('保存', 'Save')}
        </Button>
      }
    >
      <div className="stack">
        {QUEUES.map(([id, zh, en]) => (
          <Tick key={id} on={queues.includes(id)} set={(on) => setQueues(on ? [...queues, id] : queues.filter((one) => one !== id))}>
            {say(zh, en)}
          </Tick>
        ))}
      </div>
      <ProblemBox problem={save.error?.problem} />
    </Modal>
  )
}

type Verified = Answer<'POST /api/staff/audit/verification'>
export function Audit() {
  const say = useSay()
  const roleName = useRoleName()
  const may = useHere().data?.account?.permissions.includes('audit.verify') === true
  const [type, setType] = useState('')
  const [pages, setPages] = useState<readonly number[]>([])
  const after = pages.at(-1)
  const asked = useAsk('GET /api/staff/audit', {
    query: { newest: 'true' as never, limit: 50, ...(after === undefined ? {} : { after }), ...(type === '' ? {} : { type }) },
  })
  const verify = useAct('POST /api/staff/audit/verification')
  const head = useAct('POST /api/staff/audit/head')
  const save = (value: unknown) => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = url
    link.download = 'menshen-audit-head.json'
    link.click()
    URL.revokeObjectURL(url)
  }
  const verified: Verified | undefined = verify.data
  return (
    <Page
      wide
      title={say('审计日志', 'Audit log')}
      under={say(
        '只能追加，每一行都与前一行相扣；谁也不能修改或删除。',
        'It is only ever added to, and each row hangs on the one before; nobody can change or delete one.',
      )}
      acts={
        may && (
          <>
            <Button busy={head.isPending} onClick={() => head.mutate({}, { onSuccess: (answer) => save(answer.head) })}>
              {say('导出日志头', 'Export the head')}
            </Button>
            <Button tone="primary" busy={verify.isPending} onClick={() => verify.mutate({ body: { heads: [] } })}>
              {say('校验', 'Verify')}
            </Button>
          </>
        )
      }
    >
      {verified !== undefined && (
        <Note tone={verified.ok ? 'success' : 'danger'}>
          <strong>
            {verified.ok
              ? say(`日志完整：${verified.rows ?? 0} 行`, `The log is whole: ${verified.rows ?? 0} rows`)
              : say('日志有问题', 'The log is broken')}
          </strong>
          {!verified.ok && <pre>{JSON.stringify(verified.fault ?? verified.forged, null, 2)}</pre>}
        </Note>
      )}
      <ProblemBox problem={verify.error?.problem ?? head.error?.problem} />
      <Card>
        <div className="searching">
          <Line
            value={type}
            set={(next) => {
              setType(next)
              setPages([])
            }}
            placeholder={say('事件类型，例如 version.approve', 'Type of event: version.approve')}
          />
        </div>
        <Answered asked={asked} lines={8}>
          {(found) => (
            <>
              <div className="table-box">
                <table className="table audit">
                  <thead>
                    <tr>
                      <th>#</th>
                      <th>{say('时间', 'When')}</th>
                      <th>{say('谁', 'Who')}</th>
                      <th>{say('做了什么', 'What')}</th>
                      <th>{say('对象', 'Subject')}</th>
                      <th>{say('哈希', 'Hash')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {found.items.map((row: AuditLine) => (
                      <tr key={row.seq}>
                        <td className="number soft">{row.seq}</td>
                        <td className="nowrap">
                          <At at={row.at} />
                        </td>
                        <td>
                          {row.actorName ?? roleName(row.role)}
                          <div className="small soft">{roleName(row.role)}</div>
                        </td>
                        <td>
                          <details>
                            <summary>
                              <code>{row.type}</code>
                            </summary>
                            <pre className="small">{JSON.stringify(row.payload, null, 2)}</pre>
                          </details>
                        </td>
                        <td>
                          {row.subject}
                          {row.subjectId !== null && (
                            <div className="small soft">
                              <code title={row.subjectId}>{row.subjectId.slice(0, 8)}…</code>
                              {row.beforeRv !== null && ` ${row.beforeRv}→${row.afterRv}`}
                            </div>
                          )}
                        </td>
                        <td>
                          <code className="digest" title={row.hash}>
                            {row.hash.slice(0, 8)}
                          </code>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <div className="acts">
                {pages.length > 0 && <Button onClick={() => setPages(pages.slice(0, -1))}>{say('较新的', 'Newer')}</Button>}
                {found.next !== null && <Button onClick={() => setPages([...pages, Number(found.next)])}>{say('较早的', 'Older')}</Button>}
              </div>
            </>
          )}
        </Answered>
      </Card>
    </Page>
  )
}

export function OperationPage() {
  const say = useSay()
  const may = useHere().data?.account?.permissions.includes('operation.switch') === true
  const asked = useAsk('GET /api/staff/operation', {}, { every: 15_000 })
  const [turning, setTurning] = useState<{ readonly name: string; readonly on: boolean } | null>(null)
  const [why, setWhy] = useState(NO_REASON)
  const turn = useAct('PUT /api/staff/switches/:switch', { stale: ['GET /api/staff/operation'], done: () => setTurning(null) })
  return (
    <Page wide title={say('运行状况', 'State of operation')}>
      <Answered asked={asked}>
        {(found) => (
          <>
            {found.broken.length > 0 && (
              <Note tone="danger">
                <strong>{say('数据检查未通过', 'Checks of the data have failed')}</strong>
                <ul>
                  {found.broken.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              </Note>
            )}
            <Card title={say('紧急开关', 'Emergency switches')}>
              <ul className="list">
                {found.switches.map((one) => (
                  <li key={one.name} className="row row--apart">
                    <span>
                      {say(one.title)} {one.on && <Tag tone="danger">{say('已启用', 'on')}</Tag>}{' '}
                      {one.since !== null && one.on && (
                        <span className="soft small">
                          <Ago at={one.since} />
                        </span>
                      )}
                    </span>
                    {may && (
                      <Button small tone={one.on ? 'default' : 'danger'} onClick={() => setTurning({ name: one.name, on: !one.on })}>
                        {one.on ? say('关闭…', 'Turn off…') : say('启用…', 'Turn on…')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </Card>
            <div className="columns">
              <Card title={say('待发送', 'Outbox')}>
                <table className="table">
                  <thead>
                    <tr>
                      <th>{say('种类', 'Kind')}</th>
                      <th className="right">{say('等待', 'Waiting')}</th>
                      <th className="right">{say('失败', 'Dead')}</th>
                      <th>{say('最早', 'Oldest')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {found.outbox.map((one) => (
                      <tr key={one.kind}>
                        <td>{one.kind}</td>
                        <td className="right number">{one.waiting}</td>
                        <td className="right number">{one.dead}</td>
                        <td>{one.oldest === null ? '—' : <Ago at={one.oldest} />}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Card>
              <Card title={say('版本状态', 'Versions by state')}>
                <table className="table">
                  <tbody>
                    {found.states.map((one) => (
                      <tr key={one.state}>
                        <td>{one.state}</td>
                        <td className="right number">{one.count}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Card>
              <Card title={say('定时', 'Timers')}>
                <p>
                  {say(
                    `等待 ${found.timers.waiting}，超时 ${found.timers.overdue}`,
                    `${found.timers.waiting} waiting, ${found.timers.overdue} overdue`,
                  )}
                </p>
              </Card>
            </div>
          </>
        )}
      </Answered>
      <Modal
        open={turning !== null}
        close={() => setTurning(null)}
        title={turning?.on === true ? say('启用紧急开关', 'Turn the switch on') : say('关闭紧急开关', 'Turn the switch off')}
        acts={
          <Button
            tone="danger"
            busy={turn.isPending}
            off={!given(why)}
            onClick={() =>
              turning !== null && turn.mutate({ params: { switch: turning.name as 'stop-uploads' }, body: { on: turning.on, why } })
            }
          >
            {say('确定', 'Yes')}
          </Button>
        }
      >
        <Reason value={why} set={setWhy} />
        <ProblemBox problem={turn.error?.problem} />
      </Modal>
    </Page>
  )
}

export function Mail() {
  const say = useSay()
  const [to, setTo] = useState('')
  const asked = useAsk('GET /api/staff/mail', { query: { ...(to === '' ? {} : { to }), limit: 50 } }, { every: 10_000 })
  const TONES: Readonly<Record<string, Tone>> = { waiting: 'primary', sent: 'success', failed: 'danger' }
  return (
    <Page title={say('邮件', 'Mail')} under={say('只在开发和演示环境可见。', 'Only in development and demonstration.')}>
      <div className="searching">
        <Line value={to} set={setTo} kind="search" placeholder={say('收件人', 'To')} />
      </div>
      <Card>
        <Answered asked={asked}>
          {(found) =>
            found.items.length === 0 ? (
              <Empty>{say('没有邮件。', 'There is no mail.')}</Empty>
            ) : (
              <ul className="list">
                {found.items.map((mail) => (
                  <li key={mail.id}>
                    <details>
                      <summary>
                        <strong>{mail.subject}</strong> <Tag tone={TONES[mail.state] ?? 'default'}>{mail.state}</Tag>{' '}
                        <span className="soft small">
                          {mail.to} · <Ago at={mail.at} />
                        </span>
                      </summary>
                      <pre className="note">{mail.text}</pre>
                    </details>
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

/** Publishing terms: a new edition, from a day on. Everybody is asked to accept it before they go on. */
export function PublishTerms() {
  const say = useSay()
  const toast = useToast()
  const asked = useAsk('GET /api/terms', {})
  const edition = asked.data === undefined ? 1 : asked.data.edition + 1
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const [from, setFrom] = useState('')
  const publish = useAct('POST /api/staff/terms', {
    stale: ['GET /api/terms', 'GET /api/here'],
    done: () => {
      toast(say('已发布', 'Published'))
      setZh('')
      setEn('')
    },
  })
  return (
    <Page
      title={say('发布条款', 'Publish terms')}
      under={
        asked.data === undefined
          ? say('还没有条款：发布第一版后才能注册。', 'There are no terms yet: nobody can register before the first edition.')
          : say(`现行第 ${asked.data.edition} 版`, `Edition ${asked.data.edition} is in force`)
      }
    >
      <Card title={say(`第 ${edition} 版`, `Edition ${edition}`)}>
        <Field label={say('中文', 'In Chinese')} needed>
          <Lines value={zh} set={setZh} rows={8} most={200_000} />
        </Field>
        <Field label={say('英文', 'In English')} needed>
          <Lines value={en} set={setEn} rows={8} most={200_000} />
        </Field>
        <Field label={say('何日生效（留空为立即）', 'In force from (empty: at once)')}>
          <Day value={from} set={setFrom} />
        </Field>
        <ProblemBox problem={publish.error?.problem} />
        <div>
          <Button
            tone="primary"
            busy={publish.isPending}
            off={zh.trim().length < 20 || en.trim().length < 20 || asked.isPending}
            onClick={() =>
              publish.mutate({ body: { edition, zh, en, from: from === '' ? new Date().toISOString() : `${from}T00:00:00.000Z` } })
            }
          >
            {say('发布', 'Publish')}
          </Button>
        </div>
      </Card>
    </Page>
  )
}
