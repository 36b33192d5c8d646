/** Decisions about oneself, each with its statement of reasons and the way to appeal. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DecisionView, Text } from '../../../src/contract/index.ts'
import { usePart } from '../frame/way.ts'
import { Button, Field, Lines, LinkButton, Note, ProblemBox, Tag } from '../parts/controls.tsx'
import { EyesProvider } from '../parts/evidence.tsx'
import { Answered, At, Card, Due, Empty, Facts, Modal, Page } from '../parts/shapes.tsx'
import { Statement } from '../parts/statement.tsx'
import { State } from '../parts/states.tsx'
import { useAct, useAsk } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'

export function Decisions() {
  const say = useSay()
  const asked = useAsk('GET /api/decisions', {})
  return (
    <Page
      title={say('关于我的决定', 'Decisions about me')}
      under={say('每个决定都写明依据的条款、发现的内容和修改方法。', 'Each says which clause, what was found and how to mend it.')}
    >
      <Card>
        <Answered asked={asked}>
          {(found) =>
            found.items.length === 0 ? (
              <Empty>{say('还没有决定。', 'There are no decisions yet.')}</Empty>
            ) : (
              <ul className="list">
                {found.items.map((one) => (
                  <li key={one.id} className="row row--apart">
                    <span className="row">
                      <Link to={`/decisions/${one.id}`}>
                        <strong>
                          {one.statement.about.name} {one.statement.about.version}
                        </strong>
                      </Link>
                      <Tag tone={one.action === 'approve' ? 'success' : 'danger'}>{say(one.actionName)}</Tag>
                      <State state={one.state} name={one.stateName} />
                    </span>
                    <span className="soft small">
                      <code>{one.reference}</code> <At at={one.at} />
                    </span>
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

export function DecisionPage() {
  const say = useSay()
  const id = usePart('decision')
  const asked = useAsk('GET /api/decisions', {})
  return (
    <Answered asked={asked}>
      {(found) => {
        const one = found.items.find((item) => item.id === id)
        return one === undefined ? (
          <Page title={say('没有这个决定', 'There is no such decision')}>
            <div>
              <LinkButton to="/decisions">{say('全部决定', 'All decisions')}</LinkButton>
            </div>
          </Page>
        ) : (
          <One decision={one} />
        )
      }}
    </Answered>
  )
}

const OUTCOMES: Readonly<Record<string, { readonly tone: 'success' | 'danger' | 'warning' | 'default'; readonly said: Text }>> = {
  appealed: { tone: 'warning', said: { zh: '申诉等待处理', en: 'Your appeal waits to be decided' } },
  affirmed: { tone: 'danger', said: { zh: '申诉后维持原决定', en: 'The decision was upheld' } },
  varied: { tone: 'warning', said: { zh: '申诉后变更了决定', en: 'The decision was varied' } },
  reversed: { tone: 'success', said: { zh: '申诉成立，原决定已撤销', en: 'Your appeal was granted: the decision is reversed' } },
}
/** What was said against the decision, by when it is answered, and the answer. */
function Appealed({ decision }: { readonly decision: DecisionView }) {
  const say = useSay()
  const withdraw = useAct('POST /api/decisions/:decision/appeal/withdrawal', { stale: ['GET /api/decisions'] })
  const [sure, setSure] = useState(false)
  const appeal = decision.appeal
  if (appeal === null) return null
  const outcome = OUTCOMES[decision.state] ?? { tone: 'default' as const, said: { zh: '申诉已撤回', en: 'The appeal was withdrawn' } }
  return (
    <Card title={say('申诉', 'Appeal')}>
      <Note tone={outcome.tone}>
        <strong>{say(outcome.said)}</strong>
        {appeal.answer !== null && <span className="pre">{say(appeal.answer)}</span>}
        {decision.state === 'reversed' && decision.version !== null && (
          <span>{say('这个版本已回到审核队列，由人重新审核。', 'The version is back in the queue and is reviewed anew.')}</span>
        )}
      </Note>
      <Facts
        rows={[
          [say('提出于', 'Filed'), <At key="f" at={appeal.filed} />],
          appeal.answered === null
            ? decision.state === 'appealed'
              ? [say('承诺答复', 'Promised by'), <Due key="d" at={appeal.due} />]
              : null
            : [say('答复于', 'Answered'), <At key="a" at={appeal.answered} />],
          [
            say('你的理由', 'What you said'),
            <span key="g" className="pre">
              {appeal.grounds}
            </span>,
          ],
        ]}
      />
      {decision.state === 'appealed' && (
        <div className="acts">
          {sure && <span className="soft small">{say('撤回后不能再次申诉。', 'It cannot be filed again.')}</span>}
          <Button
            tone="danger"
            bare
            busy={withdraw.isPending}
            onClick={() => (sure ? withdraw.mutate({ params: { decision: decision.id }, body: { rv: decision.rv } }) : setSure(true))}
          >
            {sure ? say('确定撤回', 'Yes, withdraw it') : say('撤回申诉…', 'Withdraw the appeal…')}
          </Button>
        </div>
      )}
      <ProblemBox problem={withdraw.error?.problem} />
    </Card>
  )
}

function One({ decision }: { readonly decision: DecisionView }) {
  const say = useSay()
  const version = decision.version
  const [open, setOpen] = useState(false)
  const [grounds, setGrounds] = useState('')
  const appeal = useAct('POST /api/decisions/:decision/appeal', { stale: ['GET /api/decisions'], done: () => setOpen(false) })
  const until = decision.statement.redress.appealUntil
  const may =
    decision.state === 'effective' && decision.appeal === null && decision.action !== 'approve' && until !== null && until > Date.now()
  return (
    <EyesProvider
      value={
        version === null ? null : { version, as: 'owner', blur: false, picture: (sha256) => `/api/versions/${version}/picture/${sha256}` }
      }
    >
      <Page
        title={`${say(decision.actionName)}${say('：', ': ')}${decision.statement.about.name} ${decision.statement.about.version ?? ''}`}
        under={
          <>
            <State state={decision.state} name={decision.stateName} />
            {decision.secondPerson && <Tag>{say('两人确认', 'two people agreed')}</Tag>}
            <code>{decision.reference}</code>
          </>
        }
        acts={
          <>
            {version !== null && <LinkButton to={`/versions/${version}`}>{say('版本', 'The version')}</LinkButton>}
            <a className="link-button" href={`/api/decisions/${decision.id}`} download={`${decision.reference}.json`}>
              JSON
            </a>
            {may && <Button onClick={() => setOpen(true)}>{say('申诉', 'Appeal')}</Button>}
          </>
        }
      >
        {decision.appeal !== null && <Appealed decision={decision} />}
        <Card title={say('理由陈述', 'Statement of reasons')}>
          <Statement of={decision.statement} />
        </Card>
        <Modal
          open={open}
          close={() => setOpen(false)}
          title={say('申诉', 'Appeal')}
          acts={
            <Button
              tone="primary"
              busy={appeal.isPending}
              off={grounds.trim().length < 10}
              onClick={() => appeal.mutate({ params: { decision: decision.id }, body: { rv: decision.rv, grounds } })}
            >
              {say('提出申诉', 'Appeal')}
            </Button>
          }
        >
          <Note>
            {say(
              '每个决定可以申诉一次，由没有参与过的人处理，5 个工作日内答复。',
              'Once for each decision; somebody who had no part in it answers within five working days.',
            )}
          </Note>
          <Field label={say('为什么不同意（至少 10 个字）', 'Why you disagree (10 characters at least)')}>
            <Lines value={grounds} set={setGrounds} most={5000} rows={5} />
          </Field>
          {grounds.trim().length > 0 && grounds.trim().length < 10 && (
            <span className="soft small">
              {say(`还差 ${10 - grounds.trim().length} 个字`, `${10 - grounds.trim().length} more characters`)}
            </span>
          )}
          <ProblemBox problem={appeal.error?.problem} />
        </Modal>
      </Page>
    </EyesProvider>
  )
}
