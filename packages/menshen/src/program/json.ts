/**
 * JSON as found in real programs: comments, trailing commas, damage. Everything tolerated is reported with its place.
 * The tokens come from jsonc-parser's scanner; the parser on top of it is our own, so that depth is bounded,
 * objects have no prototype and every duplicate key is seen.
 */
import { createScanner, type JSONScanner } from 'jsonc-parser'
import type { JsonDocument, Problem, Span } from './types.ts'

/** Configuration deeper or larger than this is an attack or a mistake. */
const MAX_DEPTH = 100
const MAX_LENGTH = 4_000_000
const MAX_SYNTAX_PROBLEMS = 5

// jsonc-parser declares these as ambient const enums, which isolated modules cannot read
const kinds = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  trivia: 15,
  unknown: 16,
  end: 17,
}
const Token: { readonly [K in keyof typeof kinds]: number } = kinds

interface Node {
  readonly value: unknown
  readonly start: number
  readonly end: number
  readonly members?: Map<string, { readonly keyStart: number; readonly keyEnd: number; readonly node: Node }>
  readonly items?: Node[]
}

/** Reads one JSON file. Never throws; `value` is null when nothing could be read. */
export function readJson(file: string, text: string, report: (problem: Problem) => void): JsonDocument {
  const root = text.length > MAX_LENGTH ? tooLarge(file, text, report) : new Parser(file, text, report).document()
  const find = (path: readonly (string | number)[]): Node | undefined => {
    let node = root
    for (const step of path) {
      if (!node) return undefined
      node = typeof step === 'number' ? node.items?.[step] : node.members?.get(step)?.node
    }
    return node
  }
  return {
    file,
    value: root?.value ?? null,
    at(path) {
      const node = find(path)
      return node && { file, start: node.start, end: node.end }
    },
    keyAt(path) {
      const key = path.at(-1)
      const member = typeof key === 'string' ? find(path.slice(0, -1))?.members?.get(key) : undefined
      return member && { file, start: member.keyStart, end: member.keyEnd }
    },
  }
}

function tooLarge(file: string, text: string, report: (problem: Problem) => void): undefined {
  report({ kind: 'too-large', at: { file, start: 0, end: 0 }, data: { path: file, size: String(text.length) }, hides: true })
}

class Parser {
  readonly #file: string
  readonly #text: string
  readonly #report: (problem: Problem) => void
  readonly #scanner: JSONScanner
  #token: number = Token.unknown
  #start = 0
  #end = 0
  #previousEnd = 0
  #depth = 0
  #syntaxProblems = 0
  #saidComment = false
  #saidTooDeep = false

  constructor(file: string, text: string, report: (problem: Problem) => void) {
    this.#file = file
    this.#text = text
    this.#report = report
    this.#scanner = createScanner(text, false)
  }

  document(): Node | undefined {
    this.#next()
    if (this.#token === Token.end) {
      this.#wrong('empty', 0, 0)
      return undefined
    }
    const node = this.#value()
    if (node && this.#token !== Token.end) this.#wrong('text-after-end', this.#start, this.#end)
    return node
  }

  /** Moves to the next token that means something. */
  #next(): void {
    this.#previousEnd = this.#end
    for (;;) {
      const token: number = this.#scanner.scan()
      const start = this.#scanner.getTokenOffset()
      const end = start + this.#scanner.getTokenLength()
      if (token === Token.lineBreak || token === Token.trivia) continue
      if (token === Token.lineComment || token === Token.blockComment) {
        if (!this.#saidComment) this.#say('json-comment', start, end, {}, false)
        this.#saidComment = true
        if (this.#scanner.getTokenError() !== 0) this.#wrong('unclosed-comment', start, end)
        continue
      }
      this.#token = token
      this.#start = start
      this.#end = end
      if ((token === Token.string || token === Token.number) && this.#scanner.getTokenError() !== 0) this.#wrong('bad-literal', start, end)
      return
    }
  }

  #value(): Node | undefined {
    const start = this.#start
    const end = this.#end
    switch (this.#token) {
      case Token.openBrace:
      case Token.openBracket: {
        if (this.#depth >= MAX_DEPTH) return this.#skipNested(start)
        this.#depth++
        const node = this.#token === Token.openBrace ? this.#object() : this.#array()
        this.#depth--
        return node
      }
      case Token.string: {
        const value = this.#scanner.getTokenValue()
        this.#next()
        return { value, start, end }
      }
      case Token.number: {
        const value = Number(this.#scanner.getTokenValue())
        this.#next()
        return { value: Number.isFinite(value) ? value : 0, start, end }
      }
      case Token.null:
      case Token.true:
      case Token.false: {
        const value = this.#token === Token.null ? null : this.#token === Token.true
        this.#next()
        return { value, start, end }
      }
      case Token.unknown: {
        // an unquoted word or a string in single quotes: kept as text, so that what surrounds it can still be read
        this.#wrong('value-expected', start, end)
        const value = this.#text.slice(start, end).replace(/^'(.*)'$/s, '$1')
        this.#next()
        return { value, start, end }
      }
      default:
        this.#wrong('value-expected', start, end)
        return undefined
    }
  }

  #object(): Node {
    const start = this.#start
    const value: Record<string, unknown> = Object.create(null)
    const members: NonNullable<Node['members']> = new Map()
    this.#next()
    for (;;) {
      if (this.#token === Token.closeBrace) break
      if (this.#token === Token.end || this.#token === Token.closeBracket) {
        this.#wrong('unclosed-object', start, start + 1)
        return { value, start, end: this.#previousEnd, members }
      }
      if (this.#token === Token.comma) {
        this.#wrong('value-expected', this.#start, this.#end)
        this.#next()
        continue
      }
      if (this.#token !== Token.string && this.#token !== Token.unknown) {
        this.#wrong('key-expected', this.#start, this.#end)
        this.#value() ?? this.#next()
        continue
      }
      const keyStart = this.#start
      const keyEnd = this.#end
      let key = this.#scanner.getTokenValue()
      if (this.#token === Token.unknown) {
        this.#wrong('key-expected', keyStart, keyEnd)
        key = this.#text.slice(keyStart, keyEnd).replace(/^'(.*)'$/s, '$1')
      }
      this.#next()
      if (this.#token === Token.colon) this.#next()
      else {
        this.#wrong('colon-expected', keyEnd, keyEnd)
        if (this.#token === Token.comma || this.#token === Token.closeBrace) {
          if (this.#token === Token.comma) this.#next()
          continue
        }
      }
      const node = this.#value()
      if (key === '__proto__' || key === 'constructor' || key === 'prototype')
        this.#say('json-dangerous-key', keyStart, keyEnd, { key }, false)
      if (members.has(key)) this.#say('json-duplicate-key', keyStart, keyEnd, { key }, false)
      if (node) {
        // the last one wins, as in JSON.parse; __proto__ is kept out so that no copy of the object gets a prototype from it
        if (key !== '__proto__') value[key] = node.value
        members.set(key, { keyStart, keyEnd, node })
      }
      this.#separator(Token.closeBrace)
    }
    const end = this.#end
    this.#next()
    return { value, start, end, members }
  }

  #array(): Node {
    const start = this.#start
    const value: unknown[] = []
    const items: Node[] = []
    this.#next()
    for (;;) {
      if (this.#token === Token.closeBracket) break
      if (this.#token === Token.end || this.#token === Token.closeBrace) {
        this.#wrong('unclosed-array', start, start + 1)
        return { value, start, end: this.#previousEnd, items }
      }
      if (this.#token === Token.comma || this.#token === Token.colon) {
        this.#wrong('value-expected', this.#start, this.#end)
        this.#next()
        continue
      }
      const node = this.#value()
      if (node) {
        value.push(node.value)
        items.push(node)
      }
      this.#separator(Token.closeBracket)
    }
    const end = this.#end
    this.#next()
    return { value, start, end, items }
  }

  /** After a member: a comma, or the end. A comma before the end is tolerated, a missing one too. */
  #separator(close: number): void {
    if (this.#token === Token.comma) {
      const start = this.#start
      const end = this.#end
      this.#next()
      if (this.#token === close) this.#say('json-trailing-comma', start, end, {}, false)
    } else if (this.#token !== close && this.#token !== Token.end) this.#wrong('comma-expected', this.#previousEnd, this.#previousEnd)
  }

  /** Passes over brackets nested too deeply, without recursion. */
  #skipNested(start: number): Node {
    if (!this.#saidTooDeep) this.#say('nested-too-deep', start, start + 1, { depth: String(MAX_DEPTH) }, true)
    this.#saidTooDeep = true
    let open = 0
    do {
      if (this.#token === Token.openBrace || this.#token === Token.openBracket) open++
      else if (this.#token === Token.closeBrace || this.#token === Token.closeBracket) open--
      this.#next()
    } while (open > 0 && this.#token !== Token.end)
    return { value: null, start, end: this.#previousEnd }
  }

  #wrong(reason: string, start: number, end: number): void {
    if (++this.#syntaxProblems > MAX_SYNTAX_PROBLEMS) return
    this.#say('json-syntax', start, end, { reason }, true)
  }

  #say(kind: Problem['kind'], start: number, end: number, data: Record<string, string>, hides: boolean): void {
    const at: Span = { file: this.#file, start, end: Math.max(start, Math.min(end, this.#text.length)) }
    this.#report({ kind, at, data: { path: this.#file, ...data }, hides })
  }
}
