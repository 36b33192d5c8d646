import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { engineOf } from '../../test/engines.ts'
import { entriesOf, PROGRAM, zip } from '../../test/zips.ts'
import { type EngineOptions, type EngineStage, openEngine } from './engine.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
const BYTES = zip(entriesOf(PROGRAM))
const asked = (script: string, { stage = 'static', ...options }: EngineOptions & { readonly stage?: EngineStage } = {}) => {
  const folder = engineOf(script)
  folders.push(folder)
  return openEngine({ folder, ...options }).review({ stage, bytes: BYTES, platform: 'wechat', listing: { name: '茶馆' }, seconds: 1 })
}

test('what it says is taken when it is what the schema says', async () => {
  const { run, json } = await asked('clear({ findings: [FINDING] }); process.exit(0)')
  expect(run.findings[0]?.rule).toBe('location-asked-early')
  expect(JSON.parse(json.toString()).format).toBe('menshen-check/1')
})

test.each<[string, string, RegExp]>([
  ['no result', 'process.exit(0)', /no result/],
  ['no JSON', "save('{'); process.exit(0)", /no JSON/],
  ['another form', 'save({ hello: 1 }); process.exit(0)', /schema/],
  ['findings of no form', 'clear({ findings: [{ rule: 1 }] }); process.exit(0)', /schema/],
  [
    'the review of another platform',
    "save({ ...CLEAR, program: { ...CLEAR.program, platform: 'douyin' } }); process.exit(0)",
    /reviewed for douyin/,
  ],
  ['a result, and an end in failure', 'clear(); process.exit(7)', /exit 7/],
  ['an end by its own error', "throw new Error('broken')", /broken/],
  ['nothing to review', 'process.exit(3)', /exit 3/],
  ['a result that leads elsewhere', "fs.symlinkSync('/etc/passwd', 'result.json'); process.exit(0)", /no result/],
  ['a result that is a pipe', "(await import('node:child_process')).execFileSync('mkfifo', ['result.json']); process.exit(0)", /no result/],
])('%s is a check that failed', async (_what, script, message) => {
  await expect(asked(script)).rejects.toThrow(message)
})

test('it is ended for its time, and trying again would come to the same', async () => {
  await expect(asked('for (;;);', { caps: { static: { wallMs: 600 } } })).rejects.toMatchObject({
    name: 'EngineFailed',
    lasting: true,
    message: expect.stringContaining('time'),
  })
})
test('it is ended for its memory, also for that of what it started', async () => {
  const hog = 'const all = []; for (;;) { all.push(Buffer.alloc(20_000_000, 1)); await new Promise((go) => setTimeout(go, 20)) }'
  await expect(asked(hog, { caps: { static: { memoryMb: 300 } } })).rejects.toThrow(/memory/)
  const child = `const { spawn } = await import('node:child_process'); spawn(process.execPath, ['-e', \`(async () => { ${hog} })()\`], { detached: true }); await new Promise(() => { setInterval(() => {}, 1000) })`
  await expect(asked(child, { caps: { static: { memoryMb: 300 } } })).rejects.toThrow(/memory/)
})
test('it is ended when it says too much', async () => {
  await expect(asked("for (;;) try { fs.writeSync(2, 'x'.repeat(100_000)) } catch {}")).rejects.toThrow(/output/)
})
test('what it started does not outlive it', async () => {
  const file = `/tmp/menshen-outlived-${process.pid}`
  const child = `setTimeout(() => require('fs').writeFileSync('${file}', 'x'), 1500)`
  await asked(
    `const { spawn } = await import('node:child_process'); spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'ignore' }).unref(); await new Promise((go) => setTimeout(go, 500)); clear(); process.exit(0)`,
  )
  await pause(2200)
  expect(existsSync(file)).toBe(false)
})
test('it knows nothing of us: no variable, no other file, no rights', async () => {
  process.env['MENSHEN_SECRET_OF_OURS'] = 'secret-of-ours'
  // A line each time: only some 600 letters of what it says are kept, and a PATH may be long.
  const saysOf = (what: string): Promise<string> =>
    asked(`console.error(JSON.stringify(${what})); process.exit(9)`).then(
      () => 'a result',
      (error: Error) => error.message,
    )
  expect(
    await saysOf(
      'Object.keys(process.env).filter((name) => !/^(?:LANG|TZ|HOME|TMPDIR|PATH|NO_COLOR|UV_THREADPOOL_SIZE|MENSHEN_PROGRESS_MS)$/.test(name))',
    ),
  ).toMatch(/\[\]$/)
  expect(await saysOf("Object.entries(process.env).filter(([name, value]) => name !== 'PATH' && /secret-of-ours/.test(value))")).toMatch(
    /\[\]$/,
  )
  expect(await saysOf("fs.readdirSync('.')")).toContain('["listing.json","package.zip"]')
  if (process.getuid?.() === 0) expect(await saysOf('process.getuid()')).toMatch(/64\d\d\d/)
})
test('zero bytes and half letters in its words do not reach a row', async () => {
  const { run } = await asked("clear({ findings: [{ ...FINDING, what: { zh: 'a\\u0000b\\ud800', en: 'c' } }] }); process.exit(0)")
  expect(run.findings[0]?.what.zh).toBe('a\ufffdb\ufffd')
})
test('of what a run leaves, only pictures that are what their names say are kept, and nothing that leads elsewhere', async () => {
  const png = 'picture'
  const sha = createHash('sha256').update(png).digest('hex')
  const { evidence } = await asked(
    `fs.mkdirSync('kept/attachments', { recursive: true })
     fs.writeFileSync('kept/run.json', '{}')
     fs.writeFileSync('kept/attachments/${sha}.png', '${png}')
     fs.writeFileSync('kept/attachments/${'0'.repeat(64)}.png', 'another')
     fs.writeFileSync('kept/attachments/notes.txt', 'x')
     fs.symlinkSync('/etc/passwd', 'kept/attachments/${createHash('sha256').update(readFileSync('/etc/passwd')).digest('hex')}.png')
     clear(); process.exit(0)`,
    { stage: 'run' },
  )
  expect(evidence.map(({ kind, content }) => [kind, content.toString()])).toEqual([
    ['run', '{}'],
    ['screenshot', png],
  ])
})
test('a run that could not be made is a check that failed, whatever else was found', async () => {
  await expect(
    asked(
      "clear({ evidence: [{ kind: 'run', collector: 'run@1', at: '2026-11-23T02:00:00.000Z', status: 'absent', reason: 'no-browser' }] }); process.exit(0)",
      { stage: 'run' },
    ),
  ).rejects.toThrow(/no-browser/)
})

test('case 30 and 31: texts made to hang a pattern or a parser end within bounds', async () => {
  const evil: Readonly<Record<string, string>> = {
    'pages/home/a.js': `const a = "${'a'.repeat(200_000)}!"; const b = ${'('.repeat(20_000)}1${')'.repeat(20_000)}`,
    'pages/home/b.js': `${'['.repeat(50_000)}`,
    'pages/home/c.js': '`${'.repeat(20_000),
    'pages/home/d.js': `/*${'*'.repeat(300_000)}`,
    'pages/home/home.wxml': `${'<view>'.repeat(30_000)}{{${'a||'.repeat(5000)}}}`,
    'pages/home/home.wxss': `${'a{'.repeat(50_000)}`,
    'pages/home/e.js': `wx.showModal({ content: "${'关注公众号 '.repeat(20_000)}${'@'.repeat(50_000)}.${'com.'.repeat(10_000)}" })`,
  }
  const result = await openEngine()
    .review({ stage: 'static', bytes: zip(entriesOf({ ...PROGRAM, ...evil })), platform: 'wechat', listing: null })
    .catch((error: Error) => error)
  // Judged, or given up within its bounds: both are an end.
  if (result instanceof Error) expect(result.name).toBe('EngineFailed')
  else expect(result.run.problems.length + result.run.findings.length).toBeGreaterThan(0)
})
