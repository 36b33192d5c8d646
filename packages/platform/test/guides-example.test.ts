/** The program in the developers' guide does what the guide says: it is taken out of the text and run. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guideFile } from '../scripts/guides.ts'
import { openSite } from '../src/cli/site.ts'
import { SYSTEM } from '../src/domain/words.ts'
import { makeApiToken } from '../src/store/accounts.ts'
import { createProgram, saveListing } from '../src/store/programs.ts'
import { setSetting } from '../src/store/settings.ts'
import { developer, LISTING } from './scene.ts'
import { type Works, works } from './works.ts'
import { withProgram, zip } from './zips.ts'

let all: Works
let stop: () => Promise<void>
let folder: string
const port = 41_000 + (process.pid % 10_000) * 2
const origin = `http://localhost:${port}`
beforeAll(async () => {
  all = await works()
  folder = mkdtempSync(join(tmpdir(), 'menshen-guide-'))
  process.env['MENSHEN_LOG'] = 'silent'
  const evidenceOrigin = `http://localhost:${port + 1}`
  stop = await openSite(all, { port, host: '127.0.0.1', origin, evidenceOrigin, proxies: [], development: true })
  await all.worker()
  await all.store.run((tx) => setSetting(tx, SYSTEM, 'checks', { run: false, pictures: false }))
  await all.store.db
    .insertInto('category')
    .values({ id: 'food', platform: 'wechat', name_zh: '餐饮', name_en: 'Food', source: 'test' })
    .onConflict((same) => same.doNothing())
    .execute()
})
afterAll(async () => {
  await stop()
  await all.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each(['zh', 'en'] as const)(
  'the example of the guide (%s) uploads and submits, with a token of three scopes',
  async (lang) => {
    const owner = await developer(all.store)
    const name = lang === 'zh' ? '城南老茶馆' : '河边面包房'
    const program = await all.store.run(async (tx) => {
      const made = await createProgram(tx, { actor: owner, name, platform: 'wechat' })
      await saveListing(tx, { program: made.id, content: { ...LISTING, name }, actor: owner })
      return made.id
    })
    const { token } = await all.store.run((tx) =>
      makeApiToken(tx, { actor: owner, name: 'ci', scopes: ['read', 'upload', 'submit'], forMs: 86_400_000 }),
    )
    const [, code] = readFileSync(guideFile('developers', lang), 'utf8').match(/```js\n([\s\S]*?)```/) ?? []
    const script = join(folder, `${lang}.mjs`)
    writeFileSync(script, code!)
    writeFileSync(join(folder, 'dist.zip'), zip(withProgram()))
    const { stdout } = await promisify(execFile)(process.execPath, [script], {
      cwd: folder,
      env: { MENSHEN_PLATFORM: origin, MENSHEN_TOKEN: token, PROGRAM: program },
    })
    expect(stdout).toContain(`${origin}/versions/`)
    const { state } = await all.store.db.selectFrom('version').select('state').where('program', '=', program).executeTakeFirstOrThrow()
    expect(['in-auto', 'auto-ok', 'awaiting-human', 'approved']).toContain(state)
  },
  90_000,
)
