import type { ReviewItem } from '../../../../src/contract/index.ts'
import { Note, Tag } from '../../parts/controls.tsx'
import { Ago, At, Empty } from '../../parts/shapes.tsx'
import { State, useRoleName } from '../../parts/states.tsx'
import { useSay } from '../../words/look.tsx'
import { sentence } from '../../words/sentence.ts'
import { Part } from './part.tsx'
export function DocumentsTab({ item }: { readonly item: ReviewItem }) {
  const say = useSay()
  return (
    <div className="stack">
      {item.missingDocuments.length > 0 && (
        <Note tone="danger">
          <strong>{say('类目要求但没有的资质', 'Needed by its categories and not there')}</strong>
          <ul>
            {item.missingDocuments.map((one) => (
              <li key={one.category + one.kind}>
                {one.kind} <span className="soft">({one.category})</span>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {item.documents.length === 0 ? (
        <Empty>{say('没有登记资质文件。', 'No documents were entered.')}</Empty>
      ) : (
        <ul className="list">
          {item.documents.map((one) => (
            <li key={one.id} className="row row--apart">
              <span>
                <strong>{one.kind}</strong> {one.for} <span className="soft">{one.fileName}</span>
              </span>
              <span className="row">
                {one.validUntil !== null && <span className="soft small">{say(`至 ${one.validUntil}`, `until ${one.validUntil}`)}</span>}
                <State state={one.state} name={one.stateName} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export function HistoryTab({ item }: { readonly item: ReviewItem }) {
  const say = useSay()
  const roleName = useRoleName()
  const SIDES = {
    developer: say('开发者', 'developer'),
    reviewer: say('审核员', 'reviewer'),
    platform: say('平台', 'platform'),
    note: say('备注', 'note'),
  }
  return (
    <div className="wb-grid">
      <Part title={say('往来消息', 'Messages')}>
        {item.version.messages.length === 0 && <p className="soft">{say('没有消息。', 'None.')}</p>}
        <ul className="list">
          {item.version.messages.map((one) => (
            <li key={one.id}>
              <div className="soft small">
                {SIDES[one.side]} · <At at={one.at} />
              </div>
              <p className="pre">{one.text}</p>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={say('先前的决定', 'Earlier decisions')}>
        {item.earlier.length === 0 && <p className="soft">{say('没有。', 'None.')}</p>}
        <ul className="list">
          {item.earlier.map((one) => (
            <li key={one.id}>
              <Tag tone={one.action === 'approve' ? 'success' : 'danger'}>{say(one.actionName)}</Tag> {one.statement.about.version}{' '}
              <State state={one.state} name={one.stateName} />{' '}
              <span className="soft small">
                <Ago at={one.at} />
              </span>
              <div className="small">{one.statement.grounds.map((ground) => ground.clause.id).join(', ')}</div>
            </li>
          ))}
        </ul>
      </Part>
      {item.recommendations.length > 0 && (
        <Part title={say('外部审核员的建议', 'Recommended from outside')}>
          <ul className="list">
            {item.recommendations.map((one) => (
              <li key={one.at}>
                <Tag tone={one.action === 'approve' ? 'success' : 'danger'}>
                  {one.action === 'approve' ? say('通过', 'approve') : say('不通过', 'refuse')}
                </Tag>{' '}
                {one.by}
                <p className="pre">{say(one.words)}</p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={say('全部记录', 'History')}>
        <ol className="steps">
          {[...item.version.history].reverse().map((step) => (
            <li key={step.at + step.event}>
              <span>
                {step.name === null ? step.event : sentence(say(step.name))} <span className="soft small">{roleName(step.by)}</span>{' '}
                <span className="soft small">
                  <At at={step.at} />
                </span>
                {step.reason !== null && <div className="small">{say(step.reason)}</div>}
              </span>
            </li>
          ))}
        </ol>
      </Part>
    </div>
  )
}
