/** Expressions of templates ({{…}}): a small parser, and evaluation over abstract values. */

import { join } from './join.ts'
import type { Machine } from './machine.ts'
import { binary } from './operators.ts'
import { alternatives, FALSE, makeConst, makeObj, makeUnknown, originsOf, type Site, TRUE, truth, UNDEFINED, type V } from './value.ts'

export type Expression =
  | { readonly k: 'const'; readonly v: string | number | boolean | null | undefined; readonly start: number; readonly end: number }
  | { readonly k: 'name'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly k: 'member'; readonly object: Expression; readonly name: string }
  | { readonly k: 'index'; readonly object: Expression; readonly key: Expression }
  | { readonly k: 'call'; readonly callee: Expression; readonly args: readonly Expression[] }
  | { readonly k: 'unary'; readonly op: string; readonly of: Expression }
  | { readonly k: 'binary'; readonly op: string; readonly left: Expression; readonly right: Expression }
  | { readonly k: 'logical'; readonly op: string; readonly left: Expression; readonly right: Expression }
  | { readonly k: 'cond'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly k: 'array'; readonly items: readonly Expression[] }
  | { readonly k: 'object'; readonly props: readonly { readonly key: string | null; readonly value: Expression }[] }

const LEVELS: Record<string, number> = {
  '??': 1,
  '||': 2,
  '&&': 3,
  '|': 4,
  '^': 5,
  '&': 6,
  '===': 7,
  '!==': 7,
  '==': 7,
  '!=': 7,
  '<': 8,
  '>': 8,
  '<=': 8,
  '>=': 8,
  '<<': 9,
  '>>': 9,
  '>>>': 9,
  '+': 10,
  '-': 10,
  '*': 11,
  '/': 11,
  '%': 11,
  '**': 12,
}
const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*)|("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`)|(\.\.\.|===|!==|>>>|\*\*|==|!=|<=|>=|&&|\|\||\?\?|\?\.|<<|>>|[-+*/%<>!~?:.,()[\]{}&|^]))/y

const cache = new Map<string, Expression | null>()
const CACHE_LIMIT = 20_000

/** Parses the text between the braces; null when it is no expression. `offset` is where the text stands in its file. */
export function parseExpression(source: string, data: boolean): Expression | null {
  const key = data ? `d${source}` : source
  const had = cache.get(key)
  if (had !== undefined) return had
  if (cache.size > CACHE_LIMIT) cache.clear()
  let out: Expression | null = null
  try {
    out = new Parser(source).all(data)
  } catch (e) {
    if (!(e instanceof SyntaxError)) throw e
  }
  cache.set(key, out)
  return out
}

class Parser {
  private readonly tokens: { kind: number; text: string; start: number; end: number }[] = []
  private at = 0
  private depth = 0
  constructor(source: string) {
    if (source.length > 20_000) throw new SyntaxError('too long')
    let i = 0
    const end = source.trimEnd().length
    while (i < end) {
      TOKEN.lastIndex = i
      const m = TOKEN.exec(source)
      if (!m) throw new SyntaxError(`unexpected ${source[i]}`)
      const kind = m[1] !== undefined ? 0 : m[2] !== undefined ? 1 : m[3] !== undefined ? 2 : 3
      const text = m[kind + 1]!
      this.tokens.push({ kind, text, start: TOKEN.lastIndex - text.length, end: TOKEN.lastIndex })
      i = TOKEN.lastIndex
    }
  }
  /** `data`: the value of <template data>, which is an object without its braces. */
  all(data: boolean): Expression {
    if (data) {
      const props = this.properties('')
      return { k: 'object', props }
    }
    const e = this.conditional()
    if (this.at < this.tokens.length) throw new SyntaxError('rest')
    return e
  }
  private peek(text: string): boolean {
    const t = this.tokens[this.at]
    return t !== undefined && t.kind === 3 && t.text === text
  }
  private take(text: string): boolean {
    if (!this.peek(text)) return false
    this.at++
    return true
  }
  private need(text: string): void {
    if (!this.take(text)) throw new SyntaxError(`${text} wanted`)
  }
  private conditional(): Expression {
    if (++this.depth > 100) throw new SyntaxError('too deep')
    const test = this.operators(0)
    let out = test
    if (this.take('?')) {
      const yes = this.conditional()
      this.need(':')
      out = { k: 'cond', test, yes, no: this.conditional() }
    }
    this.depth--
    return out
  }
  private operators(level: number): Expression {
    let left = this.unary()
    for (;;) {
      const t = this.tokens[this.at]
      const l = t?.kind === 3 ? LEVELS[t.text] : undefined
      if (!t || l === undefined || l <= level) return left
      this.at++
      const right = this.operators(l)
      left =
        t.text === '&&' || t.text === '||' || t.text === '??'
          ? { k: 'logical', op: t.text, left, right }
          : { k: 'binary', op: t.text, left, right }
    }
  }
  private unary(): Expression {
    const t = this.tokens[this.at]
    if (
      t &&
      ((t.kind === 3 && (t.text === '!' || t.text === '-' || t.text === '+' || t.text === '~')) ||
        (t.kind === 1 && (t.text === 'typeof' || t.text === 'void')))
    ) {
      this.at++
      if (++this.depth > 100) throw new SyntaxError('too deep')
      const of = this.unary()
      this.depth--
      return { k: 'unary', op: t.text, of }
    }
    let e = this.primary()
    for (;;) {
      if (this.take('.') || this.take('?.')) {
        const n = this.tokens[this.at++]
        if (n?.kind !== 1) throw new SyntaxError('name wanted')
        e = { k: 'member', object: e, name: n.text }
      } else if (this.take('[')) {
        const key = this.conditional()
        this.need(']')
        e = { k: 'index', object: e, key }
      } else if (this.take('(')) {
        const args: Expression[] = []
        while (!this.take(')')) {
          args.push(this.conditional())
          if (!this.peek(')')) this.need(',')
        }
        e = { k: 'call', callee: e, args }
      } else return e
    }
  }
  private primary(): Expression {
    const t = this.tokens[this.at++]
    if (!t) throw new SyntaxError('end')
    const at = { start: t.start, end: t.end }
    if (t.kind === 0) return { k: 'const', v: Number(t.text), ...at }
    if (t.kind === 2) return { k: 'const', v: unquote(t.text), ...at }
    if (t.kind === 1) {
      if (t.text === 'true' || t.text === 'false') return { k: 'const', v: t.text === 'true', ...at }
      if (t.text === 'null') return { k: 'const', v: null, ...at }
      if (t.text === 'undefined') return { k: 'const', v: undefined, ...at }
      return { k: 'name', name: t.text, ...at }
    }
    if (t.text === '(') {
      const e = this.conditional()
      this.need(')')
      return e
    }
    if (t.text === '[') {
      const items: Expression[] = []
      while (!this.take(']')) {
        items.push(this.conditional())
        if (!this.peek(']')) this.need(',')
      }
      return { k: 'array', items }
    }
    if (t.text === '{') return { k: 'object', props: this.properties('}') }
    throw new SyntaxError(`unexpected ${t.text}`)
  }
  private properties(close: string): { key: string | null; value: Expression }[] {
    const props: { key: string | null; value: Expression }[] = []
    while (close ? !this.take(close) : this.at < this.tokens.length) {
      if (this.take('...')) props.push({ key: null, value: this.conditional() })
      else {
        const t = this.tokens[this.at++]
        if (!t || t.kind === 3) throw new SyntaxError('key wanted')
        const key = t.kind === 2 ? String(unquote(t.text)) : t.text
        props.push({ key, value: this.take(':') ? this.conditional() : { k: 'name', name: key, start: t.start, end: t.end } })
      }
      if (!(close ? this.peek(close) : this.at >= this.tokens.length)) this.need(',')
    }
    return props
  }
}
const unquote = (s: string): string => s.slice(1, -1).replace(/\\(.)/g, (_x, c: string) => (c === 'n' ? '\n' : c === 't' ? '\t' : c))

/** The free names of an expression. */
export function namesOf(e: Expression, out: Set<string> = new Set()): Set<string> {
  switch (e.k) {
    case 'name':
      out.add(e.name)
      break
    case 'member':
      namesOf(e.object, out)
      break
    case 'index':
      namesOf(e.object, out)
      namesOf(e.key, out)
      break
    case 'call':
      namesOf(e.callee, out)
      for (const a of e.args) namesOf(a, out)
      break
    case 'unary':
      namesOf(e.of, out)
      break
    case 'binary':
    case 'logical':
      namesOf(e.left, out)
      namesOf(e.right, out)
      break
    case 'cond':
      namesOf(e.test, out)
      namesOf(e.yes, out)
      namesOf(e.no, out)
      break
    case 'array':
      for (const a of e.items) namesOf(a, out)
      break
    case 'object':
      for (const p of e.props) namesOf(p.value, out)
  }
  return out
}

/** Evaluates an expression; `lookup` gives the values of names. `base` is the file and offset of the expression's text. */
export function evaluate(m: Machine, e: Expression, lookup: (name: string) => V, base: Site): V {
  switch (e.k) {
    case 'const':
      return makeConst(e.v, base.file, base.start + e.start, base.start + e.end)
    case 'name':
      return lookup(e.name)
    case 'member':
      return m.get(evaluate(m, e.object, lookup, base), e.name, base)
    case 'index':
      return m.getIndex(evaluate(m, e.object, lookup, base), evaluate(m, e.key, lookup, base), base)
    case 'call': {
      const args = e.args.map((a) => evaluate(m, a, lookup, base))
      if (e.callee.k === 'member') {
        const self = evaluate(m, e.callee.object, lookup, base)
        return m.call(m.get(self, e.callee.name, base), self, args, base, 'call', e.callee.name)
      }
      return m.call(evaluate(m, e.callee, lookup, base), UNDEFINED, args, base, 'call')
    }
    case 'unary': {
      const v = evaluate(m, e.of, lookup, base)
      if (e.op === '!') {
        // Both sides of what may be either: conditions of templates are read as sets of possible values.
        const ts = alternatives(v).map(truth)
        if (ts.includes(undefined)) return makeUnknown(originsOf(v, 1))
        const origins = originsOf(v, 1)
        if (origins.length > 0 && v.t !== 1)
          return alternatives(v)
            .map((w): V => makeConst(!truth(w), '', 0, 0, originsOf(w, 1)))
            .reduce((a, b) => join(a, b))
        return ts.includes(true) && ts.includes(false) ? join(TRUE, FALSE) : ts[0] ? FALSE : TRUE
      }
      if (e.op === '-' && v.t === 0 && typeof v.v === 'number') return makeConst(-v.v, base.file, base.start, base.end)
      return v.t === 0 && e.op === '+' ? makeConst(Number(v.v), base.file, base.start, base.end) : makeUnknown(originsOf(v, 1))
    }
    case 'binary': {
      const left = evaluate(m, e.left, lookup, base)
      const right = evaluate(m, e.right, lookup, base)
      const ls = alternatives(left)
      const rs = alternatives(right)
      if (e.op !== '+' && ls.length * rs.length > 1 && ls.length * rs.length <= 32) {
        let out: V | null = null
        for (const a of ls)
          for (const b of rs) {
            const x = binary(a, e.op, b, base.file, base.start, base.end)
            out = out ? join(out, x) : x
          }
        return out!
      }
      return binary(left, e.op, right, base.file, base.start, base.end)
    }
    case 'logical': {
      const left = evaluate(m, e.left, lookup, base)
      const right = evaluate(m, e.right, lookup, base)
      const t = truth(left)
      if (t !== undefined) return (e.op === '&&') === t ? right : left
      const kept = alternatives(left).filter((w) => (e.op === '&&' ? truth(w) !== true : truth(w) !== false))
      return kept.reduce<V>((a, b) => join(a, b), right)
    }
    case 'cond': {
      const t = truth(evaluate(m, e.test, lookup, base))
      if (t !== undefined) return evaluate(m, t ? e.yes : e.no, lookup, base)
      return join(evaluate(m, e.yes, lookup, base), evaluate(m, e.no, lookup, base))
    }
    case 'array':
      return m.list(
        e.items.map((i) => evaluate(m, i, lookup, base)),
        base,
      )
    case 'object': {
      const o = makeObj('object', 0)
      o.props = new Map()
      for (const p of e.props) {
        const v = evaluate(m, p.value, lookup, base)
        if (p.key !== null) o.props.set(p.key, v)
        else m.spreadInto(o, v)
      }
      return o
    }
  }
}
