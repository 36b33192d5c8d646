/** What is given away to be brought back: signed by the store's key, for one purpose, and mostly for minutes. */
import { timingSafeEqual } from 'node:crypto'
import type { Actor } from '../domain/words.ts'
import type { Store } from '../store/store.ts'

/** Signs a small value for a purpose. */
export const sign = (store: Store, purpose: string, value: unknown): string => {
  const body = Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${body}.${store.keyed(`ticket:${purpose}`, body)}`
}
/** The value of what was signed for this purpose; null for anything else. */
export const opened = (store: Store, purpose: string, ticket: string): unknown => {
  const [, body, mac] = ticket.match(/^([A-Za-z0-9_-]{1,800})\.([0-9a-f]{64})$/) ?? []
  if (body === undefined || mac === undefined) return null
  if (!timingSafeEqual(Buffer.from(store.keyed(`ticket:${purpose}`, body)), Buffer.from(mac))) return null
  try {
    return JSON.parse(Buffer.from(body, 'base64url').toString())
  } catch {
    return null
  }
}

/** Opens pictures and files on the evidence origin: of one version, of papers, for as long as it says and as the session lives. */
export interface EvidenceTicket {
  readonly kind: 'version' | 'papers' | 'document'
  readonly id: string
  readonly session: string
  readonly until: number
  /** Who asked for it, and as what: each paper that it opens is logged as theirs. */
  readonly by?: Pick<Actor, 'id' | 'role' | 'entity'>
}
export const evidenceTicket = (store: Store, ticket: EvidenceTicket): string => sign(store, 'evidence', ticket)
export const openEvidenceTicket = (store: Store, text: string): EvidenceTicket | null => {
  const value = opened(store, 'evidence', text) as EvidenceTicket | null
  return value && ['version', 'papers', 'document'].includes(value.kind) && value.until > store.clock.now() ? value : null
}

/** Leads to a trial: the version, and the time it came into trial, so that a trial that ended does not open the next one. */
export const trialCode = (store: Store, version: string, generation: number): string => {
  const body = `${version.replaceAll('-', '')}${generation.toString(36)}`
  return `${body}.${store.keyed('ticket:trial', body).slice(0, 32)}`
}
export const openTrialCode = (store: Store, code: string): { readonly version: string; readonly generation: number } | null => {
  const [, hex, generation, mac] = code.match(/^([0-9a-f]{32})([0-9a-z]{1,8})\.([0-9a-f]{32})$/) ?? []
  if (hex === undefined || generation === undefined || mac === undefined) return null
  if (!timingSafeEqual(Buffer.from(store.keyed('ticket:trial', `${hex}${generation}`).slice(0, 32)), Buffer.from(mac))) return null
  return { version: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), generation: Number.parseInt(generation, 36) }
}
