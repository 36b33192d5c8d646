import { useState } from 'react'
import type { FindingView, Version } from '../../../../src/contract/index.ts'
import { Button, Lines, ProblemBox } from '../../parts/controls.tsx'
import { FindingCard } from '../../parts/finding.tsx'
import { Facts } from '../../parts/shapes.tsx'
import { useAct } from '../../wire/hooks.ts'
import { useSay } from '../../words/look.tsx'
import { sentence } from '../../words/sentence.ts'

export function Answerable({
  version,
  finding,
  open,
}: {
  readonly version: Version
  readonly finding: FindingView
  readonly open: boolean
}) {
  const say = useSay()
  const [writing, setWriting] = useState(false)
  const [text, setText] = useState(finding.answer?.text ?? '')
  const answer = useAct('POST /api/versions/:version/findings/:finding/answer', {
    stale: ['GET /api/versions/:version'],
    done: () => setWriting(false),
  })
  return (
    <FindingCard finding={finding} open={open}>
      {writing ? (
        <div className="stack">
          <Lines
            value={text}
            set={setText}
            most={2000}
            label={say('回复', 'Answer')}
            placeholder={say('说明为什么这不是问题，或你打算怎么改', 'Why it is none, or how you mend it')}
          />
          <div className="acts">
            <Button
              small
              tone="primary"
              busy={answer.isPending}
              off={text.trim() === ''}
              onClick={() => answer.mutate({ params: { version: version.id, finding: finding.id }, body: { text } })}
            >
              {say('保存回复', 'Save the answer')}
            </Button>
            <Button small bare onClick={() => setWriting(false)}>
              {say('取消', 'Cancel')}
            </Button>
          </div>
          <ProblemBox problem={answer.error?.problem} />
        </div>
      ) : (
        <div>
          <Button small onClick={() => setWriting(true)}>
            {finding.answer === null ? say('回复', 'Answer') : say('修改回复', 'Change the answer')}
          </Button>
        </div>
      )}
    </FindingCard>
  )
}

/** In words of the platform; of the rest the checker says itself why. */
const NOT_CHECKED: Readonly<Record<string, readonly [string, string]>> = {
  'no-listing': ['没有资料', 'No listing'],
  'not-run': ['没有运行', 'Not run'],
  shadow: ['规则试运行', 'Rule on trial'],
  'rule-said': ['有关内容没能看懂', 'Could not be understood'],
  unknown: ['没有检查', 'Not checked'],
}
export function Covered({ version }: { readonly version: Version }) {
  const say = useSay()
  const covered = version.coverage
  if (covered === null) return null
  const unchecked = covered.notChecked.reduce((sum, one) => sum + one.clauses.length, 0)
  return (
    <details>
      <summary className="soft">
        {say(
          `对照条款：${covered.pass} 条通过，${covered.violation} 条违规，${covered.review} 条待判断，${covered.notApplicable} 条不适用，${unchecked} 条未检查`,
          `Clauses: ${covered.pass} passed, ${covered.violation} violated, ${covered.review} for a person, ${covered.notApplicable} do not apply, ${unchecked} not checked`,
        )}
      </summary>
      <Facts
        rows={covered.notChecked.map(
          (one) =>
            [
              NOT_CHECKED[one.reason] !== undefined
                ? say(...NOT_CHECKED[one.reason]!)
                : one.said !== null
                  ? sentence(say(one.said))
                  : one.reason,
              one.clauses.join(', '),
            ] as const,
        )}
      />
    </details>
  )
}
