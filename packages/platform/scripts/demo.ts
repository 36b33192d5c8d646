/**
 * The whole platform with people in it: three developers, forty submissions that the real engine reviews while one looks on,
 * and reviewers. Everything that developers do goes through the platform's own routes.
 *
 *   npm run demo:platform [-- --port 8080 --data FOLDER --fresh --run-seconds 20 --lang zh|en]
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { zipOf } from '../src/cli/pack.ts'
import { untilStopped } from '../src/cli/run.ts'
import { serve } from '../src/cli/serve.ts'
import { SYSTEM } from '../src/domain/words.ts'
import { createProgram, nameFaults } from '../src/store/programs.ts'
import { setSetting } from '../src/store/settings.ts'
import { Answered, type Ask, asking, type Developer, makeDeveloper, makeStaff, type Opened, opened, submit, upload } from './seed.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    data: { type: 'string', default: '/var/tmp/menshen-demo' },
    fresh: { type: 'boolean', default: false },
    count: { type: 'string', default: '40' },
    'run-seconds': { type: 'string', default: '20' },
    lang: { type: 'string', default: /^zh/i.test(process.env['LANG'] ?? '') ? 'zh' : 'en' },
    once: { type: 'boolean', default: false },
  },
})
process.env['MENSHEN_LOG'] ??= 'warn'
// A demonstration never touches a database, a bucket or a mail server that somebody named for something else.
for (const name of ['DATABASE_URL', 'MENSHEN_S3_ENDPOINT', 'MENSHEN_SMTP', 'MENSHEN_KEY']) delete process.env[name]
const lang = values.lang === 'zh' ? 'zh' : 'en'
const say = (zh: string, en: string) => process.stdout.write(`${lang === 'zh' ? zh : en}\n`)
const port = Number(values.port)
const origin = `http://localhost:${port}`
const PASSWORD = 'menshen-demo-2026'
const top = fileURLToPath(new URL('../../..', import.meta.url))

interface Sample {
  readonly folder: string
  readonly name: string
  readonly platform: 'wechat' | 'douyin'
  readonly listing: Readonly<Record<string, unknown>>
}
const filesOf = (folder: string, below = ''): readonly string[] =>
  readdirSync(join(folder, below)).flatMap((name) => {
    const path = below === '' ? name : `${below}/${name}`
    return statSync(join(folder, path)).isDirectory() ? filesOf(folder, path) : [path]
  })
/** A program with a listing, as it lies in the repository; null where there is none. */
const sampleOf = (folder: string): Sample | null => {
  const file = join(folder, 'listing.json')
  if (!existsSync(file)) return null
  const listing = JSON.parse(readFileSync(file, 'utf8').replace(/^\s*\/\/.*$/gm, '')) as Record<string, unknown>
  const name = listing['name']
  if (typeof name !== 'string' || nameFaults(name).length > 0) return null
  return { folder, name, platform: filesOf(folder).some((path) => /\.(?:ttml|ttss)$/.test(path)) ? 'douyin' : 'wechat', listing }
}
const packed = (folder: string): Buffer =>
  zipOf(
    filesOf(folder)
      .filter((path) => !/(?:^|\/)(?:listing\.json|menshen\.json|expected\.json|responses\.json|\.menshenignore|README\.md)$/.test(path))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path))] as const),
  )

/** Bad and good ones of many clauses, no name twice. */
const samples = (most: number): readonly Sample[] => {
  const corpus = join(top, 'corpus')
  const folders = [
    join(top, 'examples', 'teahouse'),
    join(top, 'examples', 'flower-class'),
    ...readdirSync(corpus)
      .sort()
      .filter((clause) => statSync(join(corpus, clause)).isDirectory() && clause !== 'run')
      .flatMap((clause) =>
        readdirSync(join(corpus, clause))
          .sort()
          .slice(0, 4)
          .map((name) => join(corpus, clause, name)),
      ),
  ]
  const seen = new Set<string>()
  const all = folders.flatMap((folder) => {
    const sample = statSync(folder).isDirectory() ? sampleOf(folder) : null
    if (!sample || seen.has(sample.name)) return []
    seen.add(sample.name)
    return [sample]
  })
  // Spread over all clauses rather than the first of them.
  const step = Math.max(1, all.length / most)
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]!)
}

const textOf = (value: unknown, otherwise: string) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : otherwise)
const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
/** As the listing's form takes it. */
const formOf = ({ name, listing }: Sample, categories: ReadonlySet<string>, fallback: string) => {
  const contact = (listing['contact'] ?? {}) as Record<string, unknown>
  const known = listOf(listing['categories'])
    .map((one) => one.replace(/\s*[>/＞]\s*/g, '/'))
    .filter((one) => categories.has(one))
  const privacy = Array.isArray(listing['privacy']) ? (listing['privacy'] as readonly unknown[]) : []
  return {
    name,
    intro: textOf(listing['intro'], `${name}，为附近的人服务`).slice(0, 500),
    description: textOf(listing['description'], ''),
    categories: known.length > 0 ? known.slice(0, 5) : [fallback],
    tags: listOf(listing['tags'])
      .slice(0, 10)
      .map((tag) => tag.slice(0, 30)),
    contact: { email: textOf(contact['email'], 'help@demo.example') },
    privacy: privacy.flatMap((row) => {
      const item = typeof row === 'string' ? row : (row as { item?: unknown } | null)?.item
      const purpose = (row as { purpose?: unknown } | null)?.purpose
      return typeof item === 'string' ? [{ item, purpose: typeof purpose === 'string' ? purpose : '' }] : []
    }),
    domains: listOf(listing['domains']),
  }
}

const people = async (place: Parameters<typeof makeStaff>[0]) => {
  const checker = await makeStaff(place, 'checker@demo.example', '核验员小周', PASSWORD, ['entity-checker'])
  await makeStaff(place, 'reviewer@demo.example', '审核员小林', PASSWORD, ['reviewer'])
  await makeStaff(place, 'senior@demo.example', '高级审核员老陈', PASSWORD, ['senior-reviewer', 'reviewer'])
  await makeStaff(place, 'appeals@demo.example', '申诉处理员小何', PASSWORD, ['appeals'])
  await makeStaff(place, 'operator@demo.example', '运维小吴', PASSWORD, ['operator', 'auditor', 'policy-editor'])
  const developers: Developer[] = []
  const firms = [
    ['tea@demo.example', '林茶', '青石巷茶业有限公司', '91330100DEMO000011', 400],
    ['river@demo.example', '何渔', '长河生活服务有限公司', '91330100DEMO000022', 90],
    ['new@demo.example', '新来', '初见网络科技有限公司', '91330100DEMO000033', 1],
  ] as const
  for (const [email, name, firm, number, days] of firms)
    developers.push(await makeDeveloper(place, { email, name, firm, number, password: PASSWORD, checker, days }))
  return developers
}

const patient = async <T>(work: () => Promise<T>): Promise<T> => {
  for (;;)
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Answered && error.status === 429)) throw error
      await new Promise((go) => setTimeout(go, 5000))
    }
}

const bring = async (
  to: Opened,
  developer: Developer,
  ask: Ask,
  sample: Sample,
  categories: ReadonlySet<string>,
  fallback: string,
): Promise<string> => {
  const program = await to.store.run((tx) => createProgram(tx, { actor: developer.actor, name: sample.name, platform: sample.platform }))
  const { rev } = await ask<{ readonly rev: number }>('PUT', `/api/programs/${program.id}/listing`, {
    base: 0,
    content: formOf(sample, categories, fallback),
  })
  const changelog = textOf(sample.listing['changelog'], '首个版本')
  const { id } = await patient(() => upload(ask, program.id, '1.0.0', changelog, packed(sample.folder)))
  const version = await opened(ask, id)
  if (version.state !== 'checked') return version.state
  const account = sample.listing['testAccount'] as { readonly username?: unknown; readonly password?: unknown } | undefined
  const known =
    typeof account?.username === 'string' && account.username !== '' && typeof account.password === 'string' && account.password !== ''
  const sent = await patient(() =>
    submit(
      ask,
      version,
      rev,
      changelog.length < 2 ? '首个版本' : changelog,
      known ? { testAccount: { kind: 'password', username: account.username, password: account.password } } : {},
    ),
  )
  return sent.state
}

if (values.fresh && existsSync(join(values.data, 'demo.json'))) rmSync(values.data, { recursive: true, force: true })
mkdirSync(values.data, { recursive: true, mode: 0o711 })
const began = performance.now()
const { place, stops } = await serve({
  data: values.data,
  worker: true,
  slots: Math.max(1, cpus().length - 1),
  port,
  host: '127.0.0.1',
  origin,
  evidenceOrigin: `http://localhost:${port + 1}`,
  proxies: [],
  development: true,
})
say(`平台已启动：${origin}`, `the platform is up: ${origin}`)
const mark = join(values.data, 'demo.json')
if (!existsSync(mark)) {
  await place.store.run((tx) => setSetting(tx, SYSTEM, 'checks', { run: false }))
  const developers = await people(place)
  const rows = await place.store.db.selectFrom('category').select(['id', 'platform', 'status', 'needs', 'sensitive']).execute()
  const takes = rows.filter(({ status }) => !['closed', 'not-admitted', 'allow-list', 'invited'].includes(status))
  const fallback = (platform: string): string => {
    const own = takes.filter((row) => row.platform === platform)
    return (own.find(({ status, sensitive }) => status === 'open' && !sensitive) ?? own[0])!.id
  }
  const chosen = samples(Number(values.count))
  // The last few are run in a browser too; all of them would keep two processors busy for half an hour.
  const run = chosen.length - 6
  let next = 0
  const bringing = async (): Promise<void> => {
    for (let i = next++; i < chosen.length; i = next++) {
      const sample = chosen[i]!
      if (i === run)
        await place.store.run((tx) => setSetting(tx, SYSTEM, 'checks', { run: true, runSeconds: Number(values['run-seconds']) }))
      const developer = developers[i % developers.length]!
      const known = new Set(takes.filter((row) => row.platform === sample.platform).map((row) => row.id))
      await bring(place, developer, asking(origin, developer.token), sample, known, fallback(sample.platform)).catch((error: Error) => {
        process.stderr.write(`${sample.name}: ${error.message}\n`)
      })
      if ((i + 1) % 10 === 0) say(`已提交 ${i + 1} 个`, `${i + 1} submitted`)
    }
  }
  await Promise.all(Array.from({ length: 4 }, bringing))
  writeFileSync(mark, JSON.stringify({ at: new Date().toISOString() }))
  say(
    `${chosen.length} 个小程序已提交，用时 ${Math.round((performance.now() - began) / 1000)} 秒；自动审核正在进行`,
    `${chosen.length} programs were submitted in ${Math.round((performance.now() - began) / 1000)} s; the automated review is under way`,
  )
}
const numbers = async () => {
  const states = await place.store.db
    .selectFrom('version')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .orderBy('state')
    .execute()
  return states.map(({ state, count }) => `${state} ${count}`).join(', ')
}
say(
  `\n审核员登录：${origin}/login\n  reviewer@demo.example（审核员） senior@demo.example（高级审核员，第二人） operator@demo.example（运维、审计、规则）\n开发者登录：tea@demo.example、river@demo.example、new@demo.example\n口令都是 ${PASSWORD}\n`,
  `\nreviewers sign in at ${origin}/login\n  reviewer@demo.example, senior@demo.example (the second person), operator@demo.example (operation, audit, rules)\ndevelopers: tea@demo.example, river@demo.example, new@demo.example\nthe password of all is ${PASSWORD}\n`,
)
say(`现在：${await numbers()}`, `now: ${await numbers()}`)
if (values.once) {
  for (;;) {
    const busy = await place.store.db
      .selectFrom('version')
      .select('id')
      .where('state', 'in', ['quarantined', 'in-auto', 'auto-ok'])
      .executeTakeFirst()
    if (!busy) break
    await new Promise((go) => setTimeout(go, 1000))
  }
  say(
    `全部完成，用时 ${Math.round((performance.now() - began) / 1000)} 秒：${await numbers()}`,
    `all ended after ${Math.round((performance.now() - began) / 1000)} s: ${await numbers()}`,
  )
  for (const stop of [...stops].reverse()) await stop()
  process.exit(0)
}
say(
  '按 Ctrl-C 停止；再次运行会接着用同样的数据，加 --fresh 重新开始。',
  'Ctrl-C stops it; run again, it goes on with the same data; --fresh begins anew.',
)
process.exit(await untilStopped(lang, stops))
