import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { runPlatform } from './index.ts'

let url: string
let drop: () => Promise<void>
const data = mkdtempSync(join(tmpdir(), 'menshen-commands-'))
const output: string[] = []
beforeAll(async () => {
  ;({ url, drop } = await testDatabase())
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      output.push(String(text))
      return true
    })
})
beforeEach(() => {
  output.length = 0
})
afterAll(async () => {
  vi.restoreAllMocks()
  await drop()
  rmSync(data, { recursive: true, force: true })
})
const run = (name: string, ...argv: string[]) => runPlatform(name, [...argv, '--data', data, '--database', url], 'en')
const said = () => output.join('')

test('the first people of a platform are made by whoever has the machine, until there are two operators', async () => {
  process.env['MENSHEN_PASSWORD'] = 'a long enough secret'
  expect(await run('platform', 'staff', '--email', 'one@x.cn', '--name', '一', '--roles', 'operator,auditor')).toBe(0)
  expect(await run('platform', 'staff', '--email', 'two@x.cn', '--name', '二', '--roles', 'operator')).toBe(0)
  expect(await run('platform', 'staff', '--email', 'three@x.cn', '--name', '三', '--roles', 'reviewer')).toBe(2)
  expect(said()).toContain('roles are theirs to grant')
  process.env['MENSHEN_PASSWORD'] = 'short'
  expect(await run('platform', 'staff', '--email', 'four@x.cn', '--name', '四', '--roles', 'reviewer')).toBe(2)
  expect(await run('platform', 'staff', '--email', 'four@x.cn', '--name', '四', '--roles', 'king')).toBe(2)
  expect(said()).toContain('there is no role king')
  // The key that was made with it is for its owner alone.
  expect(statSync(join(data, 'key')).mode & 0o077).toBe(0)
})
test('the log is verified against heads that were kept, and what was done to it is told', async () => {
  const heads = join(data, 'heads.jsonl')
  expect(await run('audit', 'head', '--output', heads)).toBe(0)
  expect(await run('audit', 'verify', '--heads', heads)).toBe(0)
  expect(said()).toMatch(/the log is sound, \d+ rows/)
  const head = JSON.parse(readFileSync(heads, 'utf8'))
  writeFileSync(heads, `${JSON.stringify({ ...head, signature: head.signature.replace(/./g, '0') })}\n`)
  expect(await run('audit', 'verify', '--heads', heads)).toBe(1)
  expect(said()).toContain('was not signed by this platform')
  writeFileSync(heads, 'no head\n')
  expect(await run('audit', 'verify', '--heads', heads)).toBe(2)
  expect(said()).toContain('line 1 of')
  // Somebody with the database in their hands writes a row anew.
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`set session_replication_role = replica; update audit set actor = 'nobody' where seq = 2`)
  await client.end()
  output.length = 0
  expect(await run('audit', 'verify')).toBe(1)
  expect(said()).toContain('the log is not sound')
})
test('what is asked for wrongly is said, and how it is asked for', async () => {
  expect(await run('audit')).toBe(2)
  expect(await run('backup')).toBe(2)
  expect(await run('restore')).toBe(2)
  expect(await run('restore', '--from', data)).toBe(2)
  expect(await run('platform', 'what')).toBe(2)
  expect(await run('serve', '--port', 'x')).toBe(2)
  expect(await run('worker', '--jobs', '0')).toBe(2)
  expect(await runPlatform('nothing', [], 'zh')).toBe(2)
  for (const words of [
    'say verify or head',
    'say by --to',
    'name a backup by --from',
    'no backup.json',
    'say doctor, staff or rotate-key',
    '--port takes a whole number',
    '--jobs takes a whole number',
    '没有 nothing 这个命令',
  ])
    expect(said()).toContain(words)
})
