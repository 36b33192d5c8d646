import { useState } from 'react'
import type { Version } from '../../../../src/contract/index.ts'
import { Button, Lines, Note, ProblemBox } from '../../parts/controls.tsx'
import { At, Due, useToast } from '../../parts/shapes.tsx'
import { useAct } from '../../wire/hooks.ts'
import { useLook, useSay } from '../../words/look.tsx'
import { spanText } from '../../words/numbers.ts'
import { sentence } from '../../words/sentence.ts'

import { ROUTES } from './routes.ts'
/** What happens now and what can be done, in one sentence. */
export function Status({ version }: { readonly version: Version }) {
  const { say, lang } = useLook()
  const { state, progress, question, deadline, refused } = version
  if (state === 'refused-intake')
    return (
      <Note tone="danger">
        <strong>{say('代码包未被接收', 'The package was not accepted')}</strong>
        <span>{refused === null ? '' : say(refused)}</span>
      </Note>
    )
  if (state === 'needs-info') return <Question version={version} question={question} deadline={deadline} />
  if (state === 'rejected')
    return (
      <Note tone="danger">
        <strong>{say('审核未通过', 'Refused')}</strong>
        <span>
          {say(
            '所有问题都列在下面。改好后上传新版本，并在提交时逐项说明。',
            'Everything that was found is listed below. Mend it, upload, and say what you did when you submit.',
          )}
        </span>
      </Note>
    )
  if (state === 'postponed')
    return (
      <Note tone="warning">
        <strong>{say('审核暂缓', 'Postponed')}</strong>
        {deadline !== null && (
          <span>
            {say('将在 ', 'It goes on ')}
            <At at={deadline} />
            {say(' 继续', '')}
          </span>
        )}
      </Note>
    )
  if (state === 'warned' && deadline !== null)
    return (
      <Note tone="warning">
        <strong>
          {say('请在 ', 'To be mended by ')}
          <At at={deadline} />
          {say(' 前整改', '')}
        </strong>
      </Note>
    )
  if (state === 'approved')
    return (
      <Note tone="success">
        <strong>
          {version.gray.stopped
            ? say('审核人员暂停了发布', 'A reviewer has stopped the release')
            : say('审核通过，可以发布', 'Approved: it can be released')}
        </strong>
        {!version.gray.stopped && <span>{say('发布前，任何人都看不到这个版本。', 'Until it is released, nobody can see it.')}</span>}
      </Note>
    )
  if (['in-auto', 'auto-ok', 'awaiting-human', 'in-human', 'held'].includes(state))
    return (
      <Note tone="primary">
        <strong>{sentence(say(version.stateName))}</strong>
        {progress.place !== null && (
          <span>
            {say(`前面还有 ${Math.max(0, progress.place.position - 1)} 个`, `${Math.max(0, progress.place.position - 1)} ahead of it`)}
            {progress.place.estimateMinutes !== null &&
              say(
                `，预计 ${spanText(progress.place.estimateMinutes * 60_000, lang)}`,
                `, about ${spanText(progress.place.estimateMinutes * 60_000, lang)}`,
              )}
          </span>
        )}
        {progress.due !== null && (
          <span>
            {say('承诺在 ', 'Promised by ')}
            <At at={progress.due} /> (<Due at={progress.due} />)
          </span>
        )}
      </Note>
    )
  return null
}

function Question({
  version,
  question,
  deadline,
}: {
  readonly version: Version
  readonly question: string | null
  readonly deadline: string | null
}) {
  const say = useSay()
  const toast = useToast()
  const [text, setText] = useState('')
  const reply = useAct('POST /api/versions/:version/reply', {
    stale: ROUTES,
    done: () => toast({ zh: '已回复，审核继续', en: 'Answered: the review goes on' }),
  })
  return (
    <Note tone="warning">
      <strong>{say('审核员需要补充信息', 'The reviewer asks')}</strong>
      <p className="pre">{question}</p>
      {deadline !== null && (
        <span>
          {say('请在 ', 'Answer by ')}
          <At at={deadline} /> (<Due at={deadline} />){say(' 前回复，否则按未通过处理。', ', or it is treated as refused.')}
        </span>
      )}
      <Lines value={text} set={setText} most={4000} label={say('回复', 'Answer')} />
      <Button
        tone="primary"
        busy={reply.isPending}
        off={text.trim() === ''}
        onClick={() => reply.mutate({ params: { version: version.id }, body: { rv: version.rv, text } })}
      >
        {say('回复', 'Answer')}
      </Button>
      <ProblemBox problem={reply.error?.problem} />
    </Note>
  )
}
