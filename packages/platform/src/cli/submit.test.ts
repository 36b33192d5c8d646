import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { developer, LISTING } from '../../test/scene.ts'
import { type Works, works } from '../../test/works.ts'
import { PROGRAM } from '../../test/zips.ts'
import { SYSTEM } from '../domain/words.ts'
import { look } from '../intake/look.ts'
import { makeApiToken } from '../store/accounts.ts'
import { createProgram, saveListing } from '../store/programs.ts'
import { setSetting } from '../store/settings.ts'
import { runPlatform } from './index.ts'
import { packFolder } from './pack.ts'
import { openSite } from './site.ts'

let all: Works
let stop: () => Promise<void>
let folder: string
let program: { readonly id: string; readonly appid: string }
const PORT = 20_000 + (process.pid % 20_000)
const origin = `http://localhost:${PORT}`
const output: string[] = []
beforeAll(async () => {
  all = await works()
  process.env['MENSHEN_LOG'] = 'silent'
  stop = await openSite(all, {
    port: PORT,
    host: '127.0.0.1',
    origin,
    evidenceOrigin: `http://localhost:${PORT + 1}`,
    proxies: [],
    development: true,
  })
  await all.worker()
  await all.store.run((tx) => setSetting(tx, SYSTEM, 'checks', { run: false, pictures: false }))
  const owner = await developer(all.store)
  await all.store.db
    .insertInto('category')
    .values({ id: 'food', platform: 'wechat', name_zh: '餐饮', name_en: 'Food', source: 'test' })
    .onConflict((same) => same.doNothing())
    .execute()
  program = await all.store.run(async (tx) => {
    const made = await createProgram(tx, { actor: owner, name: '城南老茶馆', platform: 'wechat' })
    await saveListing(tx, { program: made.id, content: { ...LISTING, name: '城南老茶馆' }, actor: owner })
    return made
  })
  const { token } = await all.store.run((tx) =>
    makeApiToken(tx, { actor: owner, name: 'ci', scopes: ['read', 'upload', 'submit'], forMs: 86_400_000 }),
  )
  process.env['MENSHEN_TOKEN'] = token
  folder = mkdtempSync(join(tmpdir(), 'menshen-submit-'))
  for (const [path, text] of Object.entries({
    ...PROGRAM,
    'node_modules/x/index.js': 'x',
    'listing.json': '{}',
    'draft/a.js': 'x',
    '.menshenignore': 'draft/\n',
  })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      output.push(String(text))
      return true
    })
}, 60_000)
afterAll(async () => {
  vi.restoreAllMocks()
  await stop()
  await all.close()
  rmSync(folder, { recursive: true, force: true })
})
const run = async (...argv: string[]) => {
  output.length = 0
  const code = await runPlatform('submit', [...argv, '--to', origin], 'en')
  return { code, said: output.join('') }
}

test('a folder is packed as what is reviewed, the same files to the same bytes, and accepted by intake', async () => {
  const bytes = await packFolder(folder)
  expect((await packFolder(folder)).equals(bytes)).toBe(true)
  const { files } = await look(bytes, () => {})
  expect(files.map(({ path }) => path)).toEqual(Object.keys(PROGRAM).sort())
})
test('menshen submit brings a program from a folder to the reviewers, and says what the machine found', async () => {
  const { code, said } = await run(folder, '--program', program.appid, '--label', '1.0.0', '--changelog', '首个版本')
  expect(said).toMatch(/uploaded \d+ KB/)
  expect(said).toContain('submitted for review')
  expect(said).toMatch(/waits for a reviewer; \d+ findings/)
  expect([0, 1]).toContain(code)
  const { state } = await all.store.db.selectFrom('version').select('state').where('program', '=', program.id).executeTakeFirstOrThrow()
  expect(state).toBe('awaiting-human')
}, 90_000)
test('what the platform refuses is told in its own words, with exit code 1', async () => {
  const { code, said } = await run(folder, '--program', program.id, '--label', '1.0.1', '--changelog', '再来一次')
  expect(code).toBe(1)
  expect(said).toMatch(/another version is under review|withdraw it/)
  const bad = join(folder, 'draft')
  const refused = await run(bad, '--program', program.id, '--label', '1.0.2', '--changelog', '没有程序', '--upload-only')
  expect(refused.code).toBe(1)
  expect(refused.said).toContain('app.json')
}, 90_000)
test('what cannot be done is said, with exit code 2', async () => {
  expect((await run(folder, '--label', '1', '--changelog', 'x')).said).toContain('--program is missing')
  expect((await run('/nowhere', '--program', program.id, '--label', '1.0.0', '--changelog', 'xx')).said).toContain('there is no /nowhere')
  output.length = 0
  expect(
    await runPlatform(
      'submit',
      [folder, '--program', program.id, '--label', '1.0.0', '--changelog', 'xx', '--to', 'http://127.0.0.1:1'],
      'zh',
    ),
  ).toBe(2)
  expect(output.join('')).toContain('连不上')
  output.length = 0
  expect(await runPlatform('submit', ['--what'], 'en')).toBe(2)
  for (const name of ['serve', 'worker', 'submit', 'audit', 'backup', 'restore', 'platform'])
    for (const lang of ['zh', 'en'] as const) {
      output.length = 0
      expect(await runPlatform(name, ['--help'], lang)).toBe(0)
      expect(output.join('')).toContain(`menshen ${name}`)
    }
})
