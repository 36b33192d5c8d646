import type { Progress } from '../../../src/contract/index.ts'
import { useLook, useSay } from '../words/look.tsx'
import { spanText } from '../words/numbers.ts'
import { sentence } from '../words/sentence.ts'

const SIGNS: Readonly<Record<string, string>> = { waiting: '·', running: '◌', done: '✓', failed: '!', 'left-out': '–' }
export const Checks = ({ progress }: { readonly progress: Progress }) => {
  const { say, lang } = useLook()
  if (progress.checks.length === 0) return <p className="soft">{say('还没有开始。', 'It has not begun.')}</p>
  return (
    <ol className="checks">
      {progress.checks.map((check) => (
        <li key={check.name} className={`is-${check.state}`}>
          <span className="sign" aria-hidden="true">
            {SIGNS[check.state]}
          </span>
          <span>{sentence(say(check.title))}</span>
          <span className="soft small number">
            {check.state === 'running' && check.of !== null && `${check.done ?? 0}/${check.of}`}
            {check.state === 'done' && check.ms !== null && (check.ms < 1000 ? `${check.ms} ms` : spanText(check.ms, lang))}
            {check.state === 'waiting' && say('等待', 'waiting')}
            {check.state === 'left-out' && say('不适用', 'left out')}
            {check.state === 'failed' && say('未完成', 'failed')}
          </span>
          {check.state === 'running' && check.of !== null && <progress value={check.done ?? 0} max={check.of} />}
          {check.note !== null && <span className="soft small">{say(check.note)}</span>}
        </li>
      ))}
    </ol>
  )
}

export const Factors = ({
  factors,
}: {
  readonly factors: readonly { name: string; points: number; of: number; said: { zh: string; en: string } }[]
}) => {
  const say = useSay()
  return (
    <ul className="factors">
      {factors
        .filter((one) => one.points !== 0)
        .sort((a, b) => b.points - a.points)
        .map((one) => (
          <li key={one.name}>
            <span>{sentence(say(one.said))}</span>
            <progress value={one.points} max={one.of} aria-hidden="true" />
            <span className="number">
              {one.points}/{one.of}
            </span>
          </li>
        ))}
    </ul>
  )
}
