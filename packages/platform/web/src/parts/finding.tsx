/** A finding, whole: what, why, how to mend it, where, the proof, and what was said about it. */
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { FindingView, Text } from '../../../src/contract/index.ts'
import { useSay } from '../words/look.tsx'
import { sentence } from '../words/sentence.ts'
import { Tag } from './controls.tsx'
import { Excerpt, Shot } from './evidence.tsx'
import { type Place, placesOf, placeText, type Witness, witnessOf } from './places.ts'

const CONFIDENCES: Readonly<Record<FindingView['confidence'], Text>> = {
  high: { zh: '把握高', en: 'high confidence' },
  medium: { zh: '把握中', en: 'medium confidence' },
  low: { zh: '把握低', en: 'low confidence' },
}
const MARKS: Readonly<Record<'confirm' | 'dismiss' | 'unsure', Text>> = {
  confirm: { zh: '审核员已确认', en: 'confirmed by the reviewer' },
  dismiss: { zh: '审核员已排除', en: 'dismissed by the reviewer' },
  unsure: { zh: '审核员存疑', en: 'the reviewer is unsure' },
}
export const useFindingWords = () => {
  const say = useSay()
  return {
    verdict: (one: FindingView) => (one.verdict === 'violation' ? say('违规', 'violation') : say('需人工判断', 'for a person')),
    confidence: (one: FindingView) => say(CONFIDENCES[one.confidence]),
    since: (one: FindingView) =>
      one.since === 'new'
        ? say('新出现', 'new')
        : one.since === 'approved'
          ? say('上次通过时已有', 'was there when last approved')
          : say('上一轮已有', 'was there last round'),
    mark: (as: 'confirm' | 'dismiss' | 'unsure') => say(MARKS[as]),
    listing: say('资料', 'listing:'),
    mode: (one: FindingView) =>
      one.mode === 'shadow'
        ? say('试运行规则，不影响结果', 'rule on trial, does not count')
        : one.mode === 'warn'
          ? say('提示', 'a warning')
          : null,
  }
}

export const PlaceLine = ({ place }: { readonly place: Place }) => {
  const say = useSay()
  const words = useFindingWords()
  return (
    <span>
      <span className="place">{placeText(place, words.listing)}</span>
      {place.note !== null && <span className="soft"> {say(place.note)}</span>}
    </span>
  )
}

export const Proof = ({ witness }: { readonly witness: Witness }) => {
  const say = useSay()
  const words = useFindingWords()
  const title =
    witness.kind === 'steps'
      ? say('重现步骤', 'Steps to see it')
      : witness.kind === 'flow'
        ? say('数据流向', 'How the data flows')
        : say('调用路径', 'How it is called')
  return (
    <div>
      <h3 className="small soft">{title}</h3>
      <ol className="steps">
        {witness.steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps in order
          <li key={i}>
            <span>
              {say(step.text)} {step.place !== null && <span className="place soft">{placeText(step.place, words.listing)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The finding as its developer reads it. */
export const FindingCard = ({
  finding,
  children,
  open = true,
}: {
  readonly finding: FindingView
  readonly children?: ReactNode
  readonly open?: boolean
}) => {
  const say = useSay()
  const words = useFindingWords()
  const [shown, setShown] = useState(open)
  const places = placesOf(finding.places)
  const witness = witnessOf(finding.witness)
  const first = places[0]
  const box = places.find((place) => place.kind === 'page')?.box ?? null
  const aside = finding.setAside !== null || finding.mode === 'shadow' || finding.mark?.as === 'dismiss'
  const mode = words.mode(finding)
  return (
    <article className={`finding finding--${aside ? 'aside' : finding.verdict}`} id={`finding-${finding.id}`}>
      <div className="row row--apart">
        <h3>
          <button type="button" className="plain" onClick={() => setShown(!shown)} aria-expanded={shown}>
            <span aria-hidden="true">{shown ? '▾' : '▸'}</span> {sentence(say(finding.what))}
          </button>
        </h3>
        <span className="row">
          <Tag tone={aside ? 'default' : finding.verdict === 'violation' ? 'danger' : 'warning'}>{words.verdict(finding)}</Tag>
          {finding.since !== 'new' && <Tag>{words.since(finding)}</Tag>}
          {mode !== null && <Tag>{mode}</Tag>}
          {finding.mark !== null && <Tag tone={finding.mark.as === 'confirm' ? 'danger' : 'default'}>{words.mark(finding.mark.as)}</Tag>}
        </span>
      </div>
      {shown && (
        <>
          <dl>
            <div>
              <dt>{say('条款', 'Clause')}</dt>
              <dd>
                {finding.clauses.map((clause) => (
                  <div key={clause.id}>
                    <Link to="/rules">
                      <code>{clause.id}</code>
                    </Link>{' '}
                    {say(clause.title)}
                  </div>
                ))}
              </dd>
            </div>
            <div>
              <dt>{say('原因', 'Why')}</dt>
              <dd>{say(finding.why)}</dd>
            </div>
            <div>
              <dt>{say('修改', 'Mend')}</dt>
              <dd>{say(finding.mend)}</dd>
            </div>
            {places.length > 0 && (
              <div>
                <dt>{say('位置', 'Where')}</dt>
                <dd>
                  {places.slice(0, 6).map((place) => (
                    <div key={placeText(place, '') + JSON.stringify(place)}>
                      <PlaceLine place={place} />
                    </div>
                  ))}
                  {places.length > 6 && (
                    <span className="soft">{say(`还有 ${places.length - 6} 处`, `and ${places.length - 6} more`)}</span>
                  )}
                </dd>
              </div>
            )}
          </dl>
          {first?.kind === 'file' && <Excerpt path={first.file} line={first.line} endLine={first.endLine} />}
          {witness !== null && <Proof witness={witness} />}
          {finding.attachments.length > 0 && (
            <div className="shots">
              {finding.attachments.map((sha256, i) => (
                <Shot key={sha256} sha256={sha256} label={say(`截图 ${i + 1}`, `Screenshot ${i + 1}`)} box={i === 0 ? box : null} />
              ))}
            </div>
          )}
          {finding.setAside !== null && (
            <p className="small soft">
              {say('已搁置', 'Set aside')} ({finding.setAside.by}): {finding.setAside.reason}
            </p>
          )}
          {finding.mark !== null && finding.mark.reason !== '' && (
            <p className="small">
              {say('审核员说：', 'The reviewer says: ')}
              {finding.mark.reason}
            </p>
          )}
          {finding.answer !== null && (
            <p className="note note--primary">
              <span className="small soft">{say('开发者的回复', 'The developer’s answer')}</span>
              {finding.answer.text}
            </p>
          )}
          {children}
        </>
      )}
    </article>
  )
}
