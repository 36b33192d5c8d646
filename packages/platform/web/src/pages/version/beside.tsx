import { useState } from 'react'
import type { Version } from '../../../../src/contract/index.ts'
import { Button, Choice, ProblemBox } from '../../parts/controls.tsx'
import { Ago, At, Card, Code, Copyable } from '../../parts/shapes.tsx'
import { useRoleName } from '../../parts/states.tsx'
import { useAct } from '../../wire/hooks.ts'
import { useSay } from '../../words/look.tsx'
import { sentence } from '../../words/sentence.ts'
import { ROUTES } from './routes.ts'
export function Messages({ version }: { readonly version: Version }) {
  const say = useSay()
  if (version.messages.length === 0) return null
  const SIDES = {
    developer: say('开发者', 'developer'),
    reviewer: say('审核员', 'reviewer'),
    platform: say('平台', 'platform'),
    note: say('备注', 'note'),
  }
  return (
    <Card title={say('往来消息', 'Messages')}>
      <ul className="list">
        {version.messages.map((message) => (
          <li key={message.id}>
            <div className="soft small">
              {SIDES[message.side]} · <At at={message.at} />
            </div>
            <p className="pre">{message.text}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function TrialCard({ version }: { readonly version: Version }) {
  const say = useSay()
  const [days, setDays] = useState('14')
  const share = useAct('POST /api/versions/:version/trial', { stale: ROUTES })
  const end = useAct('POST /api/versions/:version/trial/end', { stale: ROUTES })
  const params = { version: version.id }
  if (version.trial === null && !version.may.includes('share')) return null
  return (
    <Card title={say('体验版', 'Trial')}>
      {version.trial === null ? (
        <>
          <p className="soft small">
            {say(
              '提交审核前，让受邀的体验者先用。不会出现在目录和搜索里。',
              'Lets invited testers use it before the review. It never shows in the directory.',
            )}
          </p>
          <div className="row">
            <Choice
              value={days}
              set={setDays}
              label={say('有效期', 'Open for')}
              of={['3', '7', '14', '30'].map((n) => [n, say(`${n} 天`, `${n} days`)] as const)}
            />
            <Button busy={share.isPending} onClick={() => share.mutate({ params, body: { rv: version.rv, days: Number(days) } })}>
              {say('生成体验二维码', 'Make a code')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <Code svg={version.trial.qr} name={say('体验版二维码', 'Code of the trial')} />
          <Copyable text={version.trial.url} />
          <span className="soft small">
            {say(`${version.trial.testers} 位体验者，`, `${version.trial.testers} testers, `)}
            {say('有效至 ', 'until ')}
            <At at={version.trial.until} />
          </span>
          <div>
            <Button small busy={end.isPending} onClick={() => end.mutate({ params, body: { rv: version.rv } })}>
              {say('结束体验', 'End the trial')}
            </Button>
          </div>
        </>
      )}
      <ProblemBox problem={share.error?.problem ?? end.error?.problem} />
    </Card>
  )
}

export function History({ version }: { readonly version: Version }) {
  const say = useSay()
  const roleName = useRoleName()
  return (
    <Card title={say('全部记录', 'History')}>
      <ol className="steps">
        {[...version.history].reverse().map((step) => (
          <li key={step.at + step.event}>
            <div>
              <div>{step.name === null ? step.event : sentence(say(step.name))}</div>
              {step.reason !== null && <div className="small">{say(step.reason)}</div>}
              <div className="soft small">
                <At at={step.at} /> · {roleName(step.by)} · <Ago at={step.at} />
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
