import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packFolder } from '../src/cli/pack.ts'
import { openSite } from '../src/cli/site.ts'
import { type Role, SYSTEM } from '../src/domain/words.ts'
import { hashPassword } from '../src/http/passwords.ts'
import { seedStaff } from '../src/store/accounts.ts'
import { brokenInvariants, verifyAudit } from '../src/store/audit.ts'
import { seedPlatform } from '../src/store/seeds.ts'
import { setSetting } from '../src/store/settings.ts'
import { openBrowser, pictures } from './pages.ts'
import { walk } from './walk.ts'
import { type Works, works } from './works.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const PASSWORD = 'correct horse battery staple'
const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

let all: Works
let browser: Browser
let origin: string
const stops: (() => Promise<void>)[] = []
beforeAll(async () => {
  const pages = here('../dist/web')
  if (!existsSync(`${pages}/index.html`)) throw new Error('the pages are not built: npm run build')
  process.env['MENSHEN_PAGES'] = pages
  all = await works()
  await seedPlatform(all.store)
  await all.store.run((tx) => setSetting(tx, SYSTEM, 'checks', { run: true, runSeconds: 15 }))
  const passwordHash = await hashPassword(PASSWORD)
  const people: readonly (readonly [string, string, Role[]])[] = [
    ['operator', '林运维', ['operator', 'auditor', 'policy-editor']],
    ['editor', '郑编辑', ['policy-editor']],
    ['checker', '陈核验', ['entity-checker']],
    ['other', '吴复核', ['entity-checker']],
    ['reviewer', '王审核', ['reviewer']],
    ['senior', '周高级', ['senior-reviewer']],
    ['appeals', '何申诉', ['appeals']],
  ]
  for (const [name, displayName, roles] of people)
    await all.store.run((tx) => seedStaff(tx, { email: `${name}@example.org`, passwordHash, displayName, roles }))
  const [port, evidencePort] = [await freePort(), await freePort()]
  origin = `http://localhost:${port}`
  stops.push(
    await openSite(all, {
      port,
      evidencePort,
      host: '127.0.0.1',
      origin,
      evidenceOrigin: `http://localhost:${evidencePort}`,
      proxies: [],
      development: true,
    }),
  )
  await all.worker()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  for (const stop of stops.reverse()) await stop()
  await all?.close()
})

/** The same program with one more line. */
const newer = async (folder: string): Promise<Buffer> => {
  const copy = mkdtempSync(join(tmpdir(), 'menshen-newer-'))
  cpSync(folder, copy, { recursive: true })
  appendFileSync(join(copy, 'app.js'), '\n// The third release.\n')
  const packed = await packFolder(copy)
  rmSync(copy, { recursive: true })
  return packed
}

test('a program is refused with reasons, mended, approved, released and found, all by the pages and with nothing inline', async () => {
  const program = (name: string) => packFolder(here(`../../../corpus/wx-op_12.4.1/laundry-near.${name}`))
  const { complaints } = await walk({
    browser,
    origin,
    password: PASSWORD,
    staff: {
      operator: 'operator@example.org',
      editor: 'editor@example.org',
      checker: 'checker@example.org',
      other: 'other@example.org',
      reviewer: 'reviewer@example.org',
      senior: 'senior@example.org',
      appeals: 'appeals@example.org',
    },
    packages: {
      bad: await program('bad'),
      good: await program('good'),
      newer: await newer(here('../../../corpus/wx-op_12.4.1/laundry-near.good')),
    },
    picture: readFileSync(here('icon.png')),
    // A folder for pictures of every page: MENSHEN_PICTURES.
    look: pictures(process.env['MENSHEN_PICTURES']),
    tell: (step) => process.env['MENSHEN_TELL'] !== undefined && process.stderr.write(`${Math.round(performance.now() / 1000)} ${step}\n`),
    spare: () => all.store.run((tx) => setSetting(tx, SYSTEM, 'checks', { run: false })),
  })
  expect(complaints).toEqual([])
  expect(await brokenInvariants(all.store)).toEqual([])
  expect(await verifyAudit(all.store)).toMatchObject({ ok: true })
}, 1_200_000)
