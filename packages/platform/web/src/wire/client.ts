/** The one place that speaks to the server: typed by the contract, errors in one shape. */
import type { Answer, BodyIn, Lang, Me, ParamsIn, Problem, QueryIn, Route, Text } from '../../../src/contract/index.ts'
import { langNow } from '../words/look.tsx'

type Part<Name extends string, T> = [T] extends [undefined] ? { readonly [K in Name]?: undefined } : { readonly [K in Name]: T }
type Optional<Name extends string, T> = [T] extends [undefined] ? { readonly [K in Name]?: undefined } : { readonly [K in Name]?: T }
/** What a route is given: path parameters, a query, a body. */
export type Given<R extends Route> = Part<'params', ParamsIn<R>> &
  Optional<'query', QueryIn<R>> &
  Part<'body', BodyIn<R>> & { readonly signal?: AbortSignal /** Sent again, it is done once. */; readonly key?: string }

/** The server said no; `problem` says why in both languages. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.said.title.en)
    this.name = 'Refused'
    this.problem = problem
  }
}

let csrf = ''
/** Set whenever the account is loaded: it goes with everything that changes something. */
export const setSession = (me: Me | null): void => {
  csrf = me?.csrf ?? ''
}
export const csrfHeader = (): Record<string, string> => (csrf === '' ? {} : { 'X-CSRF-Token': csrf })

const ours = (code: Problem['code'], status: number, title: Text, detail: Text): Problem => ({
  type: 'about:blank',
  status,
  code,
  title: title.en,
  detail: detail.en,
  said: { title, detail },
  instance: '',
})
export const offline = (): Problem =>
  ours(
    'unavailable',
    0,
    { zh: '连接不上服务器', en: 'The server cannot be reached' },
    {
      zh: '请检查网络后重试。你填写的内容还在页面上。',
      en: 'Check the connection and try again. What you have entered is still on the page.',
    },
  )

export const problemOf = async (response: { status: number; text(): Promise<string> }): Promise<Problem> => {
  try {
    const said = JSON.parse(await response.text()) as Problem
    if (typeof said.said?.title?.zh === 'string') return said
  } catch {
    // Not ours: said below.
  }
  return ours(
    'internal',
    response.status,
    { zh: '服务器没有正常回答', en: 'The server did not answer as expected' },
    { zh: `状态 ${response.status}`, en: `Status ${response.status}` },
  )
}

/** The address of a route, with its parameters and query in place. */
export const addressOf = (
  route: string,
  params?: Readonly<Record<string, unknown>>,
  query?: Readonly<Record<string, unknown>>,
): { method: string; url: string } => {
  const [method = 'GET', path = '/'] = route.split(' ')
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? '')))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  const tail = search.toString()
  return { method, url: tail === '' ? filled : `${filled}?${tail}` }
}

export const acceptLanguage = (lang: Lang): string => (lang === 'zh' ? 'zh-CN, en;q=0.5' : 'en, zh;q=0.5')

/** Calls a route of the contract. Throws `Refused` and nothing else (but for an abort). */
export const call = async <R extends Route>(route: R, given: Given<R>): Promise<Answer<R>> => {
  const { params, query, body, signal, key } = given as {
    params?: Record<string, unknown>
    query?: Record<string, unknown>
    body?: unknown
    signal?: AbortSignal
    key?: string
  }
  const { method, url } = addressOf(route, params, query)
  let response: Response
  try {
    response = await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': acceptLanguage(langNow()),
        ...(method === 'GET' ? {} : csrfHeader()),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Refused(offline())
  }
  if (!response.ok) throw new Refused(await problemOf(response))
  return (response.status === 204 ? undefined : await response.json()) as Answer<R>
}

/** A key by which the server knows the same request again. */
export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
