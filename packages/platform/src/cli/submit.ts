/** `menshen submit`: packs, uploads, submits, and says what came of it; through the platform's own routes, with a token. */
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { packFolder } from './pack.ts'
import { flagsOf } from './place.ts'
import { type Lang, Told } from './words.ts'

interface Version {
  readonly id: string
  readonly rv: number
  readonly state: string
  readonly stateName: { readonly zh: string; readonly en: string }
}
const isText = (value: unknown): value is { readonly zh: string; readonly en: string } =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { zh?: unknown }).zh === 'string' &&
  typeof (value as { en?: unknown }).en === 'string'

/** Asks the platform; what it refuses is told in its own words. */
const caller = (origin: string, token: string) => {
  const ask = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<unknown> => {
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
      response.status >= 500 || response.status === 429 ? 2 : 1,
    )
  }
  return ask
}

const packageOf = async (path: string): Promise<Buffer> => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new Told({ zh: `找不到 ${path}`, en: `there is no ${path}` })
  return found.isDirectory() ? packFolder(path) : readFileSync(path)
}

export const submitCommand = async (argv: readonly string[], lang: Lang): Promise<number> => {
  const { values, positionals } = flagsOf(
    argv,
    {
      to: { type: 'string' },
      program: { type: 'string' },
      label: { type: 'string' },
      changelog: { type: 'string' },
      'upload-only': { type: 'boolean' },
      replace: { type: 'boolean' },
      wait: { type: 'boolean', default: true },
      'test-account': { type: 'string' },
      declare: { type: 'string', multiple: true },
    },
    true,
  )
  const need = (name: string, value: unknown): string => {
    if (typeof value === 'string' && value.trim() !== '') return value
    throw new Told({ zh: `缺少 ${name}（--help 查看用法）`, en: `${name} is missing (see --help)` })
  }
  const origin = need('--to', values.to ?? process.env['MENSHEN_PLATFORM'])
  const token = need('MENSHEN_TOKEN', process.env['MENSHEN_TOKEN'])
  const wanted = need('--program', values.program)
  const label = need('--label', values.label)
  const changelog = need('--changelog', values.changelog)
  const declared = (values.declare as readonly string[] | undefined) ?? []
  const odd = declared.find((one) => !['user-content', 'ai-content', 'payments'].includes(one))
  if (odd !== undefined) throw new Told({ zh: `不认识的声明：${odd}`, en: `nothing is declared by ${odd}` })
  const say = (zh: string, en: string) => process.stdout.write(`${lang === 'zh' ? zh : en}\n`)

  const bytes = await packageOf(positionals[0] ?? '.')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const ask = caller(origin, token)
  const program = /^[0-9a-f-]{36}$/.test(wanted) ? wanted : await programOf(ask, wanted)
  let version = (await ask(
    'POST',
    `/api/programs/${program}/versions`,
    { label, changelog, sha256, bytes: bytes.length },
    { 'idempotency-key': randomUUID() },
  )) as Version
  version = (await ask('PUT', `/api/versions/${version.id}/package`, bytes, {
    'content-type': 'application/zip',
    'x-content-sha256': sha256,
  })) as Version
  say(
    `已上传 ${(bytes.length / 1024).toFixed(0)} KB，sha256 ${sha256.slice(0, 12)}…`,
    `uploaded ${(bytes.length / 1024).toFixed(0)} KB, sha256 ${sha256.slice(0, 12)}…`,
  )
  const path = `/api/versions/${version.id}`
  version = await moved(ask, path, ['uploading', 'quarantined'])
  if (version.state !== 'checked') {
    say(
      `代码包未被接收：${new URL(`/programs/${program}/versions/${version.id}`, origin)}`,
      `the package was not accepted: ${new URL(`/programs/${program}/versions/${version.id}`, origin)}`,
    )
    await reasons(ask, path, lang)
    return 1
  }
  if (values['upload-only']) {
    say('代码包已接收，尚未提交审核', 'the package was accepted; it is not submitted yet')
    return 0
  }
  const listing = (await ask('GET', `/api/programs/${program}/listing`)) as {
    readonly n?: number
    readonly rev?: number
    readonly revision?: number
  }
  const name = values['test-account']
  version = (await ask(
    'POST',
    `${path}/submission`,
    {
      rv: version.rv,
      listing: listing.rev,
      changelog,
      testAccount:
        typeof name === 'string'
          ? { kind: 'password', username: name, password: process.env['MENSHEN_TEST_PASSWORD'] ?? '' }
          : { kind: 'none-needed' },
      declarations: {
        userContent: declared.includes('user-content'),
        aiContent: declared.includes('ai-content'),
        payments: declared.includes('payments'),
        privacyNotUsed: [],
      },
      replace: values.replace === true,
    },
    { 'idempotency-key': randomUUID() },
  )) as Version
  say('已提交审核', 'submitted for review')
  if (values.wait === false) return 0
  version = await moved(ask, path, ['in-auto', 'auto-ok'])
  const findings = await found(ask, path)
  say(
    `${version.stateName.zh}；${findings.length} 处需要看：${new URL(`/programs/${program}/versions/${version.id}`, origin)}`,
    `${version.stateName.en}; ${findings.length} findings: ${new URL(`/programs/${program}/versions/${version.id}`, origin)}`,
  )
  for (const one of findings.slice(0, 40)) process.stdout.write(`  ${one}\n`)
  return findings.length > 0 ? 1 : 0

  async function found(asking: typeof ask, at: string): Promise<readonly string[]> {
    const { findings: list } = (await asking('GET', at)) as {
      readonly findings?: readonly { readonly what?: unknown; readonly rule?: string }[]
    }
    return (list ?? []).map(({ what, rule }) => `${isText(what) ? what[lang] : ''}  ${rule ?? ''}`)
  }
}

const moved = async (ask: ReturnType<typeof caller>, path: string, from: readonly string[]): Promise<Version> => {
  for (let wait = 500; ; wait = Math.min(wait * 1.3, 5000)) {
    const answer = (await ask('GET', path)) as Version & { readonly version?: Version }
    const version = answer.version ?? answer
    if (!from.includes(version.state)) return version
    await pause(wait)
  }
}
const reasons = async (ask: ReturnType<typeof caller>, path: string, lang: Lang): Promise<void> => {
  const { history } = (await ask('GET', path)) as { readonly history?: readonly { readonly reason?: unknown }[] }
  for (const { reason } of history ?? []) if (isText(reason)) process.stdout.write(`  ${reason[lang]}\n`)
}
const programOf = async (ask: ReturnType<typeof caller>, appid: string): Promise<string> => {
  const { items } = (await ask('GET', '/api/programs')) as { readonly items: readonly { readonly id: string; readonly appid: string }[] }
  const one = items.find((program) => program.appid === appid)
  if (!one) throw new Told({ zh: `账号下没有 ${appid}`, en: `your account has no ${appid}` }, 1)
  return one.id
}
