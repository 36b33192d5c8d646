/**
 * The whole platform with people in it. What an operator wants to see is there within a minute: programs that are out, refused,
 * held, asked about and waiting, each by a decision of somebody. Forty more submissions are then reviewed by the real engine
 * while one looks on. Everything that developers and staff do goes through the platform's own routes.
 *
 *   npm run demo:platform [-- --port 8080 --data FOLDER --fresh --count 40 --run-seconds 20 --lang zh|en --once]
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { untilStopped } from '../src/cli/run.ts'
import { serve } from '../src/cli/serve.ts'
import { SYSTEM } from '../src/domain/words.ts'
import { setSetting } from '../src/store/settings.ts'
import { packed, samples, textOf } from './samples.ts'
import { patient } from './scenes.ts'
import { asking, makeDeveloper, makeNewcomer, makeStaff, opened, signedIn, submit, upload } from './seed.ts'
import { bring, type Cast, type Categories, type Player, play } from './story.ts'

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
const people = async (): Promise<Omit<Cast, 'categories'>> => {
  const checker = await makeStaff(place, 'checker@demo.example', '核验员小周', PASSWORD, ['entity-checker'])
  await makeStaff(place, 'reviewer@demo.example', '审核员小林', PASSWORD, ['reviewer'])
  await makeStaff(place, 'senior@demo.example', '高级审核员老陈', PASSWORD, ['senior-reviewer', 'reviewer'])
  await makeStaff(place, 'appeals@demo.example', '申诉处理员小何', PASSWORD, ['appeals'])
  await makeStaff(place, 'operator@demo.example', '运维小吴', PASSWORD, ['operator', 'auditor', 'policy-editor'])
  const adviser = await makeStaff(place, 'adviser@demo.example', '第三方审核机构', PASSWORD, ['outside-reviewer'])
  const self = (email: string) => signedIn(origin, email, PASSWORD)
  const player = async (email: string, name: string, firm: string, number: string, days: number): Promise<Player> => {
    const developer = await makeDeveloper(place, { email, name, firm, number, password: PASSWORD, checker, days })
    return { ...developer, firm, ask: asking(origin, developer.token), self: await self(email) }
  }
  const developers = {
    tea: await player('tea@demo.example', '林茶', '青石巷茶业有限公司', '91330100DEMO000011', 400),
    river: await player('river@demo.example', '何渔', '长河生活服务有限公司', '91330100DEMO000022', 90),
    fresh: await player('new@demo.example', '新来', '初见网络科技有限公司', '91330100DEMO000033', 1),
  }
  const newcomers = []
  for (const [email, name, firm, number] of [
    ['orchard@demo.example', '杏园', '杏园果蔬合作社', '91330100DEMO000044'],
    ['harbour@demo.example', '港湾', '港湾船务有限公司', '91330100DEMO000055'],
  ] as const) {
    await makeNewcomer(place, { email, name, password: PASSWORD })
    newcomers.push({ self: await self(email), firm, number })
  }
  return {
    place,
    developers,
    newcomers,
    reviewer: await self('reviewer@demo.example'),
    senior: await self('senior@demo.example'),
    checker: await self('checker@demo.example'),
    adviser: await self('adviser@demo.example'),
    adviserId: adviser.id!,
  }
}
const categories = async (): Promise<Categories> => {
  const rows = await place.store.db.selectFrom('category').select(['id', 'platform', 'status', 'needs', 'sensitive']).execute()
  const takes = rows.filter(({ status }) => !['closed', 'not-admitted', 'allow-list', 'invited'].includes(status))
  const free = (needs: unknown) => Array.isArray(needs) && needs.length === 0
  return {
    known: (platform) => new Set(takes.filter((row) => row.platform === platform && !row.sensitive).map(({ id }) => id)),
    usual: (platform) => {
      const own = takes.filter((row) => row.platform === platform && !row.sensitive)
      return (own.find(({ needs, status }) => status === 'open' && free(needs)) ?? own[0])!.id
    },
    sensitive: (takes.find(({ platform, sensitive, needs }) => platform === 'wechat' && sensitive && free(needs)) ??
      takes.find(({ platform, sensitive }) => platform === 'wechat' && sensitive))!.id,
  }
}

const since = () => Math.round((performance.now() - began) / 1000)
const checks = (value: object) => place.store.run((tx) => setSetting(tx, SYSTEM, 'checks', value))
/** More submissions than people can look at: what a platform is like on a day. */
const more = async (cast: Cast): Promise<void> => {
  const players = Object.values(cast.developers)
  const chosen = samples(Number(values.count))
  // The last few are run in a browser too; all of them would keep two processors busy for half an hour.
  const run = chosen.length - 6
  let next = 0
  let sent = 0
  const bringing = async (): Promise<void> => {
    for (let i = next++; i < chosen.length && !ending; i = next++) {
      const sample = chosen[i]!
      if (i === run) await checks({ run: true, runSeconds: Number(values['run-seconds']) })
      const by = players[i % players.length]!
      const account = sample.listing['testAccount'] as { readonly username?: unknown; readonly password?: unknown } | undefined
      const known = [account?.username, account?.password].every((value) => typeof value === 'string' && value !== '')
      const changelog = textOf(sample.listing['changelog'], '首个版本')
      try {
        const { program, listing } = await bring(cast, by, sample)
        const { id } = await patient(() => upload(by.ask, program, '1.0.0', changelog, packed(sample)))
        const version = await opened(by.ask, id)
        if (version.state === 'checked')
          await patient(() =>
            submit(
              by.ask,
              version,
              listing,
              changelog.length < 2 ? '首个版本' : changelog,
              known ? { testAccount: { kind: 'password', username: account!.username, password: account!.password } } : {},
            ),
          )
      } catch (error) {
        if (!ending) process.stderr.write(`${sample.name}: ${(error as Error).message}\n`)
      }
      if (++sent % 10 === 0) say(`又提交了 ${sent} 个（${since()} 秒）`, `${sent} more submitted (${since()} s)`)
    }
  }
  await Promise.all(Array.from({ length: 2 }, bringing))
}
let ending = false
let background: Promise<void> = Promise.resolve()
if (!existsSync(mark)) {
  // Written at once: what was begun and broken off is shown as it is, and begun anew with --fresh.
  writeFileSync(mark, JSON.stringify({ at: new Date().toISOString() }))
  await checks({ run: false, pictures: false })
  const cast: Cast = { ...(await people()), categories: await categories() }
  say(`人员已就位（${since()} 秒），正在上演：`, `everybody is there (${since()} s); what happens:`)
  let failed = 0
  await play(cast, 4, ({ says }, error) => {
    if (error !== null) failed++
    const line = (text: string) => `  ${error === null ? '✔' : '✖'} ${text}${error === null ? '' : `: ${error.message}`}`
    say(line(says.zh), line(says.en))
  })
  if (failed > 0) process.exitCode = 1
  say(`可以看了：用时 ${since()} 秒`, `ready to be looked at after ${since()} s`)
  await checks({ run: false })
  background = more(cast)
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
  `\n审核员登录：${origin}/sign-in\n  reviewer@demo.example（审核员） senior@demo.example（高级审核员，第二人） appeals@demo.example（申诉处理员） operator@demo.example（运维、审计、规则）\n开发者登录：tea@demo.example、river@demo.example、new@demo.example\n口令都是 ${PASSWORD}\n`,
  `\nreviewers sign in at ${origin}/sign-in\n  reviewer@demo.example, senior@demo.example (the second person), appeals@demo.example (appeals), operator@demo.example (operation, audit, rules)\ndevelopers: tea@demo.example, river@demo.example, new@demo.example\nthe password of all is ${PASSWORD}\n`,
)
say(`现在：${await numbers()}`, `now: ${await numbers()}`)
if (values.once) {
  await background
  for (;;) {
    const busy = await place.store.db
      .selectFrom('version')
      .select('id')
      .where('state', 'in', ['quarantined', 'in-auto', 'auto-ok'])
      .executeTakeFirst()
    if (!busy) break
    await new Promise((go) => setTimeout(go, 1000))
  }
  say(`全部完成，用时 ${since()} 秒：${await numbers()}`, `all ended after ${since()} s: ${await numbers()}`)
  for (const stop of [...stops].reverse()) await stop()
  process.exit(process.exitCode ?? 0)
}
say(
  '按 Ctrl-C 停止；再次运行会接着用同样的数据，加 --fresh 重新开始。',
  'Ctrl-C stops it; run again, it goes on with the same data; --fresh begins anew.',
)
process.exit(
  await untilStopped(lang, [
    ...stops,
    async () => {
      ending = true
    },
  ]),
)
