/** `menshen submit`: packs, uploads, submits, and says what came of it; through the platform's own routes, with a token. */
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type Ask, asking, isText } from './asking.ts'
import { flagsOf, wholeOf } from './flags.ts'
import { packFolder } from './pack.ts'
import { type Lang, Told, type Words } from './words.ts'

interface Row {
  readonly id: string
  readonly label: string
  readonly n: number
  readonly rv: number
  readonly state: string
  readonly stateName: Words
}
interface Found {
  readonly id: string
  readonly rule: string
  readonly what: Words
  readonly mode?: string
  readonly setAside?: { readonly by: string } | null
  readonly mark?: { readonly as: string } | null
}
interface Whole extends Row {
  readonly findings: readonly Found[]
  readonly refused: Words | null
  readonly progress?: { readonly place: { readonly position: number; readonly estimateMinutes: number | null } | null }
}
interface Answer {
  readonly finding: string
  readonly text: string
  readonly fixed: boolean
}
/** The platform has it, and what was waited for did not come in time. */
const STILL = 4
const WAIT = 600
/** States in which only the machine is at work. */
const OPENING = ['uploading', 'quarantined']
const REVIEWING = ['in-auto', 'auto-ok']
const BAD = new Set(['rejected', 'refused-intake', 'withdrawn', 'superseded', 'pulled'])
const DECLARED = ['user-content', 'ai-content', 'payments']

const packageOf = async (path: string): Promise<Buffer> => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new Told({ zh: `找不到 ${path}`, en: `there is no ${path}` })
  return found.isDirectory() ? packFolder(path) : readFileSync(path)
}

/** How a reviewer signs in, as the page has it; what is missing is said before anything is sent. */
const testAccountOf = (
  flags: { readonly name?: string | undefined; readonly phone?: string | undefined; readonly notes?: string | undefined },
  env: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<string, string | undefined>> => {
  const { name, phone, notes } = flags
  const more = notes === undefined ? {} : { notes }
  if (name !== undefined && phone !== undefined)
    throw new Told({ zh: '--test-account 和 --test-phone 只能用一个', en: 'give --test-account or --test-phone, not both' })
  if (name === undefined && phone === undefined) return { kind: 'none-needed', ...more }
  const variable = name === undefined ? 'MENSHEN_TEST_CODE' : 'MENSHEN_TEST_PASSWORD'
  const secret = name === undefined ? env['MENSHEN_TEST_CODE'] : env['MENSHEN_TEST_PASSWORD']
  if (secret === undefined || secret === '') throw new Told({ zh: `缺少环境变量 ${variable}`, en: `${variable} is not set` })
  return name === undefined
    ? { kind: 'phone-code', username: phone!, code: secret, ...more }
    : { kind: 'password', username: name, password: secret, ...more }
}

/** What of a refused version is to be answered: as its page lists it. */
const openIn = ({ findings }: Whole): readonly Found[] =>
  findings.filter(({ setAside, mode, mark }) => (setAside ?? null) === null && mode !== 'shadow' && mark?.as !== 'dismiss')

/** What was said of findings, each by a rule, an id or `all`; whoever names what is not there is told what is. */
const answersOf = (
  open: readonly Found[],
  label: string,
  { fixed, answer, lang }: { readonly fixed: readonly string[]; readonly answer: readonly string[]; readonly lang: Lang },
): readonly Answer[] => {
  const given = new Map<string, Answer>()
  const take = (text: string, mended: boolean) => {
    const at = text.indexOf('=')
    const what = (at < 0 ? text : text.slice(0, at)).trim()
    const words = at < 0 ? '' : text.slice(at + 1).trim()
    if (!mended && words === '') throw new Told({ zh: `--answer 要写明理由：${what}=…`, en: `--answer takes a reason: ${what}=…` })
    const meant = open.filter(({ id, rule }) => what === 'all' || id === what || rule === what)
    if (meant.length === 0)
      throw new Told({
        zh: `上次被拒的版本里没有“${what}”；可以是：${[...new Set(open.map(({ rule }) => rule))].join('、') || '（没有要回应的）'}`,
        en: `nothing of the refused version is called "${what}"; there is: ${[...new Set(open.map(({ rule }) => rule))].join(', ') || '(nothing to answer)'}`,
      })
    for (const { id } of meant)
      given.set(id, {
        finding: id,
        fixed: mended,
        text: words !== '' ? words : lang === 'zh' ? `已在 ${label} 修复` : `Fixed in ${label}`,
      })
  }
  // What is said of one finding counts more than what is said of all.
  const order = (texts: readonly string[]) => [...texts].sort((a, b) => Number(/^all(=|$)/.test(b)) - Number(/^all(=|$)/.test(a)))
  for (const text of order(fixed)) take(text, true)
  for (const text of order(answer)) take(text, false)
  return [...given.values()]
}

const wholeVersion = async (ask: Ask, path: string): Promise<Whole> => {
  const whole = (await ask('GET', path)) as Partial<Whole>
  return { ...(whole as Whole), findings: whole.findings ?? [], refused: whole.refused ?? null }
}
/** The version that was refused last and that no later one has answered; null when there is none. */
const refusedBefore = async (ask: Ask, program: string): Promise<Whole | null> => {
  const { items } = (await ask('GET', `/api/programs/${program}/versions`)) as { readonly items: readonly Row[] }
  const [last] = [...items]
    .sort((a, b) => b.n - a.n)
    .filter(({ state }) => !['uploading', 'quarantined', 'checked', 'trial', 'refused-intake', 'withdrawn'].includes(state))
  return last?.state === 'rejected' ? wholeVersion(ask, `/api/versions/${last.id}`) : null
}
const programOf = async (ask: Ask, wanted: string): Promise<string> => {
  if (/^[0-9a-f-]{36}$/.test(wanted)) return wanted
  const { items } = (await ask('GET', '/api/programs')) as { readonly items: readonly { readonly id: string; readonly appid: string }[] }
  const one = items.find((program) => program.appid === wanted)
  if (!one)
    throw new Told(
      {
        zh: `这个令牌看不到 ${wanted}：账号下没有，或者令牌限于另一个小程序`,
        en: `this token sees no ${wanted}: your account has none, or the token is for another program`,
      },
      1,
    )
  return one.id
}

export const submitCommand = async (argv: readonly string[], lang: Lang): Promise<number> => {
  const { values, positionals } = flagsOf(
    argv.map((one) => (one === '--no-wait' ? '--wait=0' : one)),
    {
      to: { type: 'string' },
      program: { type: 'string' },
      label: { type: 'string' },
      changelog: { type: 'string' },
      'upload-only': { type: 'boolean' },
      replace: { type: 'boolean' },
      wait: { type: 'string' },
      'test-account': { type: 'string' },
      'test-phone': { type: 'string' },
      'test-notes': { type: 'string' },
      declare: { type: 'string', multiple: true },
      'not-used': { type: 'string', multiple: true },
      fixed: { type: 'string', multiple: true },
      answer: { type: 'string', multiple: true },
      open: { type: 'boolean' },
    },
    true,
  )
  const text = (name: string) => (values as Readonly<Record<string, unknown>>)[name] as string | undefined
  const texts = (name: string) => ((values as Readonly<Record<string, unknown>>)[name] as readonly string[] | undefined) ?? []
  const need = (name: string, value: unknown): string => {
    if (typeof value === 'string' && value.trim() !== '') return value
    throw new Told({ zh: `缺少 ${name}（--help 查看用法）`, en: `${name} is missing (see --help)` })
  }
  const say = (zh: string, en: string) => process.stdout.write(`${lang === 'zh' ? zh : en}\n`)
  const origin = need('--to', values.to ?? process.env['MENSHEN_PLATFORM'])
  if (!URL.canParse(origin)) throw new Told({ zh: `--to 不是网址：${origin}`, en: `--to is no address: ${origin}` })
  const token = need('MENSHEN_TOKEN', process.env['MENSHEN_TOKEN'])
  const wanted = need('--program', values.program)
  const ask = asking(origin, token)
  const line = ({ rule, what }: Found) => `  ${isText(what) ? what[lang] : ''}  ${rule}`

  if (values.open === true) {
    const before = await refusedBefore(ask, await programOf(ask, wanted))
    const open = before ? openIn(before) : []
    if (before === null || open.length === 0) {
      say('没有要回应的问题', 'there is nothing to answer')
      return 0
    }
    say(`${before.label} 被拒，要回应的问题：`, `${before.label} was refused; to be answered:`)
    for (const one of open) process.stdout.write(`${line(one)}  ${one.id}\n`)
    return 1
  }
  const label = need('--label', values.label)
  const changelog = need('--changelog', values.changelog)
  const waits = wholeOf(text('wait'), WAIT, '--wait', 0, 86_400)
  const declared = texts('declare')
  const odd = declared.find((one) => !DECLARED.includes(one))
  if (odd !== undefined)
    throw new Told({
      zh: `不认识的声明：${odd}（可用：${DECLARED.join('、')}）`,
      en: `nothing is declared by ${odd} (there is: ${DECLARED.join(', ')})`,
    })
  const testAccount = testAccountOf({ name: text('test-account'), phone: text('test-phone'), notes: text('test-notes') })

  const bytes = await packageOf(positionals[0] ?? '.')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const program = await programOf(ask, wanted)
  // Asked before anything is sent: what is answered wrongly is said first.
  const answering = texts('fixed').length + texts('answer').length > 0
  const before = answering ? await refusedBefore(ask, program) : null
  const answers = answering ? answersOf(before ? openIn(before) : [], label, { fixed: texts('fixed'), answer: texts('answer'), lang }) : []

  let version = (await ask(
    'POST',
    `/api/programs/${program}/versions`,
    { label, changelog, sha256, bytes: bytes.length },
    { 'idempotency-key': randomUUID() },
  )) as Row
  const path = `/api/versions/${version.id}`
  const page = new URL(`/versions/${version.id}`, origin)
  version = (await ask('PUT', `${path}/package`, bytes, {
    'content-type': 'application/zip',
    'x-content-sha256': sha256,
  })) as Row
  say(
    `已上传 ${(bytes.length / 1024).toFixed(0)} KB，sha256 ${sha256.slice(0, 12)}…`,
    `uploaded ${(bytes.length / 1024).toFixed(0)} KB, sha256 ${sha256.slice(0, 12)}…`,
  )
  const until = Date.now() + (waits === 0 ? WAIT : waits) * 1000
  const told = (row: Row) => say(`  ${row.stateName.zh}`, `  ${row.stateName.en}`)
  const late = (row: Row, zh: string, en: string): number => {
    say(
      `等了 ${waits === 0 ? WAIT : waits} 秒，现在是：${row.stateName.zh}。${zh}${page}`,
      `after ${waits === 0 ? WAIT : waits} seconds: ${row.stateName.en}. ${en}${page}`,
    )
    return STILL
  }

  // A submission is of a package that was opened: for that it waits whatever --wait says, and never for ever.
  let now = await moved(ask, path, OPENING, until, told)
  if (OPENING.includes(now.state))
    return late(
      now,
      '代码包还没有拆开，没有提交审核，过后可在页面上提交：',
      'the package is not opened yet and not submitted; submit it on its page later: ',
    )
  if (now.state !== 'checked') {
    say(`代码包未被接收：${page}`, `the package was not accepted: ${page}`)
    if (now.refused) process.stdout.write(`  ${now.refused[lang]}\n`)
    return 1
  }
  if (values['upload-only'] === true) {
    say(`代码包已接收，尚未提交审核：${page}`, `the package was accepted; it is not submitted yet: ${page}`)
    return 0
  }
  const { rev } = (await ask('GET', `/api/programs/${program}/listing`)) as { readonly rev: number }
  await ask(
    'POST',
    `${path}/submission`,
    {
      rv: now.rv,
      listing: rev,
      changelog,
      testAccount,
      declarations: {
        userContent: declared.includes('user-content'),
        aiContent: declared.includes('ai-content'),
        payments: declared.includes('payments'),
        privacyNotUsed: texts('not-used'),
      },
      answers,
      replace: values.replace === true,
    },
    { 'idempotency-key': randomUUID() },
  )
  say(
    `已提交审核${answers.length > 0 ? `，回应了 ${answers.length} 个问题` : ''}：${page}`,
    `submitted for review${answers.length > 0 ? `, ${answers.length} findings answered` : ''}: ${page}`,
  )
  if (waits === 0) return 0
  now = await moved(ask, path, REVIEWING, until, told)
  if (REVIEWING.includes(now.state)) return late(now, '审核还在进行，结果见：', 'the review goes on; see ')
  const findings = openIn(now)
  say(`${now.stateName.zh}；${findings.length} 处需要看：${page}`, `${now.stateName.en}; ${findings.length} findings: ${page}`)
  const place = now.progress?.place
  if (place)
    say(
      `  前面还有 ${Math.max(0, place.position - 1)} 个${place.estimateMinutes === null ? '' : `，预计 ${place.estimateMinutes} 分钟`}`,
      `  ${Math.max(0, place.position - 1)} before it${place.estimateMinutes === null ? '' : `, about ${place.estimateMinutes} minutes`}`,
    )
  for (const one of findings.slice(0, 40)) process.stdout.write(`${line(one)}\n`)
  if (findings.length > 40) say(`  还有 ${findings.length - 40} 处`, `  and ${findings.length - 40} more`)
  return findings.length > 0 || BAD.has(now.state) ? 1 : 0
}

/** Asks until the state is another than these, or the time is up; each change is told once. */
const moved = async (ask: Ask, path: string, from: readonly string[], until: number, told: (row: Row) => void): Promise<Whole> => {
  let last = ''
  for (let wait = 500; ; wait = Math.min(wait * 1.3, 5000)) {
    const version = await wholeVersion(ask, path)
    if (!from.includes(version.state)) return version
    if (version.state !== last) told(version)
    last = version.state
    const left = until - Date.now()
    if (left <= 0) return version
    await pause(Math.min(wait, left))
  }
}
