/**
 * Files to sets of shingles: short runs of what remains when names, numbers, texts and colours are taken away. Who renames
 * variables, moves functions about, changes words or colours leaves most runs as they were.
 */
import type { Element, TemplateFile } from '../../program/types.ts'
import { foldTerm } from '../text/normalise.ts'
import { hash32 } from './hash.ts'

/** Bounds of one file: what is larger is machine-made. */
const LONGEST = 300_000
const MOST_TOKENS = 60_000
const SCRIPT_RUN = 9
const TEMPLATE_RUN = 4
const COPY_RUN = 3

const TOKEN =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|`(?:[^`\\]|\\[\s\S])*`|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[A-Za-z_$][\w$]*|\d[\w.]*|=>|[{}()[\];,.:?=+\-*/%<>!&|^~@#]/g
const KEYWORDS = new Set(
  'break case catch class const continue default delete do else extends finally for function if import in instanceof let new return super switch this throw try typeof var void while yield async await of export static get set true false null undefined'.split(
    ' ',
  ),
)
/** Written differently by taste, by a compiler's target or by the platform; one word for all. */
const SAME: Readonly<Record<string, string>> = { let: 'var', const: 'var', wx: '§', tt: '§', uni: '§', swan: '§', my: '§', qq: '§' }
/** Names of the platforms and of everybody's language: they say little of whose the code is. */
const COMMON = new Set(
  'data setData then catch success fail complete length push log console call apply bind prototype exports default options query target dataset currentTarget detail value title icon url message msg code map forEach join slice split indexOf toString JSON stringify parse Object keys assign Promise resolve reject Math Date Array String Number Page Component App getApp globalData properties methods type observer attached ready created onLoad onShow onReady onHide onUnload onPullDownRefresh onReachBottom onShareAppMessage require module define __esModule defineProperty configurable enumerable writable'.split(
    ' ',
  ),
)

/** The shingles of a script. Names after a dot and keys stay, all other names are one; a run with no name of its own says nothing. */
export const scriptShingles = (text: string): ReadonlySet<number> => {
  const out = new Set<number>()
  if (text.length > LONGEST) return out
  const tokens: string[] = []
  /** How telling each token is. */
  const own: number[] = []
  let before = ''
  for (const match of text.matchAll(TOKEN)) {
    if (tokens.length > MOST_TOKENS) break
    const token = match[0]
    if (token.startsWith('//') || token.startsWith('/*')) continue
    // Statement ends, and commas before a bracket, are a matter of taste.
    if (token === ';') continue
    let word = token
    let weight = 0
    if (/^[A-Za-z_$]/.test(token)) {
      const key = text[match.index + token.length] === ':' || before === '.'
      if (SAME[token] && before !== '.') word = SAME[token]!
      else if (!KEYWORDS.has(token) || before === '.') {
        if (key || /^[ \t]*\(/.test(text.slice(match.index + token.length, match.index + token.length + 3))) {
          if (before === '.' || key) {
            word = token.toLowerCase().replace(/[_$]/g, '')
            weight = COMMON.has(token) || token.length < 3 ? 0 : 1
          } else word = 'i'
        } else word = 'i'
      }
    } else if (/^['"`]/.test(token)) word = '"'
    else if (/^\d/.test(token)) word = '0'
    tokens.push(word)
    own.push(weight)
    before = token
  }
  let telling = own.slice(0, SCRIPT_RUN - 1).reduce((sum, one) => sum + one, 0)
  for (let i = 0; i + SCRIPT_RUN <= tokens.length; i++) {
    telling += own[i + SCRIPT_RUN - 1]!
    if (telling >= 1) out.add(hash32(`s ${tokens.slice(i, i + SCRIPT_RUN).join(' ')}`))
    telling -= own[i]!
  }
  return out
}

const DIRECTIVE = /^(?:wx|tt|a|s|qq):/
const EVENT = /^(?:(?:capture-|mut-)?(?:bind|catch)):?/
/** Attributes that say how it looks or what it holds: reskins change them. */
const LOOK = /^(?:class|style|id|src|hover-class|placeholder|placeholder-class|placeholder-style|alt|data-.*|key)$/

const openingOf = (element: Element): string => {
  const names = element.attributes
    .map(({ name }) => name.toLowerCase())
    .filter((name) => !LOOK.test(name.replace(DIRECTIVE, '')))
    .map((name) => (EVENT.test(name) ? `on${name.replace(EVENT, '')}` : name.replace(DIRECTIVE, ':')))
  return `${element.tag}[${names.sort().join(' ')}]`
}

/** The shingles of a template: its tree in order, tags with the kinds of their attributes, texts as mere presence. */
export const templateShingles = (template: TemplateFile): ReadonlySet<number> => {
  const words: string[] = []
  const walk = (nodes: TemplateFile['children'], depth: number): void => {
    for (const node of nodes) {
      if (words.length > MOST_TOKENS) return
      if (node.type === 'text') {
        if (node.parts.some((part) => part.type === 'mustache')) words.push('{}')
        else if (node.parts.some((part) => part.type === 'text' && part.value.trim() !== '')) words.push('t')
      } else if (depth < 200) {
        words.push(openingOf(node))
        if (node.children.length > 0) {
          walk(node.children, depth + 1)
          words.push(`/${node.tag}`)
        }
      }
    }
  }
  walk(template.children, 0)
  const out = new Set<number>()
  for (let i = 0; i + TEMPLATE_RUN <= words.length; i++) {
    const run = words.slice(i, i + TEMPLATE_RUN)
    // Four views inside each other, or only ends, are everywhere.
    if (
      new Set(run).size > 2 &&
      run.some((word) => !word.startsWith('/') && !/^(?:view\[\]|text\[\]|image\[\]|block\[\]|t|\{\})$/.test(word))
    )
      out.add(hash32(`t ${run.join(' ')}`))
  }
  return out
}

/** The shingles of what users read: runs of three characters, spelling folded. */
export const copyShingles = (texts: Iterable<string>): ReadonlySet<number> => {
  const out = new Set<number>()
  const seen = new Set<string>()
  for (const text of texts) {
    const folded = foldTerm(text.slice(0, 2000))
    if (folded.length < 2 || seen.has(folded)) continue
    seen.add(folded)
    const framed = `^${folded}$`
    for (let i = 0; i + COPY_RUN <= framed.length; i++) out.add(hash32(`c ${framed.slice(i, i + COPY_RUN)}`))
  }
  return out
}
