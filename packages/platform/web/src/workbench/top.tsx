/** Above the item: how much waits, who works, and the tabs. */
import { Link } from '@tanstack/react-router'
import type { Answer, Diff } from '../../../src/contract/index.ts'
import { Tools } from '../frame/frame.tsx'
import { useSay } from '../words/look.tsx'
import { Shift } from './edges.tsx'
import { TABS } from './keys.ts'

export function Top({
  queues,
  blur,
  setBlur,
  show,
  name,
}: {
  readonly queues: Answer<'GET /api/review/queues'> | undefined
  readonly blur: boolean
  readonly setBlur: (on: boolean) => void
  readonly show: (dialog: 'palette' | 'help') => void
  readonly name: string | undefined
}) {
  const say = useSay()
  return (
    <header className="wb-top">
      <Link to="/review" className="brand">
        <img src="/seal.svg" alt={say('门神', 'Menshen')} />
      </Link>
      <span>
        {say(`等待 ${queues?.waiting ?? '…'}`, `${queues?.waiting ?? '…'} waiting`)}
        {(queues?.overdue ?? 0) > 0 && <span className="due due--late"> {say(`超时 ${queues?.overdue}`, `${queues?.overdue} late`)}</span>}
      </span>
      <span className="soft">{say(`我的 ${queues?.mine ?? 0}`, `mine ${queues?.mine ?? 0}`)}</span>
      <span className="grow" />
      <Shift />
      <button type="button" className="plain for-keys" onClick={() => show('palette')}>
        {say('命令', 'Commands')} <kbd>Ctrl K</kbd>
      </button>
      <button type="button" className="plain for-keys" onClick={() => show('help')}>
        {say('按键', 'Keys')} <kbd>?</kbd>
      </button>
      <button type="button" className="plain" aria-pressed={blur} onClick={() => setBlur(!blur)}>
        {blur ? say('图片模糊', 'pictures blurred') : say('图片清晰', 'pictures clear')} <kbd className="for-keys">b</kbd>
      </button>
      <Tools />
      <span className="soft for-keys">{name}</span>
    </header>
  )
}

/** Which part is shown where there is room for one only. */
export type Part = 'items' | 'review' | 'decision'
export function Switch({ here, go }: { readonly here: Part; readonly go: (part: Part) => void }) {
  const say = useSay()
  return (
    <nav className="wb-switch" aria-label={say('部分', 'Part')}>
      {(
        [
          ['items', say('任务', 'Items')],
          ['review', say('审核', 'Review')],
          ['decision', say('决定', 'Decision')],
        ] as const
      ).map(([part, name]) => (
        <button key={part} type="button" aria-pressed={here === part} onClick={() => go(part)}>
          {name}
        </button>
      ))}
    </nav>
  )
}

export function TabBar({
  tab,
  setTab,
  open,
  diff,
  missing,
}: {
  readonly tab: number
  readonly setTab: (tab: number) => void
  /** Findings that nobody has handled. */
  readonly open: number
  readonly diff: Diff | undefined
  /** Documents that are missing. */
  readonly missing: number
}) {
  const say = useSay()
  return (
    <div className="wb-tabs" role="tablist">
      {TABS.map((name, i) => (
        <button key={name.en} type="button" role="tab" aria-selected={tab === i + 1} onClick={() => setTab(i + 1)}>
          <kbd>{i + 1}</kbd> {say(name)}
          {i === 1 && <span className={open > 0 ? 'count count--hot' : 'count'}>{open > 0 ? open : '✓'}</span>}
          {i === 4 && diff !== undefined && <span className="count">{diff.files.length}</span>}
          {i === 5 && (diff?.listing.length ?? 0) > 0 && <span className="count">{diff?.listing.length}</span>}
          {i === 7 && missing > 0 && <span className="count count--hot">{missing}</span>}
        </button>
      ))}
    </div>
  )
}
