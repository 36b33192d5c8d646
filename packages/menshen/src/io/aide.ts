/**
 * Asks a language model behind an OpenAI-compatible endpoint. Nothing is sent unless somebody asked for it on the command line,
 * and address and key come from the environment alone: a configuration lies in the program that is reviewed, and a stranger's
 * program must not choose where a key goes. Bounded in requests, tokens, cost and time; whatever fails is said and blocks nothing.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AideEvidence,
  type AideFailure,
  holdAnswer,
  type Passage,
  type Question,
  type RefusedWhy,
  type Remark,
  wordsOf,
} from '../evidence/aide/index.ts'

export interface AideSettings {
  /** Such as https://host/v1; `/chat/completions` is put behind it. */
  readonly url: string
  readonly model: string
  readonly key?: string
  readonly most: { readonly requests: number; readonly tokens: number; readonly cost?: number; readonly seconds: number }
  /** Per million tokens, in and out. */
  readonly prices?: { readonly input: number; readonly output: number }
  /** Folder of earlier answers; none without it. */
  readonly cache?: string
}
export interface Asked {
  readonly questions: readonly Question[]
  readonly addressed: readonly Passage[]
  /** The bytes of a picture and its media type; undefined leaves it out. */
  readonly picture?: (path: string) => { readonly bytes: Uint8Array; readonly media: string } | undefined
}

const ANSWER_TOKENS = 1500
const LARGEST = 512_000
const ONE_REQUEST_SECONDS = 45
const CACHE_FILES = 4000
const VERSION = 'menshen-aide/1'

interface Answer {
  readonly text: string
  readonly input: number
  readonly output: number
}
class Refused extends Error {
  readonly failure: AideFailure
  constructor(failure: AideFailure) {
    super(failure.why)
    this.failure = failure
  }
}

/** What is wrong with an address, or null. A key never travels in the clear, except to this machine itself. */
export const addressProblem = (url: string): 'malformed' | 'plain' | 'credentials' | null => {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return 'malformed'
  }
  if (parsed.username !== '' || parsed.password !== '') return 'credentials'
  if (parsed.protocol === 'https:') return null
  return parsed.protocol === 'http:' && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(parsed.hostname)
    ? null
    : parsed.protocol === 'http:'
      ? 'plain'
      : 'malformed'
}

/** A Han character is about a token, four Latin letters are another; rather too many than too few. */
const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / 3)

/** Asks all questions, one after the other, and keeps what holds. Never throws. */
export const askAide = async (asked: Asked, settings: AideSettings): Promise<AideEvidence> => {
  const started = performance.now()
  const remarks: Remark[] = []
  const refused: Partial<Record<RefusedWhy, number>> = {}
  const count = { requests: 0, cached: 0, unasked: 0, tokens: 0 }
  let cost = 0
  let failure: AideFailure | undefined
  const { most, prices } = settings
  for (const question of asked.questions) {
    const body = bodyOf(question, asked, settings)
    const key = createHash('sha256')
      .update(`${VERSION}\n${settings.url}\n${JSON.stringify(body)}`)
      .digest('hex')
    const known = settings.cache === undefined ? undefined : recall(settings.cache, key)
    let answer = known
    if (answer) count.cached++
    else if (failure) {
      count.unasked++
      continue
    } else {
      const expected =
        tokensOf(
          JSON.stringify(
            body.messages.map(({ content }) => (typeof content === 'string' ? content : content.filter(({ type }) => type === 'text'))),
          ),
        ) + ANSWER_TOKENS
      const dear = prices ? (expected * Math.max(prices.input, prices.output)) / 1_000_000 : 0
      const left = most.seconds - (performance.now() - started) / 1000
      if (count.requests >= most.requests) failure = { why: 'requests' }
      else if (count.tokens + expected > most.tokens) failure = { why: 'tokens' }
      else if (most.cost !== undefined && cost + dear > most.cost) failure = { why: 'cost' }
      else if (left < 1) failure = { why: 'time' }
      else {
        count.requests++
        try {
          answer = await send(body, settings, Math.min(left, ONE_REQUEST_SECONDS))
        } catch (error) {
          failure = error instanceof Refused ? error.failure : { why: 'unreachable' }
        }
      }
      if (!answer) {
        count.unasked++
        continue
      }
      count.tokens += answer.input + answer.output
      if (prices) cost += (answer.input * prices.input + answer.output * prices.output) / 1_000_000
    }
    const held = holdAnswer(answer.text, question)
    remarks.push(...held.remarks)
    for (const why of held.refused) refused[why] = (refused[why] ?? 0) + 1
    // What was no answer at all is worth asking again another day.
    if (!known && settings.cache !== undefined && !held.refused.includes('not-json')) keep(settings.cache, key, answer)
  }
  return {
    model: settings.model,
    remarks,
    refused,
    addressed: asked.addressed,
    count: { ...count, ...(prices ? { cost } : {}) },
    ...(failure ? { failure } : {}),
  }
}

type Part = { readonly type: 'text'; readonly text: string } | { readonly type: 'image_url'; readonly image_url: { readonly url: string } }
interface Body {
  readonly model: string
  readonly temperature: 0
  readonly max_tokens: number
  readonly messages: readonly { readonly role: 'system' | 'user'; readonly content: string | readonly Part[] }[]
}
const bodyOf = (question: Question, { picture }: Asked, { model }: AideSettings): Body => {
  const fence = createHash('sha256').update(JSON.stringify(question.passages)).digest('hex').slice(0, 32)
  const { system, user } = wordsOf(question, fence)
  const images = question.passages.flatMap((passage): readonly Part[] => {
    const found = passage.kind === 'picture' ? picture?.(passage.text) : undefined
    if (!found) return []
    return [
      { type: 'text', text: `Picture ${passage.id}:` },
      { type: 'image_url', image_url: { url: `data:${found.media};base64,${Buffer.from(found.bytes).toString('base64')}` } },
    ]
  })
  return {
    model,
    temperature: 0,
    max_tokens: ANSWER_TOKENS,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: images.length > 0 ? [{ type: 'text', text: user }, ...images] : user },
    ],
  }
}

const send = async (body: Body, { url, key }: AideSettings, seconds: number): Promise<Answer> => {
  const stop = AbortSignal.timeout(Math.ceil(seconds * 1000))
  let response: Response
  let text: string
  try {
    response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: stop,
    })
    if (!response.ok) {
      await response.body?.cancel()
      throw new Refused({ why: 'status', status: response.status })
    }
    text = await limited(response)
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused({ why: stop.aborted ? 'time' : 'unreachable' })
  }
  const answer = readAnswer(text)
  if (!answer) throw new Refused({ why: 'not-an-answer' })
  return { ...answer, input: answer.input || tokensOf(JSON.stringify(body.messages)), output: answer.output || tokensOf(answer.text) }
}

const limited = async (response: Response): Promise<string> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length
    if (size > LARGEST) throw new Refused({ why: 'too-large' })
    chunks.push(chunk as Uint8Array)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const number = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 && value < 10_000_000 ? Math.ceil(value) : 0
const readAnswer = (text: string): Answer | undefined => {
  try {
    const value = JSON.parse(text) as {
      choices?: { message?: { content?: unknown } }[]
      usage?: { prompt_tokens?: unknown; completion_tokens?: unknown }
    } | null
    const content = value?.choices?.[0]?.message?.content
    return typeof content === 'string'
      ? { text: content, input: number(value?.usage?.prompt_tokens), output: number(value?.usage?.completion_tokens) }
      : undefined
  } catch {
    return undefined
  }
}

/** Earlier answers are read as they came, and held against the question again. */
const recall = (folder: string, key: string): Answer | undefined => {
  try {
    const file = join(folder, `${key}.json`)
    if (statSync(file).size > LARGEST) return undefined
    const value = JSON.parse(readFileSync(file, 'utf8')) as { format?: unknown; text?: unknown }
    return value.format === VERSION && typeof value.text === 'string' ? { text: value.text, input: 0, output: 0 } : undefined
  } catch {
    return undefined
  }
}
const keep = (folder: string, key: string, answer: Answer): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
    if (names.length >= CACHE_FILES) {
      const old = names.map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs })).sort((a, b) => a.at - b.at)
      for (const { name } of old.slice(0, CACHE_FILES / 10)) rmSync(join(folder, name), { force: true })
    }
    const part = join(folder, `${key}.${process.pid}.part`)
    writeFileSync(part, JSON.stringify({ format: VERSION, text: answer.text }), { mode: 0o600 })
    renameSync(part, join(folder, `${key}.json`))
  } catch {
    // A cache that cannot be written is no cache.
  }
}
