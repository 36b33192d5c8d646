/** Checking who people are and what they may do: entities, papers, certifications, and opinions from outside. */
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Text } from '../../../src/contract/index.ts'
import { usePart } from '../frame/way.ts'
import { Button, Field, Lines, Note, ProblemBox, Tag } from '../parts/controls.tsx'
import { Ago, Answered, At, Card, Due, Empty, Facts, Modal, Page, useToast } from '../parts/shapes.tsx'
import { State, useKind, usePaperKind } from '../parts/states.tsx'
import { Table } from '../parts/table.tsx'
import { call, Refused } from '../wire/client.ts'
import { useAct, useAsk } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'
import { bytesText } from '../words/numbers.ts'

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
export const usePaper = (ask: () => Promise<{ origin: string; ticket: string }>) => {
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
