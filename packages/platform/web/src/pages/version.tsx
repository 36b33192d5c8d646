/** One version as its developer sees it: how the review goes, what was found, what was decided, what was said. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Progress, Version } from '../../../src/contract/index.ts'
import { usePart } from '../frame/way.ts'
import { Button, Choice, Field, Lines, LinkButton, ProblemBox, Tag } from '../parts/controls.tsx'
import { EyesProvider } from '../parts/evidence.tsx'
import { FindingCard } from '../parts/finding.tsx'
import { Checks, Factors } from '../parts/progress.tsx'
import { Answered, Card, Digest, Empty, Modal, Page } from '../parts/shapes.tsx'
import { Statement } from '../parts/statement.tsx'
import { Platform, State } from '../parts/states.tsx'
import { keyOf, useAct, useAsk, useEvents } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'
import { bytesText } from '../words/numbers.ts'
import { History, Messages, TrialCard } from './version/beside.tsx'
import { Answerable, Covered } from './version/found.tsx'
import { ROUTES } from './version/routes.ts'
import { Status } from './version/status.tsx'

const MOVING = ['uploading', 'quarantined', 'checked', 'in-auto', 'auto-ok', 'awaiting-human', 'in-human', 'held']
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
                  {violations.length > 0 &&
                    say(`${violations.length} 项违规`, `${violations.length} ${violations.length === 1 ? 'violation' : 'violations'}`)}
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
