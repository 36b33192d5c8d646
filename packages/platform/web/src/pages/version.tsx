/** One version as its developer sees it: how the review goes, what was found, what was decided, what was said. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FindingView, Progress, Version } from '../../../src/contract/index.ts'
import { usePart } from '../frame/way.ts'
import { Button, Choice, Field, Lines, LinkButton, Note, ProblemBox, Tag } from '../parts/controls.tsx'
import { EyesProvider } from '../parts/evidence.tsx'
import { FindingCard } from '../parts/finding.tsx'
import { Ago, Answered, At, Card, Code, Copyable, Digest, Due, Empty, Facts, Modal, Page, useToast } from '../parts/shapes.tsx'
import { Statement } from '../parts/statement.tsx'
import { Platform, State, useRoleName } from '../parts/states.tsx'
import { keyOf, useAct, useAsk, useEvents } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { bytesText, spanText } from '../words/numbers.ts'

const MOVING = ['uploading', 'quarantined', 'checked', 'in-auto', 'auto-ok', 'awaiting-human', 'in-human', 'held']
const ROUTES = ['GET /api/versions/:version', 'GET /api/programs/:program/versions'] as const

export function VersionPage() {
  const say = useSay()
  const id = usePart('version')
  const client = useQueryClient()
  const asked = useAsk('GET /api/versions/:version', { params: { version: id } })
  const version = asked.data
  const moving = version !== undefined && MOVING.includes(version.state)
  const heard = useEvents(moving ? `/api/versions/${id}/events` : null, (event) => {
    const told = event as Partial<Progress> & { subject?: string }
    const key = keyOf('GET /api/versions/:version', { params: { version: id } })
    if (Array.isArray(told.checks))
      client.setQueryData(key, (old: Version | undefined) => (old === undefined ? old : { ...old, progress: { ...old.progress, ...told } }))
    else void client.invalidateQueries({ queryKey: key })
  })
  return (
    <Answered asked={asked} lines={8}>
      {(one) => (
        <EyesProvider value={{ version: id, as: 'owner', blur: false, picture: (sha256) => `/api/versions/${id}/picture/${sha256}` }}>
          <Page
            title={`${one.program.name} ${one.label}`}
            under={
              <>
                <Platform of={one.program.platform} />
                <State state={one.state} name={one.stateName} />
                {one.round > 1 && <Tag>{say(`第 ${one.round} 轮`, `round ${one.round}`)}</Tag>}
                {one.expedited !== null && <Tag tone="warning">{say('加急', 'expedited')}</Tag>}
                {one.sha256 !== null && <Digest of={one.sha256} />}
                {one.bytes !== null && <span>{bytesText(one.bytes)}</span>}
              </>
            }
            acts={<Acts version={one} />}
          >
            <Body version={one} live={heard} />
          </Page>
        </EyesProvider>
      )}
    </Answered>
  )
}

function Acts({ version }: { readonly version: Version }) {
  const say = useSay()
  const can = (event: string) => version.may.includes(event)
  const withdraw = useAct('POST /api/versions/:version/withdrawal', { stale: ROUTES })
  const [asking, setAsking] = useState(false)
  const [expediting, setExpediting] = useState(false)
  const releasing = ['approved', 'gray', 'live', 'warned', 'retired'].includes(version.state)
  return (
    <>
      <LinkButton to={`/programs/${version.program.id}`}>{say('全部版本', 'All versions')}</LinkButton>
      {releasing && (
        <LinkButton to={`/versions/${version.id}/release`} tone={version.state === 'approved' ? 'primary' : 'default'}>
          {say('发布', 'Release')}
        </LinkButton>
      )}
      {['rejected', 'withdrawn', 'refused-intake', 'needs-info'].includes(version.state) && (
        <LinkButton to={`/programs/${version.program.id}/upload`} tone={version.state === 'needs-info' ? 'default' : 'primary'}>
          {say('上传修改后的版本', 'Upload a mended version')}
        </LinkButton>
      )}
      {can('submit') && (
        <LinkButton to={`/versions/${version.id}/submit`} tone="primary">
          {say('提交审核', 'Submit for review')}
        </LinkButton>
      )}
      {['in-auto', 'awaiting-human'].includes(version.state) && version.expedited === null && (
        <Button onClick={() => setExpediting(true)}>{say('申请加急', 'Ask to expedite')}</Button>
      )}
      {can('withdraw') && (
        <Button tone="danger" bare onClick={() => setAsking(true)}>
          {say('撤回', 'Withdraw')}
        </Button>
      )}
      <Modal
        open={asking}
        close={() => setAsking(false)}
        title={say('撤回这个版本', 'Withdraw this version')}
        acts={
          <Button
            tone="danger"
            busy={withdraw.isPending}
            onClick={() =>
              withdraw.mutate({ params: { version: version.id }, body: { rv: version.rv } }, { onSuccess: () => setAsking(false) })
            }
          >
            {say('撤回', 'Withdraw')}
          </Button>
        }
      >
        <p>
          {say('撤回后要重新上传才能再次提交；撤回次数有限。', 'To submit it again, it has to be uploaded again; withdrawals are limited.')}
        </p>
        <ProblemBox problem={withdraw.error?.problem} />
      </Modal>
      <Expedite open={expediting} close={() => setExpediting(false)} version={version} />
    </>
  )
}

function Expedite({ open, close, version }: { readonly open: boolean; readonly close: () => void; readonly version: Version }) {
  const say = useSay()
  const [kind, setKind] = useState<'safety' | 'broken' | 'legal' | 'event'>('broken')
  const [words, setWords] = useState('')
  const ask = useAct('POST /api/versions/:version/expedition', { stale: ROUTES, done: close })
  return (
    <Modal
      open={open}
      close={close}
      title={say('申请加急', 'Ask to expedite')}
      acts={
        <Button
          tone="primary"
          busy={ask.isPending}
          off={words.trim().length < 10}
          onClick={() => ask.mutate({ params: { version: version.id }, body: { kind, words } })}
        >
          {say('申请', 'Ask')}
        </Button>
      }
    >
      <p className="soft">{say('加急次数有限，开始审核时才扣除。', 'Expedited reviews are few; one is used up when the review begins.')}</p>
      <Field label={say('原因', 'Reason')}>
        <Choice
          value={kind}
          set={setKind}
          of={[
            ['broken', say('线上版本无法使用', 'the live version is broken')],
            ['safety', say('用户安全', 'safety of users')],
            ['legal', say('法律要求', 'required by law')],
            ['event', say('有固定日期的活动', 'an event with a fixed date')],
          ]}
        />
      </Field>
      <Field label={say('具体情况（至少 10 个字）', 'In your words (10 characters at least)')}>
        <Lines value={words} set={setWords} most={500} />
      </Field>
      <ProblemBox problem={ask.error?.problem} />
    </Modal>
  )
}

function Body({ version, live }: { readonly version: Version; readonly live: 'off' | 'open' | 'waiting' }) {
  const say = useSay()
  const latest = [...version.decisions].sort((a, b) => b.at.localeCompare(a.at))[0]
  const violations = version.findings.filter((one) => one.verdict === 'violation' && one.setAside === null && one.mode !== 'shadow')
  const reviews = version.findings.filter((one) => one.verdict === 'review' && one.setAside === null && one.mode !== 'shadow')
  const aside = version.findings.filter((one) => one.setAside !== null || one.mode === 'shadow')
  return (
    <>
      <Status version={version} />
      <div className="two-thirds">
        <div className="stack">
          {latest !== undefined && (
            <Card
              title={say(latest.actionName)}
              acts={
                <>
                  <State state={latest.state} name={latest.stateName} />
                  {latest.secondPerson && <Tag>{say('两人确认', 'two people agreed')}</Tag>}
                  <LinkButton to={`/decisions/${latest.id}`}>{say('决定与申诉', 'Decision and appeal')}</LinkButton>
                </>
              }
            >
              <Statement of={latest.statement} />
            </Card>
          )}
          <Card
            title={
              <>
                {say('检查结果', 'What was found')}{' '}
                <span className="soft">
                  {violations.length > 0 && say(`${violations.length} 项违规`, `${violations.length} violations`)}
                  {violations.length > 0 && reviews.length > 0 && say('，', ', ')}
                  {reviews.length > 0 && say(`${reviews.length} 项需人工判断`, `${reviews.length} for a person`)}
                </span>
              </>
            }
          >
            {version.findings.length === 0 ? (
              <Empty>
                {version.coverage === null
                  ? say('检查完成后，结果会显示在这里。', 'What the checks find is shown here once they are done.')
                  : say('没有发现问题。', 'Nothing was found.')}
              </Empty>
            ) : (
              <div className="stack">
                {[...violations, ...reviews].map((finding, i) => (
                  <Answerable key={finding.id} version={version} finding={finding} open={latest === undefined && i < 8} />
                ))}
                {aside.length > 0 && (
                  <details>
                    <summary>{say(`另有 ${aside.length} 项不影响结果`, `${aside.length} more that do not count`)}</summary>
                    <div className="stack">
                      {aside.map((finding) => (
                        <FindingCard key={finding.id} finding={finding} open={false} />
                      ))}
                    </div>
                  </details>
                )}
              </div>
            )}
            {version.coverage !== null && <Covered version={version} />}
          </Card>
          <Messages version={version} />
        </div>
        <div className="stack">
          <Card
            title={say('审核进度', 'Progress')}
            acts={
              live === 'open' ? (
                <Tag tone="success">{say('实时', 'live')}</Tag>
              ) : live === 'waiting' ? (
                <Tag tone="warning">{say('重新连接…', 'reconnecting…')}</Tag>
              ) : undefined
            }
          >
            <Checks progress={version.progress} />
          </Card>
          <TrialCard version={version} />
          {version.risk !== null && (
            <Card title={say(`风险 ${version.risk.score}`, `Risk ${version.risk.score}`)}>
              <p className="soft small">
                {say('决定由机器还是由人审核；审核员看到的也是这些。', 'Decides whether a person looks; reviewers see the same.')}
              </p>
              <Factors factors={version.risk.factors} />
            </Card>
          )}
          <History version={version} />
        </div>
      </div>
    </>
  )
}

/** What happens now and what can be done, in one sentence. */
function Status({ version }: { readonly version: Version }) {
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
        <strong>{say(version.stateName)}</strong>
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
    done: () => toast(say('已回复，审核继续', 'Answered: the review goes on')),
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
      <Lines value={text} set={setText} most={4000} />
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

function Answerable({ version, finding, open }: { readonly version: Version; readonly finding: FindingView; readonly open: boolean }) {
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
          <span>{say(check.title)}</span>
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
            <span>{say(one.said)}</span>
            <progress value={one.points} max={one.of} aria-hidden="true" />
            <span className="number">
              {one.points}/{one.of}
            </span>
          </li>
        ))}
    </ul>
  )
}

const NOT_CHECKED: Readonly<Record<string, readonly [string, string]>> = {
  'no-listing': ['没有资料', 'no listing'],
  'not-run': ['没有运行', 'not run'],
  shadow: ['规则试运行', 'rule on trial'],
}
function Covered({ version }: { readonly version: Version }) {
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
          (one) => [say(...(NOT_CHECKED[one.reason] ?? ([one.reason, one.reason] as const))), one.clauses.join(', ')] as const,
        )}
      />
    </details>
  )
}

function Messages({ version }: { readonly version: Version }) {
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

function TrialCard({ version }: { readonly version: Version }) {
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
              <div>{step.name === null ? step.event : say(step.name)}</div>
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
