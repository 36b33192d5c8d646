/** Names of programs: how long, of which letters, not the platform's own, and told apart by what the eye sees and not by code points. */
import type { Text } from './words.ts'

/** Characters of other scripts by the Latin letters that they look like. By hand, from what fakers of brand names use. */
const LOOKS: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  һ: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ѵ: 'v',
  ѡ: 'w',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  γ: 'y',
  ω: 'w',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  〇: 'o',
  '○': 'o',
  '0': 'o',
  '1': 'i',
  l: 'i',
  '|': 'i',
  丨: 'i',
  ー: '一',
  '—': '一',
  '－': '一',
  二: '二',
  亠: '二',
  口: '口',
  囗: '口',
  ロ: '口',
  工: '工',
  エ: '工',
  力: '力',
  カ: '力',
  夕: '夕',
  タ: '夕',
  卜: '卜',
  ト: '卜',
  八: '八',
  ハ: '八',
  三: '三',
  ミ: '三',
  千: '千',
  チ: '千',
  未: '末',
  末: '末',
  日: '日',
  曰: '日',
  士: '土',
  土: '土',
  己: '己',
  已: '己',
  巳: '己',
  戊: '戊',
  戌: '戊',
  戍: '戊',
}
/** What is pairs of letters and looks like one. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['cl', 'd'],
]

/** What one reader knows of characters: traditional to simplified, split characters to whole ones. */
export interface CharacterTables {
  readonly simplified?: ReadonlyMap<string, string>
  readonly splits?: readonly (readonly [string, string])[]
}

// Said by number, for on a page they would not be seen: zero-width and directional marks, fillers, variation selectors, tags.
const UNSEEN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is meant by itself
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{e0000}-\u{e0fff}]/u
const EVERY_UNSEEN = new RegExp(UNSEEN, 'gu')
const CONTROL = /\p{Cc}|\p{Co}|\p{Cn}|[\ud800-\udfff]/u

/**
 * What the eye sees of a name: two names with one skeleton are one name. It is the key by which names are unique; it is
 * never shown.
 */
export const skeleton = (name: string, { simplified, splits = [] }: CharacterTables = {}): string => {
  let text = name
    .normalize('NFKC')
    .replace(EVERY_UNSEEN, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
  for (const [parts, whole] of splits) text = text.replaceAll(parts, whole)
  text = [...text]
    .map((letter) => simplified?.get(letter) ?? letter)
    .map((letter) => LOOKS[letter] ?? letter)
    .join('')
  text = text.replace(/[^\p{L}\p{N}]/gu, '')
  // After letters have been folded, pairs may have become what they look like.
  for (const [pair, one] of PAIRS) text = text.replaceAll(pair.replaceAll('l', 'i'), one)
  return text
}

/** How long a name is, as the platforms count: a Chinese character for two. */
export const nameLength = (name: string): number => {
  let length = 0
  for (const letter of name.normalize('NFC')) length += (letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1
  return length
}
export const NAME_LEAST = 4
export const NAME_MOST = 30

export interface NameProblem {
  readonly kind: 'short' | 'long' | 'unseen' | 'control' | 'symbols' | 'mixed-scripts' | 'platform' | 'generic' | 'spaces'
  readonly text: Text
}

/** Words by which a program would pass for the platform or somebody official; sources: wx-op 2.4-2.6 and 5.14 in spirit, gathered by hand, 2026-11-21. */
export const PLATFORM_WORDS: readonly string[] = [
  '微信',
  '腾讯',
  '公众号',
  '小程序官方',
  '官方小程序',
  '官方认证',
  '平台官方',
  '系统通知',
  '系统消息',
  '安全中心',
  '客服中心官方',
  '抖音',
  '字节跳动',
  '门神',
  'wechat',
  'weixin',
  'tencent',
  'douyin',
  'bytedance',
  'tiktok',
  'menshen',
  'official',
]
/** Whole names that say nothing (wx-op 2.6). */
const GENERIC: readonly string[] = [
  '小程序',
  '测试',
  '测试小程序',
  '我的小程序',
  '商城',
  '助手',
  '工具',
  '游戏',
  '新闻',
  '直播',
  '外卖',
  '打车',
  '支付',
  '地图',
  '天气',
  'test',
  'demo',
  'app',
  'program',
  'mini program',
]

const problem = (kind: NameProblem['kind'], zh: string, en: string): NameProblem => ({ kind, text: { zh, en } })

/** Everything that is wrong with a name, all at once; empty when nothing is. `reserved` adds the operator's own words. */
export const nameProblems = (
  name: string,
  { reserved = [], tables = {} }: { readonly reserved?: readonly string[]; readonly tables?: CharacterTables } = {},
): readonly NameProblem[] => {
  const found: NameProblem[] = []
  const length = nameLength(name)
  if (length < NAME_LEAST)
    found.push(
      problem(
        'short',
        `名称至少 ${NAME_LEAST} 个字符，一个汉字算两个`,
        `a name has at least ${NAME_LEAST} characters, a Chinese one counting as two`,
      ),
    )
  if (length > NAME_MOST)
    found.push(
      problem(
        'long',
        `名称最多 ${NAME_MOST} 个字符，一个汉字算两个`,
        `a name has at most ${NAME_MOST} characters, a Chinese one counting as two`,
      ),
    )
  if (UNSEEN.test(name)) found.push(problem('unseen', '名称含有看不见的字符', 'the name holds characters that cannot be seen'))
  if (CONTROL.test(name))
    found.push(problem('control', '名称含有控制字符或未定义的字符', 'the name holds control characters or undefined ones'))
  if (name !== name.trim() || / {2}/.test(name))
    found.push(problem('spaces', '名称首尾有空格，或者有连续空格', 'the name begins or ends with a space, or holds two in a row'))
  if (!/[\p{L}\p{N}]/u.test(name) || /[^\p{L}\p{N}\p{M} ·.&'’+\-（）()]/u.test(name.replace(EVERY_UNSEEN, '').replace(/\p{Cc}/gu, '')))
    found.push(problem('symbols', '名称只能由文字、数字和常用连接符组成', 'a name is made of letters, digits and a few joining marks'))
  if (/[\p{Script=Latin}]/u.test(name) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name))
    found.push(problem('mixed-scripts', '名称混用了外形相近的不同文字', 'the name mixes scripts whose letters look alike'))
  const seen = skeleton(name, tables)
  const claimed = [...PLATFORM_WORDS, ...reserved].find((word) => seen.includes(skeleton(word, tables)))
  if (claimed !== undefined)
    found.push(
      problem(
        'platform',
        `名称含有“${claimed}”，会让人以为是平台或官方`,
        `the name holds "${claimed}", by which it would pass for the platform or somebody official`,
      ),
    )
  if (GENERIC.some((word) => seen === skeleton(word, tables)))
    found.push(problem('generic', '名称是没有辨识度的通用词', 'the name is a generic word that tells nothing apart'))
  return found
}
