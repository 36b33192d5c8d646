/**
 * The server's side of a run: answers from a map or a HAR, or from no one. Pure; it is told a request and says what
 * comes back and where that was from.
 */

export interface Asked {
  /** GET, POST, …, UPLOAD, DOWNLOAD, CLOUD, SOCKET. */
  readonly method: string
  /** A URL; for CLOUD the function's name. */
  readonly url: string
  readonly body?: string | null
  readonly headers?: Readonly<Record<string, string>>
  /** Where in the program it is asked, innermost first. */
  readonly stack?: readonly { readonly file: string; readonly line: number }[]
}
export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The body is base64. */
  readonly binary?: boolean
  readonly fail?: string
  readonly source: 'responses' | 'synthesised' | 'missing' | 'denied' | 'failing' | 'empty' | 'live'
  readonly pattern?: string
}
export interface Responder {
  readonly kind: 'responses' | 'after-release' | 'empty' | 'failing' | 'none' | 'live' | 'synthesised'
  answer(asked: Asked): Answered
  /** In place of `answer`, where it takes a while. */
  fetch?(asked: Asked): Promise<Answered>
  /** Patterns that answered nothing so far. */
  unused(): readonly string[]
}
export interface ResponsesProblem {
  readonly key: string
  readonly message: string
}
interface Rule {
  readonly pattern: string
  readonly method: string
  readonly match: RegExp
  readonly query: boolean
  /** The body that was sent when the answer was recorded. */
  readonly sent?: string
  readonly answers: readonly Answered[]
  used: number
}
const methods = /^(GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH|TRACE|CONNECT|UPLOAD|DOWNLOAD|CLOUD|SOCKET|\*)\s+(.+)$/i
const glob = (pattern: string): RegExp =>
  new RegExp(
    '^' +
      pattern
        .split('*')
        .map((p) => p.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*') +
      '$',
    'i',
  )
const asText = (body: unknown): string => (typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body))
const json = { 'content-type': 'application/json; charset=utf-8' }
const limit = 5000

function answerFrom(value: unknown, pattern: string): Answered {
  const o = value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null
  const shaped = o !== null && ('status' in o || 'body' in o || 'headers' in o || 'fail' in o)
  const headers: Record<string, string> = { ...json }
  if (shaped && o.headers && typeof o.headers === 'object')
    for (const [k, v] of Object.entries(o.headers)) headers[k.toLowerCase()] = String(v)
  const status = shaped && typeof o.status === 'number' ? o.status : 200
  return {
    status,
    headers,
    body: asText(shaped ? o.body : value),
    source: 'responses',
    pattern,
    ...(shaped && typeof o.fail === 'string' ? { fail: o.fail } : {}),
  }
}

function rulesOf(value: unknown, problems: ResponsesProblem[]): Rule[] {
  const o = (value && typeof value === 'object' ? value : {}) as Record<string, unknown>
  const log = (o.log as { entries?: unknown } | undefined)?.entries
  if (Array.isArray(log)) {
    const recorded = harRules(log)
    if (recorded.length === 0) problems.push({ key: 'log.entries', message: 'no answer was recorded' })
    return recorded
  }
  const rules: Rule[] = []
  for (const [key, v] of Object.entries(o).slice(0, limit)) {
    const hit = methods.exec(key.trim())
    if (!hit) {
      problems.push({ key, message: 'expected "METHOD url-pattern"' })
      continue
    }
    const pattern = (hit[2] as string).trim()
    const list = Array.isArray(v) && v.length && v.every((x) => x && typeof x === 'object' && ('status' in x || 'body' in x)) ? v : [v]
    rules.push({
      pattern: key,
      method: (hit[1] as string).toUpperCase(),
      match: glob(pattern),
      query: pattern.includes('?'),
      answers: list.map((x) => answerFrom(x, key)),
      used: 0,
    })
  }
  // the longer the pattern, the more it knows
  return rules.sort(
    (a, b) => Number(b.query) - Number(a.query) || b.pattern.replace(/\*/g, '').length - a.pattern.replace(/\*/g, '').length,
  )
}
/** What a recording keeps of an answer's body: text as it is, anything else as base64. */
function bodyOf(content: { text?: string; encoding?: string; mimeType?: string }): { body: string; binary?: true } {
  const text = String(content.text ?? '')
  if (content.encoding !== 'base64') return { body: text }
  if (!/json|text|xml|javascript|urlencoded/i.test(String(content.mimeType ?? ''))) return { body: text, binary: true }
  try {
    return { body: new TextDecoder().decode(Uint8Array.from(atob(text), (c) => c.charCodeAt(0))) }
  } catch {
    return { body: '' }
  }
}
/** Which recorded method answers which question: a download is a GET, an upload a POST. */
const recordedAs: Readonly<Record<string, string>> = { DOWNLOAD: 'GET', UPLOAD: 'POST' }
interface HarEntry {
  readonly request?: { readonly method?: string; readonly url?: string; readonly postData?: { readonly text?: string } }
  readonly response?: {
    readonly status?: number
    readonly headers?: readonly { readonly name: string; readonly value: string }[]
    readonly content?: { readonly text?: string; readonly encoding?: string; readonly mimeType?: string }
  }
}
function harRules(entries: readonly unknown[]): Rule[] {
  const rules = new Map<string, Rule>()
  for (const e of entries.slice(0, limit) as readonly (HarEntry | null)[]) {
    const url = String(e?.request?.url ?? '')
    const method = String(e?.request?.method ?? 'GET').toUpperCase()
    // 0 is a request that came to nothing: the recorder went offline, or the browser refused it
    if (!/^https?:/.test(url) || !e?.response?.status) continue
    const sent = e.request?.postData?.text
    const headers: Record<string, string> = {}
    for (const h of Array.isArray(e.response.headers) ? e.response.headers : []) headers[String(h?.name).toLowerCase()] = String(h?.value)
    const content = e.response.content ?? {}
    if (content.mimeType) headers['content-type'] ??= content.mimeType
    const key = `${method} ${url}`
    const answer: Answered = { status: e.response.status, headers, ...bodyOf(content), source: 'responses', pattern: key }
    const id = `${key} ${sent ?? ''}`
    const before = rules.get(id)
    rules.set(
      id,
      before
        ? { ...before, answers: [...before.answers, answer] }
        : {
            pattern: key,
            method,
            match: glob(url.replace(/\*/g, '')),
            query: url.includes('?'),
            ...(sent === undefined ? {} : { sent }),
            answers: [answer],
            used: 0,
          },
    )
  }
  // a recorded address also answers for other queries, when nothing fits better
  const list = [...rules.values()]
  const loose = list
    .filter((r) => r.query)
    .map((r) => ({ ...r, match: glob((r.pattern.split(' ')[1] as string).split('?')[0] as string), query: false, used: 0 }))
  return [...list, ...loose]
}

const nothing: Answered = { status: 200, headers: json, body: '{}', source: 'missing' }

/** Answers from a map or a HAR; what they do not know comes back as an empty object, marked as missing. */
export function fromResponses(
  value: unknown,
  kind: 'responses' | 'after-release' = 'responses',
): { responder: Responder; problems: readonly ResponsesProblem[] } {
  const problems: ResponsesProblem[] = []
  const rules = rulesOf(value, problems)
  const recorded = Array.isArray((value as { log?: { entries?: unknown } } | null)?.log?.entries)
  return {
    problems,
    responder: {
      kind,
      answer({ method, url, body }) {
        const plain = url.split(/[?#]/)[0] as string
        const fits = rules.filter((rule) => {
          if (rule.method !== '*' && rule.method !== method && !(recorded && rule.method === recordedAs[method])) return false
          const subject = rule.query ? url : plain
          return rule.match.test(subject) || (rule.method !== 'CLOUD' && rule.match.test(subject.replace(/\/$/, '')))
        })
        const rule = fits.find((one) => one.sent !== undefined && one.sent === body) ?? fits[0]
        if (rule) {
          const answer = rule.answers[Math.min(rule.used, rule.answers.length - 1)] as Answered
          rule.used++
          return answer
        }
        return nothing
      },
      unused: () => rules.filter((r) => !r.used).map((r) => r.pattern),
    },
  }
}
const fixed = (kind: Responder['kind'], answer: Answered): Responder => ({ kind, answer: () => answer, unused: () => [] })
/** A server that has nothing. */
export const emptyServer: Responder = fixed('empty', { status: 200, headers: json, body: '{}', source: 'empty' })
/** A server that fails. */
export const failingServer: Responder = fixed('failing', { status: 500, headers: json, body: '{"error":"internal"}', source: 'failing' })
/** No server at all: what a run without answers has. */
export const noServer: Responder = fixed('none', nothing)
