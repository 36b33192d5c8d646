/** Decisions about oneself, each with its statement of reasons and the way to appeal. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DecisionView } from '../../../src/contract/index.ts'
import { usePart } from '../frame/way.ts'
import { Button, Field, Lines, LinkButton, Note, ProblemBox, Tag } from '../parts/controls.tsx'
import { EyesProvider } from '../parts/evidence.tsx'
import { Answered, At, Card, Empty, Modal, Page } from '../parts/shapes.tsx'
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

function One({ decision }: { readonly decision: DecisionView }) {
  const say = useSay()
  const version = decision.version
  const [open, setOpen] = useState(false)
  const [grounds, setGrounds] = useState('')
  const appeal = useAct('POST /api/decisions/:decision/appeal', { stale: ['GET /api/decisions'], done: () => setOpen(false) })
  const until = decision.statement.redress.appealUntil
  const may = decision.state === 'effective' && decision.action !== 'approve' && until !== null && until > Date.now()
  return (
    <EyesProvider
      value={
        version === null ? null : { version, as: 'owner', blur: false, picture: (sha256) => `/api/versions/${version}/picture/${sha256}` }
      }
    >
      <Page
        title={`${say(decision.actionName)}：${decision.statement.about.name} ${decision.statement.about.version ?? ''}`}
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
          <ProblemBox problem={appeal.error?.problem} />
        </Modal>
      </Page>
    </EyesProvider>
  )
}
