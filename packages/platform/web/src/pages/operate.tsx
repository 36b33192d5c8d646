/** Running the house: the state of operation, sent mail. */
import { useState } from 'react'
import { Button, Line, Note, ProblemBox, Tag, type Tone } from '../parts/controls.tsx'
import { Ago, Answered, Card, Empty, Modal, Page } from '../parts/shapes.tsx'
import { useVersionState } from '../parts/states.tsx'
import { Table } from '../parts/table.tsx'
import { useAct, useAsk, useHere } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'
import { given, NO_REASON, Reason } from './checks.tsx'

/** What leaves the database: kinds of rows of the outbox. */
const KINDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  mail: ['邮件', 'mail'],
  webhook: ['通知', 'webhooks'],
  job: ['任务', 'work'],
}

export function OperationPage() {
  const say = useSay()
  const stateName = useVersionState()
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
                {found.outbox.length === 0 && <p className="soft">{say('没有待发送的。', 'Nothing waits to be sent.')}</p>}
                <Table>
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
                        <td>{say(...(KINDS[one.kind] ?? ([one.kind, one.kind] as const)))}</td>
                        <td className="right number">{one.waiting}</td>
                        <td className="right number">{one.dead}</td>
                        <td>{one.oldest === null ? '—' : <Ago at={one.oldest} />}</td>
                      </tr>
                    ))}
                  </tbody>
                </Table>
              </Card>
              <Card title={say('进行中的版本', 'Versions on their way')}>
                {found.states.length === 0 && <p className="soft">{say('没有进行中的版本。', 'No version is on its way.')}</p>}
                <Table>
                  <tbody>
                    {found.states.map((one) => (
                      <tr key={one.state}>
                        <td>{stateName(one.state)}</td>
                        <td className="right number">{one.count}</td>
                      </tr>
                    ))}
                  </tbody>
                </Table>
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
  const SENT = { waiting: { zh: '待发', en: 'waiting' }, sent: { zh: '已发', en: 'sent' }, failed: { zh: '失败', en: 'failed' } }
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
                        <strong>{mail.subject}</strong> <Tag tone={TONES[mail.state] ?? 'default'}>{say(SENT[mail.state])}</Tag>{' '}
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
