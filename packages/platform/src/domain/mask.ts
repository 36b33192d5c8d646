/** Personal data as it is shown to those who need not see it: enough to recognise, not enough to use. */
import { may } from './roles.ts'
import type { Role } from './words.ts'

export type PersonalKind = 'mail' | 'phone' | 'name' | 'id-number' | 'address' | 'account' | 'secret'

const letters = (text: string) => [...text]
const keep = (text: string, head: number, tail: number): string => {
  const all = letters(text)
  // Of what is short, even less is shown.
  if (all.length <= head + tail) return all.length === 0 ? '' : (all[0] ?? '') + '*'.repeat(Math.max(2, all.length - 1))
  return (
    all.slice(0, head).join('') +
    '*'.repeat(Math.max(2, Math.min(12, all.length - head - tail))) +
    (tail > 0 ? all.slice(-tail).join('') : '')
  )
}

/** A value with its middle taken out. */
export const masked = (kind: PersonalKind, text: string): string => {
  switch (kind) {
    case 'mail': {
      const at = text.lastIndexOf('@')
      return at < 1 ? keep(text, 1, 0) : `${keep(text.slice(0, at), 1, 0)}${text.slice(at)}`
    }
    case 'phone':
      return keep(text, 3, 2)
    case 'name':
      return keep(text, 1, 0)
    case 'id-number':
      return keep(text, 1, 1)
    case 'address':
      return keep(text, 6, 0)
    case 'account':
      return keep(text, 2, 0)
    case 'secret':
      return '******'
  }
}

export interface Viewer {
  readonly role: Role
  /** Whose data it is, looking at it. */
  readonly self?: boolean
  /** They asked for the full value, which is logged. */
  readonly asked?: boolean
}

/** Whether a viewer gets the full value: one's own, or by permission and only when asked for. Secrets are never shown this way. */
export const unmasks = (kind: PersonalKind, { role, self = false, asked = false }: Viewer): boolean =>
  kind !== 'secret' && (self || (asked && may(role, kind === 'id-number' ? 'identity-papers.see' : 'personal-data.see')))

/** A value as a viewer sees it. */
export const shown = (kind: PersonalKind, text: string, viewer: Viewer): string => (unmasks(kind, viewer) ? text : masked(kind, text))
