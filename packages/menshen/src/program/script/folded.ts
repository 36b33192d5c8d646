/**
 * Facts of a script as one text, and back. What a function does is half of all the facts and more, and many functions of
 * libraries are never walked: a function's body is read out of the text when somebody first asks for it.
 */
import { FACTS_VERSION, type Fn, type Node, type ScriptFacts } from './ir.ts'

type Inner = readonly [params: readonly Node[], body: readonly Node[], hoisted: Fn['hoisted'], mutable: readonly number[]]

/** Everything but the insides of functions; of those, five numbers each: start, end, traits, slots, length of what is inside. */
interface Head extends Omit<ScriptFacts, 'functions'> {
  readonly names: readonly string[]
  readonly numbers: readonly number[]
}
const NUMBERS = 5
const CONCISE = 1
const ARROW = 2
const ASYNC = 4
const GENERATOR = 8

/** A function whose inside is a stretch of a text until it is asked for. */
class FoldedFn implements Fn {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly concise: boolean
  readonly arrow: boolean
  readonly async: boolean
  readonly generator: boolean
  readonly slots: number
  kept: unknown = null
  private inner: Inner | null = null
  private text: string
  private readonly from: number
  private readonly to: number
  constructor(name: string, numbers: readonly number[], at: number, text: string, from: number) {
    const traits = numbers[at + 2]!
    this.name = name
    this.start = numbers[at]!
    this.end = numbers[at + 1]!
    this.concise = (traits & CONCISE) !== 0
    this.arrow = (traits & ARROW) !== 0
    this.async = (traits & ASYNC) !== 0
    this.generator = (traits & GENERATOR) !== 0
    this.slots = numbers[at + 3]!
    this.text = text
    this.from = from
    this.to = from + numbers[at + 4]!
  }
  get params(): readonly Node[] {
    return (this.inner ?? this.unfold())[0]
  }
  get body(): readonly Node[] {
    return (this.inner ?? this.unfold())[1]
  }
  get hoisted(): Fn['hoisted'] {
    return (this.inner ?? this.unfold())[2]
  }
  get mutable(): readonly number[] {
    return (this.inner ?? this.unfold())[3]
  }
  private unfold(): Inner {
    this.inner = JSON.parse(this.text.slice(this.from, this.to)) as Inner
    this.text = ''
    return this.inner
  }
}

/** One line of what is known at once, and behind it the insides of the functions. ASCII only, so that it is read as it lies. */
export const fold = (facts: ScriptFacts): string => {
  const names: string[] = []
  const numbers: number[] = []
  let insides = ''
  for (const fn of facts.functions) {
    const inside = ascii(JSON.stringify([fn.params, fn.body, fn.hoisted, fn.mutable] satisfies Inner))
    const traits = (fn.concise ? CONCISE : 0) | (fn.arrow ? ARROW : 0) | (fn.async ? ASYNC : 0) | (fn.generator ? GENERATOR : 0)
    names.push(fn.name)
    numbers.push(fn.start, fn.end, traits, fn.slots, inside.length)
    insides += inside
  }
  const head: Head & { functions?: undefined } = { ...facts, functions: undefined, names, numbers }
  return `${ascii(JSON.stringify(head))}\n${insides}`
}

const ascii = (json: string): string => json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The facts that were folded; undefined for what are none of this version. */
export const unfold = (text: string): ScriptFacts | undefined => {
  let at = text.indexOf('\n') + 1
  if (at === 0) return undefined
  try {
    const head: unknown = JSON.parse(text.slice(0, at))
    if (!looksLikeHead(head)) return undefined
    const { names, numbers, ...rest } = head
    const functions = new Array<Fn>(names.length)
    for (let i = 0, n = 0; i < names.length; i++, n += NUMBERS) {
      functions[i] = new FoldedFn(names[i]!, numbers, n, text, at)
      at += numbers[n + NUMBERS - 1]!
    }
    return at === text.length ? { ...rest, functions } : undefined
  } catch {
    return undefined
  }
}

const looksLikeHead = (value: unknown): value is Head => {
  const head = value as Partial<Head> | null
  return (
    typeof head === 'object' &&
    head !== null &&
    head.version === FACTS_VERSION &&
    [head.names, head.numbers, head.specifiers, head.mentions, head.dynamicCode, head.strings, head.errors].every(Array.isArray) &&
    head.numbers!.length === head.names!.length * NUMBERS &&
    head.names!.length > 0
  )
}
