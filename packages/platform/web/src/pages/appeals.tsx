/** Appeals: what the developer says against a decision, the decision itself, and the answer of somebody who had no part in it. */
import { useState } from 'react'
import type { AppealTask } from '../../../src/contract/index.ts'
import { Button, Note, ProblemBox, Radios } from '../parts/controls.tsx'
import { EyesProvider } from '../parts/evidence.tsx'
import { Ago, Answered, At, Card, Due, Empty, Facts, Page, useToast } from '../parts/shapes.tsx'
import { Statement } from '../parts/statement.tsx'
import { State } from '../parts/states.tsx'
import { useAct, useAsk } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'
import { sentence } from '../words/sentence.ts'
import { useSight } from '../workbench/sight.ts'
import { given, NO_REASON, Reason } from './checks.tsx'
import { Which } from './reverse.tsx'

export function Appeals() {
  const say = useSay()
  const [done, setDone] = useState(false)
  const asked = useAsk(
    'GET /api/review/appeals',
    { query: { limit: 100, ...(done ? { decided: 'true' as never } : {}) } },
    { every: 60_000 },
  )
  return (
    <Page
      title={say('申诉', 'Appeals')}
      under={say(
        '由没有经手过的人处理，5 个工作日内答复；撤销不通过的决定后，版本回到审核队列。',
        'Judged by somebody who had no part in the matter, within five working days. A refusal that is reversed puts the version back into the queue.',
      )}
    >
      <Which done={done} set={setDone} waiting={say('等待处理', 'To be decided')} past={say('已处理', 'Decided')} />
      <Answered asked={asked}>
        {(found) =>
          found.items.length === 0 ? (
            <Card>
              <Empty>{done ? say('还没有处理过的申诉。', 'None was decided yet.') : say('没有等待处理的申诉。', 'No appeal waits.')}</Empty>
            </Card>
          ) : (
            found.items.map((task) => <Task key={task.decision} task={task} />)
          )
        }
      </Answered>
    </Page>
  )
}

function Task({ task }: { readonly task: AppealTask }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <Card
      title={`${sentence(say(task.actionName))}${say('：', ': ')}${task.about.name} ${task.about.label ?? ''}`}
      acts={task.answered === null ? <Due at={task.due} /> : <State state={task.state} name={task.stateName} />}
    >
      <Facts
        rows={[
          [say('编号', 'Reference'), <code key="r">{task.reference}</code>],
          [say('原决定', 'Decided'), <At key="d" at={task.decided} />],
          [
            say('申诉于', 'Appealed'),
            <span key="f">
              <At at={task.filed} /> · <Ago at={task.filed} />
            </span>,
          ],
          [
            say('申诉理由', 'Grounds of the appeal'),
            <span key="g" className="pre">
              {task.grounds}
            </span>,
          ],
          task.findings.length === 0
            ? null
            : [
                say('针对的问题', 'Against these findings'),
                <ul key="q">
                  {task.findings.map((one) => (
                    <li key={one.id}>{sentence(say(one.what))}</li>
                  ))}
                </ul>,
              ],
          task.answer === null
            ? null
            : [
                say('答复', 'The answer'),
                <span key="a" className="pre">
                  {say(task.answer)}
                </span>,
              ],
        ]}
      />
      <div>
        <Button onClick={() => setOpen(!open)}>
          {open ? say('收起', 'Fold') : say('看原决定的理由陈述', 'See the statement of reasons')}
        </Button>
      </div>
      {open && <Reasons task={task} />}
      {task.answered === null &&
        (task.barred ? (
          <Note tone="warning">
            {say('你经手过这件事，由别人处理这次申诉。', 'You had a part in this matter: somebody else judges the appeal.')}
          </Note>
        ) : (
          <Outcome task={task} read={open} />
        ))}
    </Card>
  )
}

/** The statement with its pictures, which a ticket opens. */
function Reasons({ task }: { readonly task: AppealTask }) {
  return task.about.kind === 'version' ? (
    <Pictured task={task} />
  ) : (
    <EyesProvider value={null}>
      <Statement of={task.statement} />
    </EyesProvider>
  )
}
function Pictured({ task }: { readonly task: AppealTask }) {
  const eyes = useSight(task.about.id, null, true)
  return (
    <EyesProvider value={eyes}>
      <Statement of={task.statement} />
    </EyesProvider>
  )
}

function Outcome({ task, read }: { readonly task: AppealTask; readonly read: boolean }) {
  const say = useSay()
  const toast = useToast()
  const [seen, setSeen] = useState(read)
  if (read && !seen) setSeen(true)
  const [outcome, setOutcome] = useState<'' | 'affirm' | 'reverse'>('')
  const [reason, setReason] = useState(NO_REASON)
  const act = useAct('POST /api/review/appeals/:decision/outcome', {
    stale: ['GET /api/review/appeals'],
    done: () => toast({ zh: '已答复，开发者会收到邮件', en: 'Answered: the developer is told by mail' }),
  })
  return (
    <div className="stack">
      <Radios
        value={outcome}
        set={setOutcome}
        of={[
          ['affirm', say('维持原决定', 'Uphold the decision')],
          ['reverse', say('撤销原决定', 'Reverse the decision')],
        ]}
      />
      <Reason value={reason} set={setReason} />
      {!seen && <span className="soft small">{say('先看理由陈述，再答复。', 'See the statement of reasons first.')}</span>}
      <div>
        <Button
          tone="primary"
          busy={act.isPending}
          off={outcome === '' || !given(reason) || !seen}
          onClick={() => outcome !== '' && act.mutate({ params: { decision: task.decision }, body: { rv: task.rv, outcome, reason } })}
        >
          {say('答复', 'Answer')}
        </Button>
      </div>
      <ProblemBox problem={act.error?.problem} />
    </div>
  )
}
