/** Keys of the workbench. Every key is here and nowhere else; none of them sends a decision by itself. */
import type { Text } from '../../../src/contract/index.ts'

export type Act =
  | 'item-next'
  | 'item-previous'
  | 'claim-next'
  | 'claim'
  | 'tab-1'
  | 'tab-2'
  | 'tab-3'
  | 'tab-4'
  | 'tab-5'
  | 'tab-6'
  | 'tab-7'
  | 'tab-8'
  | 'tab-9'
  | 'finding-next'
  | 'finding-previous'
  | 'evidence'
  | 'base'
  | 'change-next'
  | 'change-previous'
  | 'file-previous'
  | 'file-next'
  | 'confirm'
  | 'dismiss'
  | 'unsure'
  | 'cite'
  | 'approve'
  | 'refuse'
  | 'ask'
  | 'postpone'
  | 'send'
  | 'skip'
  | 'escalate'
  | 'search'
  | 'help'
  | 'undo'
  | 'palette'
  | 'blur'
  | 'replay'
  | 'reach'

export interface Key {
  /** As `KeyboardEvent.key` says it. */
  readonly key: string
  readonly act: Act
  /** Ctrl or ⌘ has to be held. */
  readonly held?: true
  readonly name: Text
}
const one = (key: string, act: Act, zh: string, en: string, held?: true): Key => ({ key, act, name: { zh, en }, ...(held ? { held } : {}) })
const TAB_NAMES = [
  ['概要', 'Summary'],
  ['问题', 'Findings'],
  ['画面', 'Screens'],
  ['运行', 'Run'],
  ['代码对比', 'Code'],
  ['资料对比', 'Listing'],
  ['个人信息', 'Privacy'],
  ['资质', 'Documents'],
  ['历史', 'History'],
] as const
export const TABS: readonly Text[] = TAB_NAMES.map(([zh, en]) => ({ zh, en }))

export const KEYS: readonly Key[] = [
  one('J', 'item-next', '下一个任务', 'next item'),
  one('K', 'item-previous', '上一个任务', 'previous item'),
  one('N', 'claim-next', '领取下一个', 'claim the next one'),
  one('C', 'claim', '领取这一个', 'claim this one'),
  ...TAB_NAMES.map(([zh, en], i) => one(String(i + 1), `tab-${i + 1}` as Act, zh, en)),
  one('j', 'finding-next', '下一个问题', 'next finding'),
  one('k', 'finding-previous', '上一个问题', 'previous finding'),
  one('o', 'evidence', '打开证据', 'open its evidence'),
  one('v', 'replay', '逐步重放证据', 'replay its evidence step by step'),
  one('m', 'reach', '运行到过哪些页面', 'which pages the run reached'),
  one('y', 'confirm', '确认问题', 'confirm the finding'),
  one('x', 'dismiss', '排除问题（写原因）', 'dismiss it, with a reason'),
  one('u', 'unsure', '存疑', 'unsure'),
  one('c', 'cite', '引用条款', 'cite a clause'),
  one('d', 'base', '切换对比的版本', 'compare with another version'),
  one('n', 'change-next', '下一处改动', 'next change'),
  one('p', 'change-previous', '上一处改动', 'previous change'),
  one('[', 'file-previous', '上一个文件', 'previous file'),
  one(']', 'file-next', '下一个文件', 'next file'),
  one('a', 'approve', '结论：通过', 'verdict: approve'),
  one('r', 'refuse', '结论：不通过', 'verdict: refuse'),
  one('i', 'ask', '结论：请开发者补充', 'verdict: ask the developer'),
  one('h', 'postpone', '结论：暂缓', 'verdict: postpone'),
  one('Enter', 'send', '发送（10 秒内可撤销）', 'send (10 s to undo)', true),
  one('z', 'undo', '撤销发送', 'undo the sending'),
  one('S', 'skip', '放回队列（写原因）', 'give it back, with a reason'),
  one('e', 'escalate', '转交他人', 'hand it to somebody else'),
  one('b', 'blur', '图片模糊开关', 'blur pictures or not'),
  one('/', 'search', '查找任务', 'find an item'),
  one('k', 'palette', '命令面板', 'all commands', true),
  one('?', 'help', '全部按键', 'all keys'),
]

export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** The element that has the focus takes text. */
  readonly typing: boolean
  /** A dialog is open over the page. */
  readonly covered: boolean
}
/** What a key press asks for; null when it is not for the workbench. */
export const actOf = ({ key, ctrlKey, metaKey, altKey, typing, covered }: Pressed): Act | null => {
  if (altKey) return null
  const held = ctrlKey || metaKey
  const found = KEYS.find((row) => row.key === key && (row.held === true) === held)
  if (found === undefined) return null
  // What is held down is meant, even in a text field; single keys there are letters.
  if (held) return covered && found.act === 'send' ? null : found.act
  return typing || covered ? null : found.act
}
/** As it is printed on a key cap. */
export const capOf = ({ key, held }: Key): string => (held ? `Ctrl ${key === 'Enter' ? '↵' : key.toUpperCase()}` : key)
export const keyFor = (act: Act): string => {
  const found = KEYS.find((row) => row.act === act)
  return found === undefined ? '' : capOf(found)
}
