/** What pages are built of: headings, cards, the three states of an answer, times, digests, dialogs, short messages. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import type { Route, Text } from '../../../src/contract/index.ts'
import { type Asked, useNow } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { agoText, clockOf, digestText, momentText, spanText, type When } from '../words/numbers.ts'
import { sentence } from '../words/sentence.ts'
import { Button, type Tone } from './controls.tsx'

export const Page = ({
  title,
  under,
  acts,
  children,
  wide = false,
  narrow = false,
}: {
  readonly title: ReactNode
  readonly under?: ReactNode
  readonly acts?: ReactNode
  readonly children: ReactNode
  readonly wide?: boolean
  readonly narrow?: boolean
}) => {
  useEffect(() => {
    if (typeof title === 'string') document.title = `${title} · 门神 Menshen`
  }, [title])
  return (
    <div className={wide ? 'page page--wide' : narrow ? 'page page--narrow' : 'page'}>
      <header className="page__head">
        <div>
          <h1>{typeof title === 'string' ? sentence(title) : title}</h1>
          {under !== undefined && <div className="page__under">{under}</div>}
        </div>
        {acts !== undefined && <div className="acts">{acts}</div>}
      </header>
      {children}
    </div>
  )
}

export const Card = ({
  title,
  acts,
  children,
  quiet = false,
}: {
  readonly title?: ReactNode
  readonly acts?: ReactNode
  readonly children: ReactNode
  readonly quiet?: boolean
}) => (
  <section className={quiet ? 'card card--quiet' : 'card'}>
    {(title !== undefined || acts !== undefined) && (
      <header className="card__head">
        <h2>{typeof title === 'string' ? sentence(title) : title}</h2>
        {acts !== undefined && <div className="acts">{acts}</div>}
      </header>
    )}
    {children}
  </section>
)

export const Empty = ({ children, act }: { readonly children: ReactNode; readonly act?: ReactNode }) => (
  <div className="empty">
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <path d="M12 8v34M12 8h5M36 42V8H20M32 42h4M15 4l2.5 2.5" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
    </svg>
    <p>{children}</p>
    {act}
  </div>
)

export const Loading = ({ lines = 4 }: { readonly lines?: number }) => {
  const say = useSay()
  return (
    <div className="loading" role="status" aria-label={say('加载中', 'Loading')}>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without identity
        <span key={i} />
      ))}
    </div>
  )
}

/** Loading, refused or there: no page forgets one of the three. */
export const Answered = <R extends Route>({
  asked,
  children,
  lines,
}: {
  readonly asked: Asked<R>
  readonly children: (answer: NonNullable<Asked<R>['data']>) => ReactNode
  readonly lines?: number
}) => {
  const say = useSay()
  if (asked.data !== undefined) return <>{children(asked.data as NonNullable<Asked<R>['data']>)}</>
  if (asked.error !== null) {
    const { said, code } = asked.error.problem
    return (
      <div className="note note--danger" role="alert">
        <strong>{say(said.title)}</strong>
        {said.detail.zh !== said.title.zh && <span>{sentence(say(said.detail))}</span>}
        {code === 'not-found' && (
          <span>{say('地址可能写错了，或者内容已被移除。', 'The address may be wrong, or what was there is gone.')}</span>
        )}
        {code !== 'role' && code !== 'not-found' && (
          <Button small onClick={() => void asked.refetch()}>
            {say('重试', 'Try again')}
          </Button>
        )}
      </div>
    )
  }
  return <Loading {...(lines === undefined ? {} : { lines })} />
}

/** How long ago or how soon; the moment itself on hover. */
export const Ago = ({ at }: { readonly at: When }) => {
  const { lang } = useLook()
  const now = useNow()
  return (
    <time dateTime={new Date(at).toISOString()} title={momentText(at, lang)}>
      {agoText(at, now, lang)}
    </time>
  )
}
export const At = ({ at }: { readonly at: When }) => {
  const { lang } = useLook()
  return <time dateTime={new Date(at).toISOString()}>{momentText(at, lang)}</time>
}
export const Due = ({ at }: { readonly at: When | null }) => {
  const { lang, say } = useLook()
  const now = useNow()
  if (at === null) return null
  const clock = clockOf(at, now)
  const span = spanText(new Date(at).getTime() - now, lang)
  return (
    <span className={`due due--${clock}`} title={momentText(at, lang)}>
      {clock === 'late' ? say(`已超时 ${span}`, `${span} late`) : say(`剩 ${span}`, `${span} left`)}
    </span>
  )
}
export const Digest = ({ of }: { readonly of: string }) => (
  <code className="digest" title={of}>
    {digestText(of)}
  </code>
)

export const Facts = ({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode] | null)[] }) => (
  <dl className="facts">
    {rows
      .filter((row) => row !== null)
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)

export const Modal = ({
  open,
  close,
  title,
  children,
  acts,
  wide = false,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly title: string
  readonly children: ReactNode
  readonly acts?: ReactNode
  readonly wide?: boolean
}) => {
  const say = useSay()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = box.current
    if (dialog === null) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    <dialog ref={box} className={wide ? 'modal modal--wide' : 'modal'} onClose={close} aria-label={title}>
      {open && (
        <>
          <header>
            <h2>{typeof title === 'string' ? sentence(title) : title}</h2>
            <button type="button" className="plain" onClick={close} aria-label={say('关闭', 'Close')}>
              ✕
            </button>
          </header>
          <div className="modal__body">{children}</div>
          {acts !== undefined && <footer className="acts">{acts}</footer>}
        </>
      )}
    </dialog>
  )
}

interface Toast {
  readonly id: number
  readonly tone: Tone
  readonly said: Text
}
const Toasts = createContext<(said: Text, tone?: Tone) => void>(() => undefined)
/** Says something shortly at the edge of the page, in the language that is read while it stands there. */
export const useToast = () => useContext(Toasts)
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const inWords = useSay()
  const next = useRef(1)
  const say = useCallback((said: Text, tone: Tone = 'success') => {
    const id = next.current++
    setToasts((all) => [...all.slice(-3), { id, tone, said }])
    setTimeout(() => setToasts((all) => all.filter((one) => one.id !== id)), tone === 'danger' ? 9000 : 4500)
  }, [])
  return (
    <Toasts.Provider value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, tone, said }) => (
          <div key={id} className={`toast toast--${tone}`}>
            {inWords(said)}
          </div>
        ))}
      </div>
    </Toasts.Provider>
  )
}

/** Text that is copied by a click. */
export const Copyable = ({ text }: { readonly text: string }) => {
  const say = useSay()
  const toast = useToast()
  return (
    <span className="copyable">
      <code>{text}</code>
      <Button
        small
        onClick={() => {
          void navigator.clipboard?.writeText(text).then(() => toast({ zh: '已复制', en: 'Copied' }))
        }}
      >
        {say('复制', 'Copy')}
      </Button>
    </span>
  )
}

/** A picture that the server drew as SVG: a code to scan. Shown as a picture, so that nothing in it can run. */
export const Code = ({ svg, name }: { readonly svg: string; readonly name: string }) => {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [svg])
  return url === null ? null : <img className="code" src={url} alt={name} width={160} height={160} />
}
