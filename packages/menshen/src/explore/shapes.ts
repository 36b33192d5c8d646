/**
 * What answers of a server would look like that nobody gave: read off the code that reads them. Pages behind a server
 * then show something. Never a proof: passes with such answers are marked.
 */
import type { Interpretation, Origin, Value } from '../program/interpret/types.ts'
import { linesOf } from '../program/lines.ts'
import type { Files } from '../program/types.ts'
import type { Answered, Responder } from '../simulator/responses.ts'

/** A part of an answer, as far as the code looks into it. */
interface Part {
  readonly inside: Map<string, Part>
  list: boolean
  /** What it is compared with where the code goes on. */
  equals?: string | number | boolean
  sort?: 'text' | 'number'
}
const part = (): Part => ({ inside: new Map(), list: false })
/** By the place of the call: 'pages/a/a.js:12'. */
export type Shapes = ReadonlyMap<string, Part>

const LISTS =
  /^(?:length|map|forEach|filter|concat|push|pop|shift|unshift|slice|splice|join|some|every|find|findIndex|reduce|sort|reverse|flat|flatMap|entries|keys|values)$/
const ELEMENTWISE = /^(?:map|filter|slice|concat|sort|reverse|flat)$/
const TEXTS =
  /^(?:split|replace|replaceAll|substring|substr|indexOf|includes|trim|charAt|charCodeAt|startsWith|endsWith|match|toLowerCase|toUpperCase|padStart)$/
const NUMBERS = /^(?:toFixed|toPrecision)$/
const MOST_PARTS = 4000
const DEEPEST = 8

/** Reads every way in which the program looks into its server's answers. */
export function shapesOf(interpretation: Interpretation, files: Files): Shapes {
  const shapes = new Map<string, Part>()
  let parts = 0
  const grow = (origin: Origin, mark?: (leaf: Part) => void): void => {
    if (origin.source !== 'response' || !/request|callFunction|callContainer|Socket/i.test(origin.name)) return
    const line = linesOf(files, origin.at.file).position(origin.at.start).line
    const key = `${origin.at.file}:${line}`
    const root = shapes.get(key) ?? part()
    shapes.set(key, root)
    let at = root
    for (const name of origin.path.split('.').filter(Boolean).slice(0, DEEPEST)) {
      if (name === '*' || /^\d+$/.test(name)) {
        at.list = true
        continue
      }
      if (LISTS.test(name)) {
        // 'length' and the like of texts are rarer than those of lists
        at.list = true
        if (ELEMENTWISE.test(name)) continue
        return
      }
      if (TEXTS.test(name)) {
        at.sort = 'text'
        return
      }
      if (NUMBERS.test(name)) {
        at.sort = 'number'
        return
      }
      let next = at.inside.get(name)
      if (!next) {
        if (++parts > MOST_PARTS) return
        next = part()
        at.inside.set(name, next)
      }
      at = next
    }
    mark?.(at)
  }
  const reads = (value: Value | undefined, depth: number): void => {
    if (!value || depth > 3) return
    for (const origin of value.origins) grow(origin)
    for (const key of value.keys().slice(0, 40)) reads(value.get(key), depth + 1)
    for (const element of value.elements().slice(0, 4)) reads(element, depth + 1)
  }
  const condition = (source: string, holds: boolean, origins: readonly Origin[]): void => {
    for (const origin of origins) {
      const leaf = origin.path.split('.').at(-1) ?? ''
      const wanted = wantedBy(source, leaf, holds)
      grow(origin, (one) => {
        if (wanted !== undefined) one.equals ??= wanted
      })
    }
  }
  for (const write of interpretation.writes) {
    reads(write.value, 0)
    for (const guard of write.guards) condition(guard.source, guard.holds, guard.origins)
  }
  for (const call of interpretation.calls)
    for (const context of call.contexts) {
      for (const guard of context.guards) condition(guard.source, guard.holds, guard.origins)
      for (const arg of context.args) reads(arg, 0)
    }
  for (const shown of interpretation.shown) {
    for (const origin of shown.value.origins)
      grow(origin, (leaf) => {
        if (/(?:wx|tt|a|s):for$|^for$/.test(shown.slot)) leaf.list = true
      })
    for (const one of shown.conditions) condition(one.source, one.holds, one.value.origins)
  }
  return shapes
}

/** What a compared part has to be for the code to go on: 'res.code === 0' wants 0. */
function wantedBy(source: string, leaf: string, holds: boolean): string | number | boolean | undefined {
  if (!/^[\w$]+$/.test(leaf)) return undefined
  const compared = new RegExp(
    `\\b${leaf.replace(/\$/g, '\\$')}\\b\\s*(===?|!==?)\\s*(?:'([^']*)'|"([^"]*)"|(-?\\d+(?:\\.\\d+)?)|(true|false))`,
  ).exec(source)
  if (!compared) return undefined
  const [, sign = '', one, two, number, word] = compared
  if (sign.startsWith('!') === holds) return undefined
  if (number !== undefined) return Number(number)
  if (word !== undefined) return word === 'true'
  return one ?? two
}

const PICTURE = 'https://pictures.invalid/synthesised.png'
const WORDS = ['春茶', '青瓷', '云山', '小桥', '晚风', '竹影']
function sample(name: string, sort: Part['sort'], turn: number): unknown {
  if (sort === 'number') return 12
  if (sort !== 'text') {
    if (/^(?:is|has|can|need|show|enable|allow)[A-Z_]|^(?:success|ok|checked|selected|enabled)$/.test(name)) return true
    if (/(?:^|_)id$|[a-z]Id$|ID$|^id$/.test(name)) return turn + 1
    if (
      /num|count|total|price|amount|money|score|age|sum|stock|sales|page|size|percent|rate|index|level|width|height|^n$|latitude|longitude/i.test(
        name,
      )
    )
      return 12 + turn
  }
  if (/(?:ur[li]|img|image|pic|photo|icon|avatar|cover|banner|logo|thumb|src|poster)s?$/i.test(name)) return PICTURE
  if (/time|date|day|created|updated/i.test(name)) return '2026-01-05 09:30:00'
  if (/phone|mobile|tel$/i.test(name)) return '13800138000'
  if (/token|session|openid|key$/i.test(name)) return 'synthesised'
  if (/html|content|detail|desc|intro|summary/i.test(name)) return `${WORDS[turn % WORDS.length]}，${WORDS[(turn + 1) % WORDS.length]}。`
  return WORDS[turn % WORDS.length]
}
/** A value of the shape of a part. */
function madeOf(one: Part, name: string, turn: number, depth: number): unknown {
  if (one.list && depth < DEEPEST) {
    const bare: Part = { ...one, list: false }
    return Array.from({ length: 3 }, (_, i) => madeOf(bare, name.replace(/s$|List$/, ''), i, depth + 1))
  }
  if (one.inside.size > 0 && depth < DEEPEST) {
    const out: Record<string, unknown> = {}
    for (const [key, inner] of one.inside) out[key] = madeOf(inner, key, turn, depth + 1)
    return out
  }
  return one.equals ?? sample(name, one.sort, turn)
}

/** What is known of a call: it may begin some lines above the one that a stack names. */
function near(shapes: Shapes, { file, line }: { readonly file: string; readonly line: number }): Part | undefined {
  for (const by of [0, -1, 1, -2, 2, -3]) {
    const found = shapes.get(`${file}:${line + by}`)
    if (found) return found
  }
  return undefined
}
const json = { 'content-type': 'application/json; charset=utf-8' }
/** A server that answers as the code seems to expect: by the line that asks, the outermost of the stack that reads anything of it. */
export function synthesisedServer(shapes: Shapes): Responder {
  return {
    kind: 'synthesised',
    unused: () => [],
    answer({ stack, method }): Answered {
      const known = (stack ?? []).flatMap((frame) => near(shapes, frame) ?? [])
      // what the page reads is nearer to the truth than what all askers of a wrapper read together
      const shape = known.at(-1)
      // of a request the answer's own body is meant, of a cloud function its result
      const root = shape?.inside.get(method === 'CLOUD' ? 'result' : 'data') ?? shape
      const around = known[0] && known[0] !== shape ? known[0].inside.get(method === 'CLOUD' ? 'result' : 'data') : undefined
      const own = root ? madeOf(root, '', 0, 0) : {}
      const checks = around ? plainChecks(around) : {}
      const body = own && typeof own === 'object' && !Array.isArray(own) ? { ...checks, ...own } : (own ?? {})
      return { status: 200, headers: json, body: JSON.stringify(body), source: 'synthesised' }
    },
  }
}
/** What a wrapper checks of every answer: its code, its message. */
const plainChecks = (one: Part): Record<string, unknown> =>
  Object.fromEntries([...one.inside].flatMap(([key, inner]) => (inner.equals === undefined ? [] : [[key, inner.equals]])))
