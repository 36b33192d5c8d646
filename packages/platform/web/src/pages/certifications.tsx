import { type ReactNode, useState } from 'react'
import type { Answer, CertificationTask } from '../../../src/contract/index.ts'
import { Button, Choice, Day, Field, ProblemBox, Radios, Tag } from '../parts/controls.tsx'
import { Answered, At, Card, Due, Empty, Facts, Page } from '../parts/shapes.tsx'
import { State, useKind, usePaperKind } from '../parts/states.tsx'
import { useAct, useAsk } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'
import { given, NO_REASON, Reason } from './checks.tsx'
import { Reverse, Which } from './reverse.tsx'

const TaskCard = ({
  task,
  children,
  acts,
}: {
  readonly task: CertificationTask
  readonly children: ReactNode
  readonly acts?: ReactNode
}) => {
  const say = useSay()
  const kind = useKind()
  const paperKind = usePaperKind()
  return (
    <Card title={task.entity.legalName} acts={acts ?? <Due at={task.due} />}>
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
  const [done, setDone] = useState(false)
  const asked = useAsk(
    'GET /api/staff/certifications',
    { query: { limit: 100, ...(done ? { decided: 'true' as never } : {}) } },
    { every: 60_000 },
  )
  return (
    <Page title={say('认证决定', 'Certifications')}>
      <Which done={done} set={setDone} waiting={say('等待决定', 'To be decided')} past={say('已决定', 'Decided')} />
      <Answered asked={asked}>
        {(found: Tasks) =>
          found.items.length === 0 ? (
            <Card>
              <Empty>
                {done ? say('还没有决定过的认证。', 'None was decided yet.') : say('没有等待决定的认证。', 'No certification waits.')}
              </Empty>
            </Card>
          ) : (
            found.items.map((task) => (done ? <Decided key={task.id} task={task} /> : <CertificationDecision key={task.id} task={task} />))
          )
        }
      </Answered>
    </Page>
  )
}
function Decided({ task }: { readonly task: CertificationTask }) {
  const say = useSay()
  const annul = useAct('POST /api/staff/certifications/:certification/annulment', { stale: ['GET /api/staff/certifications'] })
  return (
    <TaskCard task={task} acts={<State state={task.state} name={task.stateName} />}>
      <Reverse
        title={say('推翻这个决定', 'Reverse this decision')}
        says={say('认证回到待决定；名片上的认证标记随之消失。', 'It waits again to be decided; the mark on its cards goes with it.')}
        busy={annul.isPending}
        problem={annul.error?.problem}
        send={(reason) => annul.mutate({ params: { certification: task.id }, body: { rv: task.rv, reason } })}
      />
    </TaskCard>
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
