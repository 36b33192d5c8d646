/** Asks a platform over its routes, with a token; what it refuses is told in its own words. */
import { type Lang, Told, type Words } from './words.ts'

export const isText = (value: unknown): value is Words =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { zh?: unknown }).zh === 'string' &&
  typeof (value as { en?: unknown }).en === 'string'

export type Ask = (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<unknown>
export const asking = (origin: string, token: string): Ask => {
  const ask: Ask = async (method, path, body, headers = {}) => {
    const bytes = body instanceof Uint8Array
    let response: Response
    try {
      response = await fetch(new URL(path, origin), {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          ...(body === undefined || bytes ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(120_000),
      })
    } catch (error) {
      const why = (error as Error & { cause?: { code?: string } }).cause?.code ?? (error as Error).message
      throw new Told({ zh: `连不上 ${origin}（${why}）`, en: `${origin} cannot be reached (${why})` })
    }
    const text = await response.text()
    let answer: unknown = null
    try {
      answer = JSON.parse(text)
    } catch {
      // Told by its status.
    }
    if (response.ok) return answer
    const problem = (answer ?? {}) as {
      readonly said?: unknown
      readonly fields?: readonly { readonly path: string; readonly said?: unknown }[]
    }
    const said = (problem.said ?? {}) as { readonly detail?: unknown; readonly title?: unknown }
    const words = [said.detail, said.title].find(isText)
    const fields = (lang: Lang) =>
      (problem.fields ?? [])
        .slice(0, 20)
        .map(({ path, said }) => `\n  ${path}: ${isText(said) ? said[lang] : ''}`)
        .join('')
    throw new Told(
      words
        ? { zh: `${words.zh}${fields('zh')}`, en: `${words.en}${fields('en')}` }
        : { zh: `平台返回 ${response.status}`, en: `the platform answered ${response.status}` },
      response.status >= 500 || response.status === 408 || response.status === 429 ? 2 : 1,
    )
  }
  return ask
}
