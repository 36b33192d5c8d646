import { useEffect, useState } from 'react'
import type { FindingView, Problem, ReviewItem } from '../../../src/contract/index.ts'
import { Button, Choice, Field, ProblemBox, Tag } from '../parts/controls.tsx'
import { Answered, At, Modal } from '../parts/shapes.tsx'
import { useRoleName } from '../parts/states.tsx'
import { useAsk } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'
import { sentence } from '../words/sentence.ts'
import { type Act, capOf, KEYS } from './keys.ts'

export function Notes({ item, add, busy }: { readonly item: ReviewItem; readonly add: (text: string) => void; readonly busy: boolean }) {
  const say = useSay()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        {say('备注与消息', 'Notes and messages')} <span className="count">{item.notes.length + item.version.messages.length}</span>
      </button>
      <Modal open={open} close={() => setOpen(false)} title={say('备注与消息', 'Notes and messages')}>
        <ul className="list">
          {[...item.notes, ...item.version.messages.map((one) => ({ ...one, by: one.side }))]
            .sort((a, b) => a.at.localeCompare(b.at))
            .map((one) => (
              <li key={one.id}>
                <div className="soft small">
                  {one.by} {one.side === 'note' && <Tag>{say('内部', 'private')}</Tag>} <At at={one.at} />
                </div>
                <p className="pre">{one.text}</p>
              </li>
            ))}
        </ul>
        <Field label={say('内部备注（开发者看不到）', 'Private note (developers never see it)')}>
          <textarea className="wide" rows={3} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <div>
          <Button
            tone="primary"
            busy={busy}
            off={text.trim() === ''}
            onClick={() => {
              add(text)
              setText('')
            }}
          >
            {say('添加', 'Add')}
          </Button>
        </div>
      </Modal>
    </>
  )
}

export function Help({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const say = useSay()
  return (
    <Modal open={open} close={close} title={say('全部按键', 'All keys')} wide>
      <ul className="wb-help">
        {KEYS.map((key) => (
          <li key={key.act}>
            <kbd>{capOf(key)}</kbd> {say(key.name)}
          </li>
        ))}
      </ul>
      <p className="soft small">
        {say(
          '在文字框里，单个按键就是文字；按 Esc 离开文字框。任何单个按键都不会发送决定。',
          'In text fields single keys are letters; Esc leaves them. No single key ever sends a decision.',
        )}
      </p>
    </Modal>
  )
}
export function Palette({ open, close, act }: { readonly open: boolean; readonly close: () => void; readonly act: (act: Act) => void }) {
  const say = useSay()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  useEffect(() => {
    if (open) {
      setWords('')
      setAt(0)
    }
  }, [open])
  const wanted = words.trim().toLowerCase()
  const found = KEYS.filter((key) => key.act !== 'palette' && `${key.name.zh} ${key.name.en} ${key.key}`.toLowerCase().includes(wanted))
  return (
    <Modal open={open} close={close} title={say('命令', 'Commands')}>
      <input
        className="choice wide"
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
        autoFocus
        value={words}
        aria-label={say('查找命令', 'Find a command')}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
          else if (event.key === 'Enter') found[at] !== undefined && act(found[at].act)
          else return
          event.preventDefault()
        }}
      />
      <ul className="picker">
        {found.map((key, i) => (
          <li key={key.act}>
            <button type="button" aria-current={i === at} onClick={() => act(key.act)}>
              <span className="row row--apart">
                {say(key.name)} <kbd>{capOf(key)}</kbd>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}

const DISMISSALS: readonly (readonly [zh: string, en: string])[] = [
  ['代码没有被使用', 'the code is never reached'],
  ['误报：实际行为符合规则', 'false alarm: what it does keeps the rule'],
  ['有相应资质或授权', 'there is a document that allows it'],
  ['内容合规，词语是通常意义', 'harmless: the words are meant as usual'],
]
export function Dismiss({
  open,
  close,
  finding,
  busy,
  send,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly finding: FindingView | undefined
  readonly busy: boolean
  readonly send: (reason: string) => void
}) {
  const say = useSay()
  const [reason, setReason] = useState('')
  useEffect(() => {
    if (open) setReason('')
  }, [open])
  return (
    <Modal
      open={open}
      close={close}
      title={say('排除这个问题', 'Dismiss this finding')}
      acts={
        <Button tone="primary" busy={busy} off={reason.trim().length < 2} onClick={() => send(reason)}>
          {say('排除', 'Dismiss')}
        </Button>
      }
    >
      <p>{finding === undefined ? '' : sentence(say(finding.what))}</p>
      <div className="row">
        {DISMISSALS.map(([zh, en]) => (
          <Button key={en} small onClick={() => setReason(say(zh, en))}>
            {say(zh, en)}
          </Button>
        ))}
      </div>
      <textarea
        className="wide"
        rows={3}
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
        autoFocus
        aria-label={say('原因', 'Reason')}
        placeholder={say('原因（必填，会留下记录）', 'Reason (needed; it is kept)')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && reason.trim().length >= 2) send(reason)
        }}
      />
    </Modal>
  )
}
export function Why({
  open,
  close,
  title,
  busy,
  problem,
  send,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly title: string
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly send: (why: string) => void
}) {
  const say = useSay()
  const [why, setWhy] = useState('')
  return (
    <Modal
      open={open}
      close={close}
      title={title}
      acts={
        <Button tone="primary" busy={busy} off={why.trim() === ''} onClick={() => send(why)}>
          {title}
        </Button>
      }
    >
      <textarea
        className="wide"
        rows={3}
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
        autoFocus
        aria-label={say('原因', 'Reason')}
        placeholder={say('原因，给下一位审核员看', 'Why, for whoever takes it next')}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      <ProblemBox problem={problem} />
    </Modal>
  )
}
export function HandOver({
  open,
  close,
  busy,
  problem,
  send,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly send: (to: string, text: string) => void
}) {
  const say = useSay()
  const roleName = useRoleName()
  const reviewers = useAsk('GET /api/review/reviewers', {}, { when: open })
  const [to, setTo] = useState('')
  const [text, setText] = useState('')
  return (
    <Modal
      open={open}
      close={close}
      title={say('转交他人', 'Hand it to somebody else')}
      acts={
        <Button tone="primary" busy={busy} off={to === ''} onClick={() => send(to, text)}>
          {say('转交', 'Hand over')}
        </Button>
      }
    >
      <Answered asked={reviewers} lines={1}>
        {(found) => (
          <Choice
            label={say('交给谁', 'To whom')}
            value={to}
            set={setTo}
            of={[
              ['', say('交给谁', 'To whom')],
              ...found.items.map((one) => [one.account, `${one.name} · ${roleName(one.role)} · ${one.holds}`] as const),
            ]}
          />
        )}
      </Answered>
      <textarea
        className="wide"
        rows={3}
        aria-label={say('说明', 'Note')}
        placeholder={say('说明', 'Note')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemBox problem={problem} />
    </Modal>
  )
}

/** The page was about something that has changed since: what changed, and the way back with the draft kept. */
