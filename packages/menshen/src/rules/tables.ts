/** The tables of data/ as rules read them: platform interfaces, privacy items, entry words, marks in code. Word lists about copy belong to evidence/text. */
import douyinApi from '../../data/api/douyin.json' with { type: 'json' }
import wechatApi from '../../data/api/wechat.json' with { type: 'json' }
import codeMarkFile from '../../data/code-marks.json' with { type: 'json' }
import entryWordFile from '../../data/entry-words.json' with { type: 'json' }
import privacyItemFile from '../../data/privacy-items.json' with { type: 'json' }
import type { Text } from '../check/types.ts'
import type { Platform } from '../program/types.ts'

export interface ApiRow {
  /** Without `wx.` or `tt.`. */
  readonly name: string
  readonly since?: string
  readonly deprecatedSince?: string
  /** Date or version since which it does nothing useful any more. */
  readonly withdrawn?: string
  readonly unmaintained?: boolean
  readonly replacement?: string
  readonly note?: Text
}
export type InterfaceKind = 'api' | 'open-type' | 'component' | 'page-method' | 'endpoint' | 'attribute' | 'input-type'
export interface FamilyRow {
  readonly family: string
  readonly kind: InterfaceKind
  readonly name: string
  readonly since?: string
  readonly note?: Text
}
export interface ApiTable {
  /** False when an unknown name proves nothing. */
  readonly complete: boolean
  find(name: string): ApiRow | undefined
  /** Names of one family ('location', 'payment', 'gesture-required' …), of one kind. */
  family(family: string, kind?: InterfaceKind): readonly string[]
  readonly families: readonly FamilyRow[]
}
export interface PrivacyItem {
  /** The later demand that names this item. */
  readonly clause?: string
  readonly platform: Platform
  readonly key: string
  readonly name: Text
  /** How people call it in declarations. */
  readonly wording: readonly string[]
  readonly interfaces: readonly {
    readonly kind: InterfaceKind
    readonly name: string
    readonly scope?: string
    /** Whether the platform asks the user by itself. */
    readonly prompts?: boolean
    readonly since?: string
  }[]
}
export interface EntryWords {
  readonly id: string
  readonly name: Text
  readonly clauses: readonly string[]
  /** Count wherever they stand. */
  readonly words: readonly string[]
  /** Count only as the whole text. */
  readonly exact?: readonly string[]
  /** Pieces of icon, class and picture names. */
  readonly icons?: readonly string[]
  /** Longer words that hold one of the above and do not count. */
  readonly not?: readonly string[]
  /** Two words that say it together, the second at most so many characters behind the first: 仅供…员工. */
  readonly between?: { readonly first: readonly string[]; readonly second: readonly string[]; readonly window: number }
}
export interface CodeMarks {
  readonly list: string
  readonly kind: string
  readonly clauses: readonly string[]
  readonly platforms: readonly Platform[]
  readonly strength: 'strong' | 'medium' | 'weak'
  readonly marks: readonly string[]
  readonly note?: Text
}

interface ApiFile {
  readonly complete: boolean
  readonly apis: readonly ApiRow[]
  readonly families: readonly FamilyRow[]
}
const tableOf = (file: ApiFile): ApiTable => {
  const byName = new Map(file.apis.map((row) => [row.name, row]))
  const byFamily = new Map<string, readonly string[]>()
  return {
    complete: file.complete,
    families: file.families,
    find: (name) => byName.get(name),
    family: (family, kind = 'api') => {
      const key = `${family} ${kind}`
      let names = byFamily.get(key)
      if (!names) {
        names = file.families.filter((row) => row.family === family && row.kind === kind).map((row) => row.name)
        byFamily.set(key, names)
      }
      return names
    },
  }
}
// The compiler widens the words of a JSON file to string.
const API: Readonly<Record<Platform, ApiTable>> = {
  wechat: tableOf(wechatApi as unknown as ApiFile),
  douyin: tableOf(douyinApi as unknown as ApiFile),
}
const PRIVACY = (privacyItemFile as unknown as { readonly items: readonly PrivacyItem[] }).items
const ENTRIES = new Map((entryWordFile as unknown as { readonly entries: readonly EntryWords[] }).entries.map((entry) => [entry.id, entry]))
const MARKS = (codeMarkFile as unknown as { readonly rows: readonly CodeMarks[] }).rows

/** The public interfaces of a platform. */
export const apiTable = (platform: Platform): ApiTable => API[platform]
/** What counts as personal data there, with the interfaces that touch it. */
export const privacyItems = (platform: Platform): readonly PrivacyItem[] => PRIVACY.filter((item) => item.platform === platform)
/** The words by which people find a way: 'log-out', 'delete-account', 'complaint', 'decline' … An unknown id is a mistake in the rule. */
export const entryWords = (id: string): EntryWords => {
  const entry = ENTRIES.get(id)
  if (!entry) throw new Error(`no entry words: ${id}`)
  return entry
}
/** Identifiers, packages and endpoints that mean something in code, by list. */
export const codeMarks = (list: string): readonly CodeMarks[] => {
  const rows = MARKS.filter((row) => row.list === list)
  if (rows.length === 0) throw new Error(`no code marks: ${list}`)
  return rows
}
