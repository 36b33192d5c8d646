/** Controls: TDesign's, with what this house adds (labels that belong to their field, links that look like buttons, native selects). */
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ChangeEvent, ReactNode } from 'react'
import { useId } from 'react'
import TButton from 'tdesign-react/es/button'
import TCheckbox from 'tdesign-react/es/checkbox'
import TInput from 'tdesign-react/es/input'
import TRadio from 'tdesign-react/es/radio'
import TSwitch from 'tdesign-react/es/switch'
import TTag from 'tdesign-react/es/tag'
import type { Problem } from '../../../src/contract/index.ts'
import { useSay } from '../words/look.tsx'
import { sentence } from '../words/sentence.ts'

export type Tone = 'default' | 'primary' | 'success' | 'warning' | 'danger'

export const Button = ({
  tone = 'default',
  busy = false,
  off = false,
  small = false,
  bare = false,
  submit = false,
  title,
  onClick,
  children,
}: {
  readonly tone?: Tone
  readonly busy?: boolean
  readonly off?: boolean
  readonly small?: boolean
  readonly bare?: boolean
  readonly submit?: boolean
  readonly title?: string
  readonly onClick?: () => void
  readonly children: ReactNode
}) => (
  <TButton
    theme={tone}
    variant={bare ? 'text' : tone === 'default' ? 'outline' : 'base'}
    size={small ? 'small' : 'medium'}
    type={submit ? 'submit' : 'button'}
    loading={busy}
    disabled={off || busy}
    {...(title === undefined ? {} : { title })}
    onClick={() => onClick?.()}
  >
    {children}
  </TButton>
)

/** A link that looks like a button. */
export const LinkButton = ({ tone = 'default', children, ...link }: LinkProps & { readonly tone?: Tone; readonly children: ReactNode }) => (
  <Link {...link} className={`link-button link-button--${tone}`}>
    {children}
  </Link>
)

export const Tag = ({
  tone = 'default',
  children,
  title,
}: {
  readonly tone?: Tone
  readonly children: ReactNode
  readonly title?: string
}) => (
  <TTag theme={tone} variant="light" {...(title === undefined ? {} : { title })}>
    {children}
  </TTag>
)

export const Field = ({
  label,
  hint,
  error,
  needed = false,
  children,
}: {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly needed?: boolean
  readonly children: ReactNode
}) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is its child
  <label className={error === undefined ? 'field' : 'field field--wrong'}>
    <span className="field__label">
      {label}
      {needed && <em aria-hidden="true"> *</em>}
    </span>
    {children}
    {hint !== undefined && <span className="field__hint">{hint}</span>}
    {error !== undefined && (
      <span className="field__error" role="alert">
        {error}
      </span>
    )}
  </label>
)

/** Several controls under one heading: radios, ticks. */
export const Group = ({
  label,
  needed = false,
  hint,
  children,
  error,
}: {
  readonly label: string
  readonly needed?: boolean
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly children: ReactNode
}) => (
  <fieldset className={error === undefined ? 'field' : 'field field--wrong'}>
    <legend className="field__label">
      {label}
      {needed && <em aria-hidden="true"> *</em>}
    </legend>
    {children}
    {hint !== undefined && <span className="field__hint">{hint}</span>}
    {error !== undefined && <span className="field__error">{error}</span>}
  </fieldset>
)

export const Line = ({
  value,
  set,
  kind = 'text',
  placeholder,
  complete,
  most,
  off = false,
  focus = false,
}: {
  readonly value: string
  readonly set: (value: string) => void
  readonly kind?: 'text' | 'password' | 'search' | 'tel' | 'url' | 'number'
  readonly placeholder?: string
  /** What a password manager may fill in. */
  readonly complete?: string
  readonly most?: number
  readonly off?: boolean
  readonly focus?: boolean
}) => (
  <TInput
    value={value}
    onChange={(next) => set(String(next))}
    type={kind}
    placeholder={placeholder ?? ''}
    autocomplete={complete ?? 'off'}
    disabled={off}
    autofocus={focus}
    {...(most === undefined ? {} : { maxlength: most })}
  />
)

/** The browser's own: TDesign's writes style attributes to measure itself, which the policy does not allow. */
export const Lines = ({
  value,
  set,
  placeholder,
  most,
  rows = 3,
  off = false,
  label,
}: {
  readonly value: string
  readonly set: (value: string) => void
  readonly placeholder?: string
  /** What it is called where no label stands beside it. */
  readonly label?: string
  readonly most?: number
  readonly rows?: number
  readonly off?: boolean
}) => (
  <textarea
    value={value}
    onChange={(event) => set(event.target.value)}
    placeholder={placeholder ?? ''}
    rows={rows}
    style={{ minHeight: `${rows * 1.6 + 0.9}em` }}
    disabled={off}
    {...(most === undefined ? {} : { maxLength: most })}
    {...(label === undefined ? {} : { 'aria-label': label })}
  />
)

export const Choice = <V extends string>({
  value,
  set,
  of,
  label,
  off = false,
}: {
  readonly value: V
  readonly set: (value: V) => void
  readonly of: readonly (readonly [value: V, name: string])[]
  /** For those who do not see it, where no label stands beside it. */
  readonly label?: string
  readonly off?: boolean
}) => (
  <select
    className="choice"
    value={value}
    disabled={off}
    {...(label === undefined ? {} : { 'aria-label': label })}
    onChange={(event: ChangeEvent<HTMLSelectElement>) => set(event.target.value as V)}
  >
    {of.map(([one, name]) => (
      <option key={one} value={one}>
        {name}
      </option>
    ))}
  </select>
)

export const Day = ({ value, set }: { readonly value: string; readonly set: (value: string) => void }) => (
  <input className="choice" type="date" value={value} onChange={(event) => set(event.target.value)} />
)

export const Tick = ({
  on,
  set,
  children,
  off = false,
}: {
  readonly on: boolean
  readonly set: (on: boolean) => void
  readonly children: ReactNode
  readonly off?: boolean
}) => (
  <TCheckbox checked={on} disabled={off} onChange={(next) => set(next)}>
    {children}
  </TCheckbox>
)

export const Radios = <V extends string>({
  value,
  set,
  of,
}: {
  readonly value: V
  readonly set: (value: V) => void
  readonly of: readonly (readonly [value: V, name: ReactNode])[]
}) => (
  <TRadio.Group value={value} onChange={(next) => set(next as V)}>
    {of.map(([one, name]) => (
      <TRadio key={one} value={one}>
        {name}
      </TRadio>
    ))}
  </TRadio.Group>
)

export const Toggle = ({ on, set, label }: { readonly on: boolean; readonly set: (on: boolean) => void; readonly label: string }) => {
  const id = useId()
  return (
    <span className="toggle">
      <TSwitch value={on} onChange={(next) => set(next === true)} aria-labelledby={id} />
      <span id={id}>{label}</span>
    </span>
  )
}

/** What the server said is wrong with a field of a form. */
export const wrongAt = (problem: Problem | undefined, path: string, lang: 'zh' | 'en'): string | undefined =>
  problem?.fields?.find((one) => one.path === path || one.path.endsWith(`.${path}`))?.said[lang]

/** What the fields of forms are called, where the server names one that has no place of its own on the page. */
const FIELDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  email: ['邮箱', 'E-mail'],
  password: ['密码', 'Password'],
  old: ['现在的密码', 'Present password'],
  next: ['新密码', 'New password'],
  name: ['名称', 'Name'],
  displayName: ['显示名', 'Name shown'],
  label: ['版本号', 'Version'],
  bytes: ['代码包大小', 'Size of the package'],
  sha256: ['代码包摘要', 'Digest of the package'],
  changelog: ['更新说明', 'What is new'],
  body: ['文件', 'The file'],
  file: ['文件', 'The file'],
  url: ['网址', 'Address'],
  until: ['日期', 'Date'],
  reason: ['原因', 'Reason'],
  grounds: ['理由', 'Grounds'],
  text: ['内容', 'Text'],
  code: ['验证码', 'Code'],
  idNumber: ['证件号码', 'Number'],
  legalName: ['主体名称', 'Name of the entity'],
  papers: ['证件文件', 'Papers'],
  phone: ['电话', 'Telephone'],
  listing: ['资料', 'Listing'],
  testAccount: ['测试账号', 'Test account'],
  percent: ['比例', 'Share'],
}
const fieldName = (path: string, say: (zh: string, en: string) => string): string => {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part) && part !== 'zh' && part !== 'en')
  const named = [...parts].reverse().find((part) => Object.hasOwn(FIELDS, part))
  return named === undefined ? path : say(...FIELDS[named]!)
}
/** What the server said no to, in a box; fields that have a place of their own are left out. */
export const ProblemBox = ({
  problem,
  shown = [],
  bare = false,
}: {
  readonly problem: Problem | undefined
  readonly shown?: readonly string[]
  /** Where the heading would say what the page says already: what is wrong stands alone. */
  readonly bare?: boolean
}) => {
  const say = useSay()
  if (problem === undefined) return null
  const rest = (problem.fields ?? []).filter((one) => !shown.includes(one.path))
  const { title, detail } = problem.said
  const more = detail.zh !== '' && detail.zh !== title.zh
  return (
    <div className="note note--danger" role="alert">
      {(!bare || !more) && <strong>{say(title)}</strong>}
      {more && <span>{sentence(say(detail))}</span>}
      {rest.length > 0 && (
        <ul>
          {rest.map((one) => (
            <li key={one.path + one.said.en}>
              <strong>{fieldName(one.path, say)}</strong> {say(one.said)}
            </li>
          ))}
        </ul>
      )}
      {problem.retryAfter !== undefined && (
        <span>{say(`请在 ${problem.retryAfter} 秒后重试`, `Try again in ${problem.retryAfter} seconds`)}</span>
      )}
    </div>
  )
}

export const Note = ({ tone = 'default', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <div className={`note note--${tone}`}>{children}</div>
)
