/**
 * WXML and TTML to a tree with offsets. A scanner of our own: XML and HTML parsers stumble over what templates really
 * hold (`{{a<b}}`, a bare `<`, quotes inside expressions, attributes without quotes, script bodies). It never gives up,
 * never recurses, and takes time linear in the text whatever stands there.
 */
import type { Attribute, Element, Problem, Span, TemplateFile, TextNode, TextPart } from '../types.ts'
import { MustacheFinder, Seeker } from './mustache.ts'

/** Deeper elements are hung under the last allowed level, so that everyone downstream may walk the tree recursively. */
const MAX_DEPTH = 256
const MAX_PROBLEMS = 20
/** Tags that cannot have element children: without an end tag they are closed by whatever follows. */
const LEAVES = new Set(['import', 'include', 'input', 'icon'])

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type OpenElement = Mutable<Element> & { children: (Element | TextNode)[] }

/** Finds what an `<import>`, `<include>`, `<wxs>` or `<sjs>` source points at; null when it is not there. */
export type FindTarget = (src: string, kind: 'template' | 'script') => string | null

/** Reads one template. Targets stay null unless `find` is given. */
export function scanTemplate(file: string, text: string, report: (problem: Problem) => void, find: FindTarget = () => null): TemplateFile {
  return new Scanner(file, text, report, find).run()
}

const isSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13)
const isNameStart = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95

class Scanner {
  readonly #file: string
  readonly #text: string
  readonly #report: (problem: Problem) => void
  readonly #find: FindTarget
  readonly #mustaches: MustacheFinder
  readonly #hasMustache: boolean
  readonly #braces: Seeker
  readonly #less: Seeker
  readonly #greater: Seeker
  readonly #commentEnds: Seeker
  readonly #quotes: Seeker
  readonly #apostrophes: Seeker

  readonly #roots: (Element | TextNode)[] = []
  readonly #elements: Element[] = []
  readonly #definitions = new Map<string, Element>()
  readonly #imports: TemplateFile['imports'][number][] = []
  readonly #scripts: TemplateFile['scripts'][number][] = []
  readonly #comments: Span[] = []

  /** Open elements, outermost first, and how many of each tag are open: a stray end tag is known without a search. */
  readonly #open: OpenElement[] = []
  readonly #openTags = new Map<string, number>()
  #parts: TextPart[] = []
  #textStart = -1
  #textSaysSomething = false
  #problems = 0
  #saidTooDeep = false

  constructor(file: string, text: string, report: (problem: Problem) => void, find: FindTarget) {
    this.#file = file
    this.#text = text
    this.#report = report
    this.#find = find
    this.#mustaches = new MustacheFinder(text)
    this.#hasMustache = text.includes('{{')
    this.#braces = new Seeker(text, '{{')
    this.#less = new Seeker(text, '<')
    this.#greater = new Seeker(text, '>')
    this.#commentEnds = new Seeker(text, '-->')
    this.#quotes = new Seeker(text, '"')
    this.#apostrophes = new Seeker(text, "'")
  }

  run(): TemplateFile {
    const text = this.#text
    const length = text.length
    let i = 0
    while (i < length) {
      const c = text.charCodeAt(i)
      if (c === 60) {
        const d = text.charCodeAt(i + 1)
        if (isNameStart(d)) {
          this.#endText(i)
          i = this.#openTag(i)
          continue
        }
        if (d === 47) {
          this.#endText(i)
          i = this.#closeTag(i)
          continue
        }
        if (d === 33 || d === 63) {
          this.#endText(i)
          i = this.#comment(i)
          continue
        }
      }
      i = this.#someText(i)
    }
    this.#endText(length)
    for (let k = this.#open.length - 1; k >= 0; k--) this.#unclosed(this.#open[k]!, length)
    if (this.#problems > MAX_PROBLEMS) {
      this.#say('template-syntax', 0, 0, { reason: 'more', count: String(this.#problems - MAX_PROBLEMS) }, false)
    }
    return {
      file: this.#file,
      children: this.#roots,
      definitions: this.#definitions,
      imports: this.#imports,
      scripts: this.#scripts,
      elements: this.#elements,
      comments: this.#comments,
    }
  }

  // ---- text ---------------------------------------------------------------------------------------------------

  /** Takes text up to the next `<` or to the end of one expression. */
  #someText(start: number): number {
    const text = this.#text
    if (this.#textStart < 0) this.#textStart = start
    if (text.charCodeAt(start) === 123 && text.charCodeAt(start + 1) === 123) {
      const end = this.#mustaches.end(start, text.length)
      if (end > 0) {
        this.#parts.push({ type: 'mustache', source: text.slice(start + 2, end - 2), start: start + 2, end: end - 2 })
        this.#textSaysSomething = true
        return end
      }
      this.#wrong('unclosed-mustache', start, start + 2)
    }
    // the first character is text in any case: a bare `<`, or braces that nothing closes
    let end = this.#less.next(start + 1)
    if (end < 0) end = text.length
    if (this.#hasMustache) {
      const brace = this.#braces.next(start + 1)
      if (brace >= 0 && brace < end) end = brace
    }
    if (!this.#textSaysSomething) {
      for (let k = start; k < end; k++) {
        if (!isSpace(text.charCodeAt(k))) {
          this.#textSaysSomething = true
          break
        }
      }
    }
    const last = this.#parts.at(-1)
    if (last?.type === 'text') {
      this.#parts[this.#parts.length - 1] = { type: 'text', value: text.slice(last.start, end), start: last.start, end }
    } else this.#parts.push({ type: 'text', value: text.slice(start, end), start, end })
    return end
  }

  /** Ends a run of text. Mere white space between tags is dropped. */
  #endText(at: number): void {
    if (this.#textStart < 0) return
    if (this.#textSaysSomething) this.#siblings().push({ type: 'text', parts: this.#parts, start: this.#textStart, end: at })
    this.#parts = []
    this.#textStart = -1
    this.#textSaysSomething = false
  }

  #siblings(): (Element | TextNode)[] {
    const open = this.#open
    return open.length === 0 ? this.#roots : open[Math.min(open.length, MAX_DEPTH) - 1]!.children
  }

  // ---- tags ---------------------------------------------------------------------------------------------------

  #comment(start: number): number {
    const text = this.#text
    const isComment = text.startsWith('<!--', start)
    const close = isComment ? this.#commentEnds.next(start + 4) : this.#greater.next(start)
    let end = close < 0 ? text.length : close + (isComment ? 3 : 1)
    if (close < 0) {
      this.#wrong('unclosed-comment', start, start + 2)
      // nothing closes it: take the line, or everything behind it would be lost
      const line = text.indexOf('\n', start)
      if (line >= 0) end = line
    }
    if (isComment) this.#comments.push({ file: this.#file, start, end })
    return end
  }

  #closeTag(start: number): number {
    const text = this.#text
    let i = start + 2
    while (i < text.length && text.charCodeAt(i) !== 62 && text.charCodeAt(i) !== 60) i++
    const end = text.charCodeAt(i) === 62 ? i + 1 : i
    const tag = text.slice(start + 2, i).trim()
    if (!this.#openTags.get(tag)) {
      this.#wrong('unexpected-end-tag', start, end, tag)
      return end
    }
    for (;;) {
      const top = this.#open[this.#open.length - 1]!
      if (top.tag === tag) break
      this.#unclosed(top, start)
      this.#pop()
    }
    this.#open[this.#open.length - 1]!.end = end
    this.#pop()
    return end
  }

  #pop(): void {
    const element = this.#open.pop()!
    this.#openTags.set(element.tag, this.#openTags.get(element.tag)! - 1)
  }

  #unclosed(element: OpenElement, end: number): void {
    element.end = end
    this.#wrong('unclosed-tag', element.start, element.openEnd, element.tag)
  }

  #openTag(start: number): number {
    const text = this.#text
    const length = text.length
    let i = start + 1
    for (; i < length; i++) {
      const c = text.charCodeAt(i)
      if (c === 62 || c === 60 || isSpace(c) || (c === 47 && text.charCodeAt(i + 1) === 62)) break
    }
    const tag = text.slice(start + 1, i)
    const top = this.#open[this.#open.length - 1]
    if (top && LEAVES.has(top.tag)) {
      this.#unclosed(top, top.children.length === 0 ? top.openEnd : start)
      this.#pop()
    }
    const attributes: Attribute[] = []
    let selfClosing = false
    for (;;) {
      const c = text.charCodeAt(i)
      if (i >= length || c === 60) {
        this.#wrong('unclosed-start-tag', start, i, tag)
        break
      }
      if (c === 62) {
        i++
        break
      }
      if (c === 47 && text.charCodeAt(i + 1) === 62) {
        selfClosing = true
        i += 2
        break
      }
      if (c === 47 || isSpace(c)) i++
      else i = this.#attribute(i, attributes)
    }
    const depth = Math.min(this.#open.length, MAX_DEPTH)
    const parent = depth === 0 ? null : this.#open[depth - 1]!
    const element: OpenElement = { type: 'element', tag, attributes, children: [], parent, start, end: i, openEnd: i }
    ;(parent ? parent.children : this.#roots).push(element)
    this.#elements.push(element)
    if (tag === 'wxs' || tag === 'sjs') return this.#script(element, selfClosing)
    if (tag === 'template') this.#definition(element)
    else if (tag === 'import' || tag === 'include') this.#import(element)
    if (selfClosing) return i
    this.#open.push(element)
    this.#openTags.set(tag, (this.#openTags.get(tag) ?? 0) + 1)
    if (this.#open.length > MAX_DEPTH && !this.#saidTooDeep) {
      this.#saidTooDeep = true
      this.#say('nested-too-deep', start, i, { depth: String(MAX_DEPTH) }, true)
    }
    return i
  }

  #attribute(start: number, attributes: Attribute[]): number {
    const text = this.#text
    const length = text.length
    let i = start
    for (; i < length; i++) {
      const c = text.charCodeAt(i)
      if (c === 61 || c === 62 || c === 60 || isSpace(c) || (c === 47 && text.charCodeAt(i + 1) === 62)) break
      if ((c === 34 || c === 39) && i > start) break
    }
    if (i === start) {
      // `=` without a name
      this.#wrong('stray-character', start, start + 1, text.charAt(start))
      return start + 1
    }
    const name = text.slice(start, i)
    if (name === '"' || name === "'") {
      this.#wrong('stray-character', start, i, name)
      return i
    }
    let k = i
    while (k < length && isSpace(text.charCodeAt(k))) k++
    if (text.charCodeAt(k) !== 61) {
      attributes.push({ name, value: null, parts: [], start, end: i, valueStart: -1 })
      return i
    }
    k++
    while (k < length && isSpace(text.charCodeAt(k))) k++
    const quote = text.charCodeAt(k)
    const quoted = quote === 34 || quote === 39
    const valueStart = quoted ? k + 1 : k
    const valueEnd = quoted ? this.#quotedEnd(valueStart, quote) : this.#unquotedEnd(valueStart)
    const end = quoted && valueEnd < length && text.charCodeAt(valueEnd) === quote ? valueEnd + 1 : valueEnd
    if (quoted && end === valueEnd) this.#wrong('unclosed-attribute', start, valueEnd, name)
    attributes.push({
      name,
      value: text.slice(valueStart, valueEnd),
      parts: this.#valueParts(valueStart, valueEnd),
      start,
      end,
      valueStart,
    })
    return end
  }

  /** The closing quote of a value; quotes inside `{{ }}` do not count. */
  #quotedEnd(start: number, quote: number): number {
    const text = this.#text
    const first = (quote === 34 ? this.#quotes : this.#apostrophes).next(start)
    if (first < 0) return this.#brokenEnd(start)
    if (!this.#hasMustache || !this.#hasBraces(start, first)) return first
    let i = start
    while (i < text.length) {
      const c = text.charCodeAt(i)
      if (c === quote) return i
      if (c === 123 && text.charCodeAt(i + 1) === 123) {
        const end = this.#mustaches.end(i, text.length, quote)
        i = end > 0 ? end : i + 2
      } else i++
    }
    return first
  }

  /** True when `{{` begins between two offsets. */
  #hasBraces(start: number, end: number): boolean {
    const at = this.#braces.next(start)
    return at >= 0 && at < end
  }

  /** An attribute whose quote nothing closes ends with its tag or its line. */
  #brokenEnd(start: number): number {
    const text = this.#text
    for (let i = start; i < text.length; i++) {
      const c = text.charCodeAt(i)
      if (c === 62 || c === 10) return i
    }
    return text.length
  }

  #unquotedEnd(start: number): number {
    const text = this.#text
    let i = start
    while (i < text.length) {
      const c = text.charCodeAt(i)
      if (c === 123 && text.charCodeAt(i + 1) === 123) {
        const end = this.#mustaches.end(i, text.length)
        i = end > 0 ? end : i + 2
      } else if (c === 62 || isSpace(c) || (c === 47 && text.charCodeAt(i + 1) === 62)) break
      else i++
    }
    return i
  }

  #valueParts(start: number, end: number): readonly TextPart[] {
    const text = this.#text
    if (start === end) return []
    const parts: TextPart[] = []
    let from = start
    if (this.#hasMustache && this.#hasBraces(start, end)) {
      let i = start
      while (i + 3 < end) {
        if (text.charCodeAt(i) !== 123 || text.charCodeAt(i + 1) !== 123) {
          i++
          continue
        }
        const close = this.#mustaches.end(i, end)
        if (close < 0) {
          this.#wrong('unclosed-mustache', i, i + 2)
          break
        }
        if (i > from) parts.push({ type: 'text', value: text.slice(from, i), start: from, end: i })
        parts.push({ type: 'mustache', source: text.slice(i + 2, close - 2), start: i + 2, end: close - 2 })
        i = from = close
      }
    }
    if (from < end) parts.push({ type: 'text', value: text.slice(from, end), start: from, end })
    return parts
  }

  // ---- what some tags mean --------------------------------------------------------------------------------------

  #definition(element: OpenElement): void {
    const name = literalValue(element, 'name')
    if (!name) return
    if (this.#definitions.has(name)) this.#wrong('duplicate-template', element.start, element.openEnd, name)
    else this.#definitions.set(name, element)
  }

  #import(element: OpenElement): void {
    const src = literalValue(element, 'src')
    if (!src) return
    const at = { file: this.#file, start: element.start, end: element.openEnd }
    this.#imports.push({ kind: element.tag as 'import' | 'include', src, target: this.#find(src, 'template'), at })
  }

  /** The body of a script is taken as it stands, up to its end tag. */
  #script(element: OpenElement, selfClosing: boolean): number {
    const text = this.#text
    const src = literalValue(element, 'src')
    let body: Span | null = null
    if (!selfClosing) {
      const close = text.indexOf(`</${element.tag}`, element.openEnd)
      const bodyEnd = close < 0 ? text.length : close
      if (bodyEnd > element.openEnd && text.slice(element.openEnd, bodyEnd).trim() !== '') {
        body = { file: this.#file, start: element.openEnd, end: bodyEnd }
      }
      const end = close < 0 ? -1 : text.indexOf('>', close)
      element.end = end < 0 ? text.length : end + 1
      if (close < 0) this.#wrong('unclosed-tag', element.start, element.openEnd, element.tag)
    }
    const at = { file: this.#file, start: element.start, end: element.openEnd }
    this.#scripts.push({ module: literalValue(element, 'module') ?? '', src, target: src ? this.#find(src, 'script') : null, body, at })
    return element.end
  }

  #wrong(reason: string, start: number, end: number, name = ''): void {
    if (++this.#problems > MAX_PROBLEMS) return
    this.#say('template-syntax', start, end, { reason, name: name.length > 40 ? name.slice(0, 40) + '…' : name }, false)
  }

  #say(kind: Problem['kind'], start: number, end: number, data: Record<string, string>, hides: boolean): void {
    this.#report({ kind, at: { file: this.#file, start, end: Math.max(start, end) }, data: { path: this.#file, ...data }, hides })
  }
}

/** An attribute's value, null when it is absent, has no value or is computed. */
function literalValue(element: Element, name: string): string | null {
  for (const attribute of element.attributes) {
    if (attribute.name === name) return attribute.parts.some((part) => part.type === 'mustache') ? null : attribute.value
  }
  return null
}
