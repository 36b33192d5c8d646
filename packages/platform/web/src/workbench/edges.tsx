import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Problem, QueueItem, ReviewItem } from '../../../src/contract/index.ts'
import { given, NO_REASON, Reason } from '../pages/checks.tsx'
import { Icon } from '../pages/open.tsx'
import { Risk, useReasonName } from '../pages/queues.tsx'
import { Button, Note, ProblemBox, Tag } from '../parts/controls.tsx'
import { useEyes } from '../parts/evidence.tsx'
import { Digest, Due, Loading } from '../parts/shapes.tsx'
import { Platform, State } from '../parts/states.tsx'
import { useAct, useMay, useNow } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { spanText } from '../words/numbers.ts'
import type { LeaseState } from './lease.ts'

export function Head({
  item,
  changed,
  baseLabel,
}: {
  readonly item: ReviewItem
  readonly changed: readonly string[]
  readonly baseLabel: string | null
}) {
  const say = useSay()
  const { version, entity, risk } = item
  const eyes = useEyes()
  const icon = item.listing?.content.icon ?? null
  return (
    <div className="wb-head">
      <Icon src={icon === null ? null : (eyes?.picture(icon) ?? null)} name={version.program.name} />
      <div>
        <div className="row">
          <strong>{version.program.name}</strong> {version.label} <Platform of={version.program.platform} />
          <State state={version.state} name={version.stateName} />
          {version.round > 1 && <Tag>{say(`第 ${version.round} 轮`, `round ${version.round}`)}</Tag>}
          {version.expedited !== null && <Tag tone="warning">{say('加急', 'expedited')}</Tag>}
          {version.sha256 !== null && <Digest of={version.sha256} />}
          <Due at={version.progress.due} />
        </div>
        <div className="row small soft">
          <span>
            {entity.name} {entity.verified ? '✔' : say('（未核验）', '(not verified)')}
          </span>
          <span>{item.listing?.content.categories.join(' · ')}</span>
          {item.missingDocuments.length > 0 && <Tag tone="danger">{say('缺资质', 'documents missing')}</Tag>}
          <span>{baseLabel === null ? say('首次审核', 'first review') : say(`上次通过 ${baseLabel}`, `last approved ${baseLabel}`)}</span>
          {changed.length > 0 && <span>{say(`改动：${changed.join('，')}`, `changed: ${changed.join(', ')}`)}</span>}
        </div>
      </div>
      <span
        className="wb-risk"
        title={risk?.factors
          .filter((one) => one.points > 0)
          .map((one) => `${say(one.said)} ${one.points}/${one.of}`)
          .join('\n')}
      >
        <span className="small soft">{say('风险', 'risk')}</span> <Risk score={risk?.score ?? null} />
      </span>
    </div>
  )
}

export function ItemList({
  rows,
  here,
  loading,
}: {
  readonly rows: readonly QueueItem[]
  readonly here: string
  readonly loading: boolean
}) {
  const say = useSay()
  const reason = useReasonName()
  const list = useRef<HTMLUListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the item
  useEffect(() => list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' }), [here])
  if (loading) return <Loading />
  if (rows.length === 0) return <p className="soft wb-none">{say('没有任务。', 'No items.')}</p>
  return (
    <ul ref={list} className="wb-items">
      {rows.map((one) => (
        <li key={one.version}>
          <Link to={`/review/${one.version}`} aria-current={one.version === here}>
            <span className="row row--apart">
              <strong>
                {one.name} <span className="soft">{one.label}</span>
              </strong>
              <Risk score={one.score} />
            </span>
            <span className="row row--apart small">
              <Due at={one.due} />
              <span className="soft">{one.holder === null ? '' : one.holder.mine ? say('我', 'me') : one.holder.name}</span>
            </span>
            <span className="wb-chips">
              {one.expedited && <b>{say('加急', 'expedited')}</b>}
              {one.state === 'held' && <b>{say('待第二人', 'held')}</b>}
              {one.round > 1 && <b>{say(`第 ${one.round} 轮`, `round ${one.round}`)}</b>}
              {one.reasons.slice(0, 3).map((code) => (
                <span key={code}>{reason(code)}</span>
              ))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

export function LeaseCard({
  lease,
  item,
  claim,
  busy,
  problem,
}: {
  readonly lease: LeaseState
  readonly item: ReviewItem
  readonly claim: () => void
  readonly busy: boolean
  readonly problem: Problem | undefined
}) {
  const say = useSay()
  if (lease.is === 'mine') return <ProblemBox problem={problem} />
  if (lease.is === 'lost')
    return (
      <Note tone="warning">
        <strong>{say('领取已到期', 'Your claim has ended')}</strong>
        <span>{say('草稿还在，重新领取后继续。', 'The draft is kept: claim it again to go on.')}</span>
        <Button small tone="primary" busy={busy} onClick={claim}>
          {say('重新领取', 'Claim again')}
        </Button>
        <ProblemBox problem={problem} />
      </Note>
    )
  if (lease.is === 'other') return null
  return item.version.state === 'awaiting-human' || item.version.state === 'in-human' ? (
    <div className="stack">
      <Button tone="primary" busy={busy} onClick={claim}>
        {say('领取这一项', 'Claim this item')} <kbd>C</kbd>
      </Button>
      <ProblemBox problem={problem} />
    </div>
  ) : (
    <Outside item={item} />
  )
}

/** What can be done about a version that no person reviews just now: stop its release, let it go on, take a postponed one up again. */
function Outside({ item }: { readonly item: ReviewItem }) {
  const say = useSay()
  const may = useMay()
  const stale = ['GET /api/review/items/:version', 'GET /api/review/items', 'GET /api/review/queues'] as const
  const stop = useAct('POST /api/review/items/:version/stop', { stale })
  const unstop = useAct('POST /api/review/items/:version/unstop', { stale })
  const resume = useAct('POST /api/review/items/:version/resumption', { stale })
  const [reason, setReason] = useState(NO_REASON)
  const { id, rv, state, gray } = item.version
  const params = { version: id }
  const stops = may('release.stop') && state === 'gray'
  const lets = may('release.stop') && state === 'approved' && gray.stopped
  return (
    <div className="stack">
      {(stops || lets) && (
        <>
          <Reason value={reason} set={setReason} />
          <Button
            tone={stops ? 'danger' : 'primary'}
            off={!given(reason)}
            busy={stop.isPending || unstop.isPending}
            onClick={() => (stops ? stop : unstop).mutate({ params, body: { rv, reason } })}
          >
            {stops
              ? say(`暂停灰度（现在 ${gray.percent}%）`, `Stop the release (at ${gray.percent}%)`)
              : say('允许继续发布', 'Let the release go on')}
          </Button>
        </>
      )}
      {state === 'postponed' && may('review.decide') && (
        <Button busy={resume.isPending} onClick={() => resume.mutate({ params, body: { rv } })}>
          {say('现在就继续审核', 'Take it up again now')}
        </Button>
      )}
      <ProblemBox problem={stop.error?.problem ?? unstop.error?.problem ?? resume.error?.problem} />
      <Note>
        {say(
          `这一项现在是「${item.version.stateName.zh}」，不在人工审核中。`,
          `This item is “${item.version.stateName.en}”: no person reviews it now.`,
        )}
      </Note>
    </div>
  )
}
export function LeaseClock({ until }: { readonly until: number }) {
  const { say, lang } = useLook()
  const now = useNow(15_000)
  return (
    <span className={until - now < 120_000 ? 'due--soon' : 'soft'}>
      {say(`领取还有 ${spanText(until - now, lang)}`, `claim ends in ${spanText(until - now, lang)}`)}
    </span>
  )
}
/** How long one has been at it; a word when a break is due. */
export function Shift() {
  const { say, lang } = useLook()
  const now = useNow(60_000)
  const [since, setSince] = useState(() => Number(sessionStorage.getItem('menshen.shift') ?? 0) || Date.now())
  useEffect(() => sessionStorage.setItem('menshen.shift', String(since)), [since])
  const tired = now - since > 50 * 60_000
  return (
    <button
      type="button"
      className={tired ? 'plain due--soon' : 'plain soft for-keys'}
      onClick={() => setSince(Date.now())}
      title={say('点击重新计时', 'Click to start anew')}
    >
      {tired
        ? say(`已连续 ${spanText(now - since, lang)}，休息一下`, `${spanText(now - since, lang)} on end: take a break`)
        : now - since < 60_000
          ? say('刚上班', 'shift begun')
          : say(`值班 ${spanText(now - since, lang)}`, `shift ${spanText(now - since, lang)}`)}
    </button>
  )
}
