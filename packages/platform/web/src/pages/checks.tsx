/** Checking who people are and what they may do: entities, papers, certifications, and opinions from outside. */
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Answer, CertificationTask, DocumentTask, Text } from '../../../src/contract/index.ts'
import { usePart } from '../frame/way.ts'
import { Button, Choice, Day, Field, Lines, Note, ProblemBox, Radios, Tag } from '../parts/controls.tsx'
import { Ago, Answered, At, Card, Due, Empty, Facts, Modal, Page, useToast } from '../parts/shapes.tsx'
import { State, useKind, usePaperKind } from '../parts/states.tsx'
import { Table } from '../parts/table.tsx'
import { call, Refused } from '../wire/client.ts'
import { useAct, useAsk } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { bytesText, dayText } from '../words/numbers.ts'

/** A reason in both languages, as every refusal needs it. */
export const Reason = ({ value, set }: { readonly value: Text; readonly set: (value: Text) => void }) => {
  const say = useSay()
  return (
    <div className="form--pair">
      <Field label={say('原因（中文）', 'Reason, in Chinese')} needed>
        <Lines value={value.zh} set={(zh) => set({ ...value, zh })} rows={2} most={2000} />
      </Field>
      <Field label={say('原因（英文）', 'Reason, in English')} needed>
        <Lines value={value.en} set={(en) => set({ ...value, en })} rows={2} most={2000} />
      </Field>
    </div>
  )
}
export const NO_REASON: Text = { zh: '', en: '' }
export const given = (reason: Text): boolean => reason.zh.trim().length >= 2 && reason.en.trim().length >= 2

export function Entities() {
  const say = useSay()
  const kind = useKind()
  const asked = useAsk('GET /api/staff/entities', { query: { limit: 100 } }, { every: 60_000 })
  return (
    <Page title={say('主体核验', 'Entities to be checked')}>
      <Card>
        <Answered asked={asked}>
          {(found) =>
            found.items.length === 0 ? (
              <Empty>{say('没有等待核验的主体。', 'No entity waits to be checked.')}</Empty>
            ) : (
              <Table>
                <thead>
                  <tr>
                    <th>{say('期限', 'Due')}</th>
                    <th>{say('主体', 'Entity')}</th>
                    <th>{say('类型', 'Kind')}</th>
                    <th>{say('提交', 'Handed in')}</th>
                  </tr>
                </thead>
                <tbody>
                  {found.items.map((one) => (
                    <tr key={one.account}>
                      <td>
                        <Due at={one.due} />
                      </td>
                      <td>
                        <Link to={`/checks/entities/${one.account}`}>
                          <strong>{one.legalName}</strong>
                        </Link>{' '}
                        {one.minor && <Tag tone="warning">{say('未成年人', 'not of age')}</Tag>}
                      </td>
                      <td>{kind(one.kind)}</td>
                      <td className="soft">
                        <Ago at={one.submitted} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            )
          }
        </Answered>
      </Card>
    </Page>
  )
}

/** Opens a paper on the evidence origin, by a ticket that is good for minutes. */
const usePaper = (ask: () => Promise<{ origin: string; ticket: string }>) => {
  const toast = useToast()
  const _say = useSay()
  return async (sha256: string) => {
    // Opened first, else the browser takes it for an advertisement.
    const page = window.open('', '_blank', 'noopener=no')
    try {
      const { origin, ticket } = await ask()
      if (page !== null) page.location.href = `${origin}/e/${encodeURIComponent(ticket)}/${sha256}`
    } catch (error) {
      page?.close()
      toast(error instanceof Refused ? error.problem.said.title : { zh: String(error), en: String(error) }, 'danger')
    }
  }
}

export function EntityCasePage() {
  const say = useSay()
  const paperKind = usePaperKind()
  const kind = useKind()
  const navigate = useNavigate()
  const toast = useToast()
  const account = usePart('account')
  const params = { account }
  const asked = useAsk('GET /api/staff/entities/:account', { params })
  const identity = useAct('POST /api/staff/entities/:account/identity')
  const openPaper = usePaper(() => call('POST /api/staff/entities/:account/ticket', { params }))
  const [mode, setMode] = useState<'refuse' | 'ask' | 'unverify' | null>(null)
  const [reason, setReason] = useState(NO_REASON)
  const check = useAct('POST /api/staff/entities/:account/check', {
    stale: ['GET /api/staff/entities', 'GET /api/staff/entities/:account'],
    done: () => {
      toast({ zh: '已处理', en: 'Done' })
      void navigate({ to: '/checks/entities' })
    },
  })
  return (
    <Answered asked={asked} lines={6}>
      {(one) => (
        <Page title={one.legalName ?? say('主体', 'Entity')} under={<State state={one.state} name={one.stateName} />}>
          <div className="two-thirds">
            <div className="stack">
              <Card
                title={say('填写的内容', 'What was entered')}
                acts={
                  <Button small busy={identity.isPending} off={identity.data !== undefined} onClick={() => identity.mutate({ params })}>
                    {say('显示证件号码（记入日志）', 'Show identity numbers (logged)')}
                  </Button>
                }
              >
                <Facts
                  rows={[
                    [say('类型', 'Kind'), one.kind === null ? '—' : kind(one.kind)],
                    [say('名称', 'Name'), one.legalName ?? '—'],
                    [say('证件号码', 'Number'), <code key="n">{identity.data?.idNumber ?? one.idNumber ?? '—'}</code>],
                    identity.data?.representative ? [say('法定代表人', 'Representative'), identity.data.representative] : null,
                    [say('管理员', 'Administrator'), contactText(identity.data?.contact ?? one.contact)],
                    one.minor ? [say('监护人', 'Guardian'), contactText(identity.data?.guardian ?? one.guardianDetails)] : null,
                  ]}
                />
                <ProblemBox problem={identity.error?.problem} />
              </Card>
              <Card title={say('证件文件', 'Papers')}>
                {one.papers.length === 0 && <Note tone="warning">{say('没有上传任何证件。', 'No papers came with it.')}</Note>}
                <ul className="list">
                  {one.papers.map((paper) => (
                    <li key={paper.id} className="row row--apart">
                      <span>
                        <Tag>{paperKind(paper.kind)}</Tag> {paper.fileName} <span className="soft small">{bytesText(paper.bytes)}</span>
                      </span>
                      <Button small onClick={() => void openPaper(paper.sha256)}>
                        {say('打开（记入日志）', 'Open (logged)')}
                      </Button>
                    </li>
                  ))}
                </ul>
              </Card>
              {one.related.length > 0 && (
                <Card title={say('可能有关联的主体', 'Entities that may be related')}>
                  <ul className="list">
                    {one.related.map((other) => (
                      <li key={other.entity}>
                        {other.legalName} <span className="soft">{other.why}</span>
                      </li>
                    ))}
                  </ul>
                </Card>
              )}
              {one.messages.length > 0 && (
                <Card title={say('往来', 'What was said')}>
                  <ul className="list">
                    {one.messages.map((message) => (
                      <li key={message.at + message.text}>
                        <div className="soft small">
                          {message.by} · <At at={message.at} />
                        </div>
                        <p className="pre">{message.text}</p>
                      </li>
                    ))}
                  </ul>
                </Card>
              )}
            </div>
            <Card title={say('核验结果', 'The check')}>
              <ol className="bullets soft">
                <li>{say('名称、号码与证件一致', 'Name and number are as on the papers')}</li>
                <li>{say('证件清晰、有效', 'The papers are legible and in force')}</li>
                <li>{say('没有冒用他人身份', 'Nobody else’s identity is used')}</li>
              </ol>
              {one.state === 'entity-review' ? (
                <div className="acts">
                  <Button
                    tone="primary"
                    busy={check.isPending}
                    onClick={() => check.mutate({ params, body: { do: 'verify', rv: one.rv } })}
                  >
                    {say('核验通过', 'Verify')}
                  </Button>
                  <Button onClick={() => setMode('ask')}>{say('要求补充…', 'Ask…')}</Button>
                  <Button tone="danger" bare onClick={() => setMode('refuse')}>
                    {say('不通过…', 'Refuse…')}
                  </Button>
                </div>
              ) : (
                one.verifiedAt !== null && (
                  <Button tone="danger" bare onClick={() => setMode('unverify')}>
                    {say('撤销核验…', 'Take it back…')}
                  </Button>
                )
              )}
              <ProblemBox problem={check.error?.problem} />
              <Modal
                open={mode !== null}
                close={() => setMode(null)}
                title={
                  mode === 'ask'
                    ? say('要求补充', 'Ask for more')
                    : mode === 'refuse'
                      ? say('核验不通过', 'Refuse')
                      : say('撤销核验', 'Take it back')
                }
                acts={
                  <Button
                    tone={mode === 'ask' ? 'primary' : 'danger'}
                    busy={check.isPending}
                    off={!given(reason)}
                    onClick={() => mode !== null && check.mutate({ params, body: { do: mode, rv: one.rv, reason } })}
                  >
                    {say('发送', 'Send')}
                  </Button>
                }
              >
                <Reason value={reason} set={setReason} />
                <ProblemBox problem={check.error?.problem} />
              </Modal>
            </Card>
          </div>
        </Page>
      )}
    </Answered>
  )
}
const contactText = (contact: { name: string; phone: string } | null | undefined): string =>
  contact === null || contact === undefined ? '—' : `${contact.name} ${contact.phone}`

export function DocumentChecks() {
  const say = useSay()
  const asked = useAsk('GET /api/staff/documents', { query: { limit: 100 } }, { every: 60_000 })
  return (
    <Page title={say('资质核对', 'Documents to be checked')}>
      <Answered asked={asked}>
        {(found) =>
          found.items.length === 0 ? (
            <Card>
              <Empty>{say('没有等待核对的文件。', 'No document waits to be checked.')}</Empty>
            </Card>
          ) : (
            found.items.map((task) => <DocumentCheck key={task.id} task={task} />)
          )
        }
      </Answered>
    </Page>
  )
}
function DocumentCheck({ task }: { readonly task: DocumentTask }) {
  const { say, lang } = useLook()
  const paperKind = usePaperKind()
  const params = { document: task.id }
  const openPaper = usePaper(() => call('POST /api/staff/documents/:document/ticket', { params }))
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState(NO_REASON)
  const check = useAct('POST /api/staff/documents/:document/check', { stale: ['GET /api/staff/documents'] })
  return (
    <Card title={paperKind(task.kind)} acts={<Due at={task.due} />}>
      <Facts
        rows={[
          [say('主体', 'Entity'), task.entity.legalName],
          task.for === null ? null : [say('用于', 'For'), task.for],
          [
            say('有效期', 'Good'),
            `${task.validFrom === null ? '…' : dayText(task.validFrom, lang)} — ${task.validUntil === null ? say('长期', 'no end') : dayText(task.validUntil, lang)}`,
          ],
          [say('文件', 'File'), `${task.fileName} · ${bytesText(task.bytes)}`],
        ]}
      />
      <div className="acts">
        <Button onClick={() => void openPaper(task.file)}>{say('打开文件', 'Open it')}</Button>
        <Button tone="primary" busy={check.isPending} onClick={() => check.mutate({ params, body: { do: 'accept', rv: task.rv } })}>
          {say('核对无误', 'Accept')}
        </Button>
        <Button tone="danger" bare onClick={() => setRefusing(!refusing)}>
          {say('不通过…', 'Refuse…')}
        </Button>
      </div>
      {refusing && (
        <>
          <Reason value={reason} set={setReason} />
          <div>
            <Button
              tone="danger"
              busy={check.isPending}
              off={!given(reason)}
              onClick={() => check.mutate({ params, body: { do: 'refuse', rv: task.rv, reason } })}
            >
              {say('不通过', 'Refuse')}
            </Button>
          </div>
        </>
      )}
      <ProblemBox problem={check.error?.problem} />
    </Card>
  )
}

const TaskCard = ({ task, children }: { readonly task: CertificationTask; readonly children: ReactNode }) => {
  const say = useSay()
  const kind = useKind()
  const paperKind = usePaperKind()
  return (
    <Card title={task.entity.legalName} acts={<Due at={task.due} />}>
      <Facts
        rows={[
          [say('类型', 'Kind'), kind(task.entity.kind)],
          [say('申请于', 'Applied'), <At key="a" at={task.applied} />],
          [say('资质文件', 'Papers'), task.files.map((file) => `${paperKind(file.kind)} ${file.fileName}`).join(say('；', '; '))],
          task.opinion === null
            ? [say('第三方意见', 'Outside opinion'), say('还没有', 'none yet')]
            : [
                say('第三方意见', 'Outside opinion'),
                <span key="o">
                  <Tag tone={task.opinion.favourable ? 'success' : 'danger'}>
                    {task.opinion.favourable ? say('支持', 'in favour') : say('不支持', 'against')}
                  </Tag>{' '}
                  {say(task.opinion.says)}
                </span>,
              ],
        ]}
      />
      {children}
    </Card>
  )
}
type Tasks = Answer<'GET /api/staff/certifications'>

export function Certifications() {
  const say = useSay()
  const asked = useAsk('GET /api/staff/certifications', { query: { limit: 100 } }, { every: 60_000 })
  return (
    <Page title={say('认证决定', 'Certifications to be decided')}>
      <Answered asked={asked}>
        {(found: Tasks) =>
          found.items.length === 0 ? (
            <Card>
              <Empty>{say('没有等待决定的认证。', 'No certification waits.')}</Empty>
            </Card>
          ) : (
            found.items.map((task) => <CertificationDecision key={task.id} task={task} />)
          )
        }
      </Answered>
    </Page>
  )
}
function CertificationDecision({ task }: { readonly task: CertificationTask }) {
  const say = useSay()
  const stale = ['GET /api/staff/certifications'] as const
  const params = { certification: task.id }
  const reviewers = useAsk('GET /api/review/reviewers', {}, { good: 300_000 })
  const outside = (reviewers.data?.items ?? []).filter((one) => one.role === 'outside-reviewer')
  const [until, setUntil] = useState(() => new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10))
  const [adviser, setAdviser] = useState('')
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState(NO_REASON)
  const ask = useAct('POST /api/staff/certifications/:certification/adviser', { stale })
  const decide = useAct('POST /api/staff/certifications/:certification/decision', { stale })
  return (
    <TaskCard task={task}>
      {task.opinion === null && outside.length > 0 && (
        <div className="row">
          <Choice
            value={adviser}
            set={setAdviser}
            label={say('第三方机构', 'Outside house')}
            of={[['', say('选择第三方机构', 'Choose an outside house')], ...outside.map((one) => [one.account, one.name] as const)]}
          />
          <Button busy={ask.isPending} off={adviser === ''} onClick={() => ask.mutate({ params, body: { account: adviser } })}>
            {say('委托', 'Ask it')}
          </Button>
        </div>
      )}
      <div className="acts">
        <Field label={say('有效期至', 'Until')}>
          <Day value={until} set={setUntil} />
        </Field>
        <Button
          tone="primary"
          busy={decide.isPending}
          off={task.opinion === null || until === ''}
          onClick={() => decide.mutate({ params, body: { do: 'certify', rv: task.rv, until: `${until}T15:59:59Z` } })}
        >
          {say('通过认证', 'Certify')}
        </Button>
        <Button tone="danger" bare onClick={() => setRefusing(!refusing)}>
          {say('不通过…', 'Refuse…')}
        </Button>
      </div>
      {task.opinion === null && <span className="soft small">{say('需要先有第三方意见。', 'An outside opinion comes first.')}</span>}
      {refusing && (
        <>
          <Reason value={reason} set={setReason} />
          <div>
            <Button
              tone="danger"
              busy={decide.isPending}
              off={!given(reason)}
              onClick={() => decide.mutate({ params, body: { do: 'refuse', rv: task.rv, reason } })}
            >
              {say('不通过', 'Refuse')}
            </Button>
          </div>
        </>
      )}
      <ProblemBox problem={decide.error?.problem ?? ask.error?.problem} />
    </TaskCard>
  )
}

export function Advice() {
  const say = useSay()
  const asked = useAsk('GET /api/advice', {})
  return (
    <Page
      title={say('委托给我的认证', 'Certifications on which my opinion is asked')}
      under={say('你的意见供平台决定时参考。', 'Your opinion is one thing the platform decides by.')}
    >
      <Answered asked={asked}>
        {(found: Tasks) =>
          found.items.length === 0 ? (
            <Card>
              <Empty>{say('没有委托给你的认证。', 'Nothing is asked of you.')}</Empty>
            </Card>
          ) : (
            found.items.map((task) => <Opinion key={task.id} task={task} />)
          )
        }
      </Answered>
    </Page>
  )
}
function Opinion({ task }: { readonly task: CertificationTask }) {
  const say = useSay()
  const [favourable, setFavourable] = useState<'yes' | 'no'>('yes')
  const [reason, setReason] = useState(NO_REASON)
  const send = useAct('POST /api/advice/:certification', { stale: ['GET /api/advice'] })
  return (
    <TaskCard task={task}>
      <Radios
        value={favourable}
        set={setFavourable}
        of={[
          ['yes', say('支持认证', 'in favour')],
          ['no', say('不支持', 'against')],
        ]}
      />
      <Reason value={reason} set={setReason} />
      <div>
        <Button
          tone="primary"
          busy={send.isPending}
          off={!given(reason)}
          onClick={() =>
            send.mutate({ params: { certification: task.id }, body: { rv: task.rv, favourable: favourable === 'yes', reason } })
          }
        >
          {say('提交意见', 'Give the opinion')}
        </Button>
      </div>
      <ProblemBox problem={send.error?.problem} />
    </TaskCard>
  )
}
