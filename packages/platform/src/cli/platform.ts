/** `menshen platform`: looks after a platform: is everything there, and who are its first people. */
import { accessSync, constants, statfsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline/promises'
import { hash } from '@node-rs/argon2'
import { STAFF } from '../domain/roles.ts'
import type { Role } from '../domain/words.ts'
import { reachable } from '../intake/confine.ts'
import { openPackage } from '../intake/open.ts'
import { openEngine } from '../jobs/engine.ts'
import { seedStaff } from '../store/accounts.ts'
import { brokenInvariants, verifyAudit } from '../store/audit.ts'
import { leftOver } from '../store/house.ts'
import { mailStanding, workersAlive } from '../store/workers.ts'
import { flagsOf } from './flags.ts'
import { zipOf } from './pack.ts'
import { withPlace } from './place.ts'
import { rotateKey } from './rotate.ts'
import { type Lang, Told, type Words } from './words.ts'

interface Line {
  readonly state: 'ok' | 'note' | 'bad'
  readonly text: Words
}
const ok = (zh: string, en: string): Line => ({ state: 'ok', text: { zh, en } })
const note = (zh: string, en: string): Line => ({ state: 'note', text: { zh, en } })
const bad = (zh: string, en: string): Line => ({ state: 'bad', text: { zh, en } })

const SMALL = () =>
  zipOf(
    Object.entries({
      'app.json': '{"pages":["pages/a/a"]}',
      'app.js': 'App({})',
      'pages/a/a.js': 'Page({})',
      'pages/a/a.wxml': '<view>a</view>',
    })
      .sort()
      .map(([path, text]) => [path, Buffer.from(text)] as const),
  )

const doctor = async (
  values: { readonly data?: string | undefined; readonly database?: string | undefined },
  lang: Lang,
): Promise<number> => {
  const lines: Line[] = []
  lines.push(ok(`Node.js ${process.versions.node}`, `Node.js ${process.versions.node}`))
  await withPlace(values, async ({ store, data, given, embedded }) => {
    lines.push(
      given
        ? ok('使用外部的 PostgreSQL', 'an outside PostgreSQL is used')
        : ok(`自带的 PostgreSQL（进程 ${embedded?.pid}）`, `PostgreSQL of our own (process ${embedded?.pid})`),
    )
    try {
      accessSync(data, constants.W_OK)
      const { bavail, bsize } = statfsSync(data)
      const free = Math.round((bavail * bsize) / 1e9)
      lines.push((free < 2 ? bad : ok)(`数据文件夹可写，剩余 ${free} GB`, `the data folder can be written, ${free} GB are free`))
    } catch {
      lines.push(bad('数据文件夹不能写', 'the data folder cannot be written'))
    }
    const engine = openEngine()
    const root = process.getuid?.() === 0
    const bin = createRequire(import.meta.url).resolve('menshen/package.json')
    if (root)
      lines.push(
        reachable(bin) && reachable(process.execPath)
          ? ok('开包和检查以没有权限的用户身份运行', 'packages are opened and checked as users without rights')
          : note(
              '程序所在的文件夹只有当前用户能读，开包和检查只能以当前用户身份运行；建议装到所有用户可读的位置',
              'only this user can read the program, so packages are opened and checked as this user; install it where everybody may read it',
            ),
      )
    else
      lines.push(
        note(
          '开包和检查以当前用户身份运行；以 root 启动时会换成没有权限的用户',
          'packages are opened and checked as this user; started as root they would be as users without rights',
        ),
      )
    try {
      const { ms } = await openPackage(SMALL(), async (opened) => opened)
      lines.push(ok(`开包检查可用（${ms} 毫秒）`, `packages can be opened (${ms} ms)`))
      const { run, ms: took } = await engine.review({ stage: 'static', bytes: SMALL(), platform: 'wechat', listing: null })
      lines.push(
        ok(
          `检查程序可用：${engine.rulebook}（${took} 毫秒，${Object.keys(run.outcomes).length} 条规则）`,
          `the checker works: ${engine.rulebook} (${took} ms, ${Object.keys(run.outcomes).length} rules)`,
        ),
      )
    } catch (error) {
      lines.push(bad(`检查程序不可用：${(error as Error).message}`, `the checker does not work: ${(error as Error).message}`))
    }
    try {
      const { ms, evidence } = await engine.review({ stage: 'run', bytes: SMALL(), platform: 'wechat', listing: null, seconds: 10 })
      lines.push(
        ok(
          `浏览器可用，能运行小程序（${ms} 毫秒，${evidence.length} 份记录）`,
          `the browser works, programs can be run (${ms} ms, ${evidence.length} records)`,
        ),
      )
    } catch (error) {
      lines.push(
        note(
          `小程序不能在本机运行，含运行检查的提交会转人工：${(error as Error).message}`,
          `programs cannot be run on this machine, so submissions go to people: ${(error as Error).message}`,
        ),
      )
    }
    const workers = await workersAlive(store)
    lines.push((workers.length === 0 ? note : ok)(`后台进程 ${workers.length} 个`, `${workers.length} workers`))
    const left = await leftOver(store)
    for (const { kind, count } of left.dead)
      lines.push(bad(`${count} 项 ${kind} 多次失败，已放弃`, `${count} of ${kind} were given up after many tries`))
    if (left.overdue > 0) lines.push(bad(`${left.overdue} 个定时事项过期未办`, `${left.overdue} timers are overdue`))
    if (left.stuck > 0)
      lines.push(bad(`${left.stuck} 个版本的自动审核停住了`, `the automated review of ${left.stuck} versions stands still`))
    const verdict = await verifyAudit(store)
    lines.push(
      verdict.ok
        ? ok(`日志完好，${verdict.rows} 条`, `the log is sound, ${verdict.rows} rows`)
        : bad('日志校验失败，请运行 menshen audit verify', 'the log is not sound: run menshen audit verify'),
    )
    for (const broken of await brokenInvariants(store)) lines.push(bad(`不应出现：${broken}`, `this must not be: ${broken}`))
    const mail = await mailStanding(store)
    if (mail.how === 'sends') lines.push(ok('有进程在发信', 'mail is sent'))
    else if (mail.how === 'keeps')
      lines.push(
        note('邮件只留在数据库里（MENSHEN_SMTP=keep 或开发模式）', 'mail is kept in the database (MENSHEN_SMTP=keep, or development)'),
      )
    else if (mail.how === 'waits' || mail.waiting > 0)
      lines.push(
        (mail.waiting > 0 ? bad : note)(
          `没有进程设置了 MENSHEN_SMTP，${mail.waiting} 封邮件在排队`,
          `no worker has a server for mail (MENSHEN_SMTP): ${mail.waiting} mails wait`,
        ),
      )
  })
  const marks = { ok: '✔', note: '!', bad: '✖' }
  process.stdout.write(`${lines.map(({ state, text }) => `${marks[state]} ${text[lang]}`).join('\n')}\n`)
  return lines.some(({ state }) => state === 'bad') ? 1 : 0
}

const passwordFrom = async (): Promise<string> => {
  const given = process.env['MENSHEN_PASSWORD']
  if (given) return given
  const lines = createInterface({ input: process.stdin })
  try {
    for await (const line of lines) return line
  } finally {
    lines.close()
  }
  return ''
}
const staff = async (values: Readonly<Record<string, unknown>>, lang: Lang): Promise<number> => {
  const [email, name, list] = ['email', 'name', 'roles'].map((key) => values[key])
  if (typeof email !== 'string' || typeof name !== 'string' || typeof list !== 'string')
    throw new Told({ zh: '需要 --email、--name 和 --roles', en: '--email, --name and --roles are needed' })
  const roles = list.split(',').map((role) => role.trim()) as Role[]
  const odd = roles.find((role) => !(STAFF as readonly Role[]).includes(role))
  if (odd !== undefined) throw new Told({ zh: `没有这个角色：${odd}`, en: `there is no role ${odd}` })
  const password = await passwordFrom()
  if (password.length < 12) throw new Told({ zh: '口令至少 12 个字符', en: 'the password has to have at least 12 characters' })
  const passwordHash = await hash(password.normalize('NFKC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  await withPlace(values as { data?: string; database?: string }, ({ store }) =>
    store.run((tx) => seedStaff(tx, { email, passwordHash, displayName: name, roles })),
  )
  process.stdout.write(lang === 'zh' ? `已建立 ${email}\n` : `${email} is made\n`)
  return 0
}

const rotate = (values: { readonly data?: string | undefined; readonly database?: string | undefined }, lang: Lang): Promise<number> =>
  withPlace(values, async (place) => {
    const { owners, named } = await rotateKey(place)
    const say = (zh: string, en: string) => process.stdout.write(`${lang === 'zh' ? zh : en}\n`)
    say(`已换到新密钥下：${owners} 份`, `under the new key now: the keys of ${owners} owners`)
    if (named)
      say('MENSHEN_KEY 里现在只需要第一个和最后一个密钥，中间的可以去掉', 'MENSHEN_KEY needs only its first and its last key from now on')
    else say('请另外保存新的 key 文件；旧备份要用旧的', 'keep a copy of the new file "key"; older backups need the old one')
    return 0
  })

export const platformCommand = async (argv: readonly string[], lang: Lang): Promise<number> => {
  const { values, positionals } = flagsOf(argv, { email: { type: 'string' }, name: { type: 'string' }, roles: { type: 'string' } }, true)
  if (positionals[0] === 'doctor') return doctor(values, lang)
  if (positionals[0] === 'staff') return staff(values, lang)
  if (positionals[0] === 'rotate-key') return rotate(values, lang)
  throw new Told({ zh: '请写明 doctor、staff 或 rotate-key（--help 查看用法）', en: 'say doctor, staff or rotate-key (see --help)' })
}
