/** People of the house and their roles. */
import { useState } from 'react'
import type { Person, RoleName } from '../../../src/contract/index.ts'
import { Button, Choice, Field, Line, ProblemBox, Tag, Tick } from '../parts/controls.tsx'
import { Ago, Answered, Card, Empty, Modal, Page } from '../parts/shapes.tsx'
import { ROLE_IDS, useRoleName } from '../parts/states.tsx'
import { Table } from '../parts/table.tsx'
import { useAct, useAsk, useHere } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'
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
              <Table>
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
              </Table>
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
