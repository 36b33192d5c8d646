/**
 * The program's real server, asked on the program's behalf: only where the program says that its server is, only out
 * in the open, a bounded number of times; everything that was answered is written down, so that the run can be made
 * again without it. The browser itself stays shut in.
 */
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { Answered, Asked, Responder } from '../../simulator/responses.ts'

export interface LiveOptions {
  /** 'https://api.example.com' or 'api.example.com'; '*.example.com' stands for what lies under it. */
  readonly domains: readonly string[]
  readonly requests?: number
  readonly bytes?: number
  readonly milliseconds?: number
  /** For tests, whose server is this machine. */
  readonly own?: boolean
}
/** What was answered, as a recording that `--responses` reads. */
export interface LiveRecord {
  readonly log: { readonly version: '1.2'; readonly creator: { readonly name: string }; readonly entries: readonly object[] }
}

/** Addresses that are nobody's public server. */
export function inward(address: string): boolean {
  const plain = address.toLowerCase().replace(/^::ffff:/, '')
  if (isIP(plain) === 4) {
    const [a = 0, b = 0] = plain.split('.').map(Number)
    return (
      a === 0 ||
      a === 10 ||
      a === 127 ||
      a >= 224 ||
      (a === 100 && b >= 64 && b < 128) ||
      (a === 169 && b === 254) ||
      (a === 172 && b >= 16 && b < 32) ||
      (a === 192 && b === 168) ||
      (a === 198 && (b === 18 || b === 19))
    )
  }
  return isIP(plain) !== 6 || /^(?:::1?$|f[cd]|fe[89ab]|ff|64:ff9b)/.test(plain)
}
const hostsOf = (domains: readonly string[]): readonly string[] =>
  domains.flatMap((one) => {
    const host = one
      .trim()
      .toLowerCase()
      .replace(/^(?:https?|wss?):\/\//, '')
      .replace(/[/?#].*$/, '')
    return host ? [host] : []
  })
const declared = (hosts: readonly string[], url: URL): boolean =>
  hosts.some((host) => (host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : host === url.host || host === url.hostname))

const refused = (why: string): Answered => ({ status: 0, headers: {}, body: '', source: 'denied', fail: why })
/** Headers that a server may see: none that tell more than a telephone would. */
const sentHeaders = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) MiniProgramEnv Menshen', accept: '*/*' }
/** The program's own headers, but for those that speak of the connection. */
const own = (headers: Asked['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers ?? {}).filter(
      ([name, value]) =>
        !/^(?:host|connection|content-length|transfer-encoding|upgrade|proxy-.*|cookie2|te|trailer)$/i.test(name) && !/[\r\n]/.test(value),
    ),
  )
const methods = new Set(['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'])
const asText = /json|text|xml|javascript|urlencoded/i

/** A server that is the real one. */
export function liveServer(options: LiveOptions): {
  readonly responder: Responder
  recorded(): LiveRecord
  readonly hosts: readonly string[]
} {
  const hosts = hostsOf(options.domains)
  const entries: object[] = []
  const most = options.requests ?? 1500
  const bytes = options.bytes ?? 2_000_000
  let made = 0
  const allowed = async (url: URL): Promise<string | null> => {
    if (url.protocol !== 'https:' && !(options.own && url.protocol === 'http:')) return 'only https is asked'
    if (url.username || url.password) return 'an address with a password in it'
    if (!declared(hosts, url)) return 'url not in domain list'
    if (options.own) return null
    const found = isIP(url.hostname) ? [{ address: url.hostname }] : await lookup(url.hostname, { all: true }).catch(() => [])
    if (found.length === 0) return 'the server was not found'
    return found.some(({ address }) => inward(address)) ? 'the address is not a public one' : null
  }
  const fetchOnce = async (asked: Asked): Promise<Answered> => {
    const method = asked.method === 'DOWNLOAD' ? 'GET' : asked.method
    if (!methods.has(method)) return { ...refused(`${asked.method} is not asked of a real server`), source: 'missing' }
    if (++made > most) return refused('too many requests in one run')
    let url: URL
    try {
      url = new URL(asked.url)
    } catch {
      return refused('invalid url')
    }
    const stop = AbortSignal.timeout(options.milliseconds ?? 10_000)
    let response: Response | undefined
    for (let hop = 0; hop < 4; hop++) {
      const why = await allowed(url)
      if (why) return refused(why)
      const body = method === 'GET' || method === 'HEAD' || hop > 0 ? undefined : (asked.body ?? undefined)
      response = await fetch(url, {
        method: hop > 0 && method !== 'HEAD' ? 'GET' : method,
        redirect: 'manual',
        signal: stop,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...own(asked.headers), ...sentHeaders },
        ...(body === undefined ? {} : { body }),
      })
      const to = response.headers.get('location')
      if (response.status < 300 || response.status > 399 || !to) break
      await response.body?.cancel()
      url = new URL(to, url)
    }
    if (!response) return refused('no answer')
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength
      if (size > bytes) return refused('the answer is too long')
      chunks.push(chunk)
    }
    const raw = Buffer.concat(chunks)
    const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie').slice(0, 60))
    const type = headers['content-type'] ?? ''
    const text = type === '' || asText.test(type)
    const answer: Answered = {
      status: response.status,
      headers,
      body: text ? raw.toString('utf8') : raw.toString('base64'),
      ...(text ? {} : { binary: true }),
      source: 'live',
    }
    entries.push({
      request: { method, url: asked.url, ...(asked.body ? { postData: { text: asked.body } } : {}) },
      response: {
        status: answer.status,
        headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
        content: { text: answer.body, mimeType: type, ...(text ? {} : { encoding: 'base64' }) },
      },
    })
    return answer
  }
  return {
    hosts,
    responder: {
      kind: 'responses',
      unused: () => [],
      answer: () => refused('not in time'),
      fetch: (asked) =>
        fetchOnce(asked).catch((error) => refused((error as Error).name === 'TimeoutError' ? 'timeout' : 'the server did not answer')),
    },
    recorded: () => ({ log: { version: '1.2', creator: { name: 'menshen' }, entries } }),
  }
}
