import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { finding } from '../../test/journey.ts'
import { developer, judge, LISTING, staff } from '../../test/scene.ts'
import { until, type Works, works } from '../../test/works.ts'
import { PROGRAM } from '../../test/zips.ts'
import { type Actor, SYSTEM } from '../domain/words.ts'
import { look } from '../intake/look.ts'
import type { Worker } from '../jobs/worker.ts'
import { makeApiToken } from '../store/accounts.ts'
import { beginCheck, endCheck, planCheck } from '../store/checks.ts'
import { createProgram, saveListing } from '../store/programs.ts'
import { claim } from '../store/queue.ts'
import { setSetting } from '../store/settings.ts'
import { transition } from '../store/transition.ts'
import { declarationsOf } from '../store/versions.ts'
import { runPlatform } from './index.ts'
import { packFolder } from './pack.ts'
import { openSite } from './site.ts'

let all: Works
let stop: () => Promise<void>
let owner: Actor
const workers: Worker[] = []
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
  workers.push(await all.worker())
  await all.store.run((tx) => setSetting(tx, SYSTEM, 'checks', { run: false, pictures: false }))
  owner = await developer(all.store)
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
})
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
})
/** The version that was sent last, as the machine left it to people. */
const last = () =>
  all.store.db.selectFrom('version').selectAll().where('program', '=', program.id).orderBy('n', 'desc').limit(1).executeTakeFirstOrThrow()

test('what the platform refuses is told in its own words, with exit code 1', async () => {
  const { code, said } = await run(folder, '--program', program.id, '--label', '1.0.1', '--changelog', '再来一次')
  expect(code).toBe(1)
  expect(said).toMatch(/another version is under review|withdraw it/)
  const bad = join(folder, 'draft')
  const refused = await run(bad, '--program', program.id, '--label', '1.0.2', '--changelog', '没有程序', '--upload-only')
  expect(refused.code).toBe(1)
  expect(refused.said).toContain('app.json')
})
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
})

test('what stands still is told with its state and ends with its own exit code when the time is up', async () => {
  const waits = await all.store.db
    .selectFrom('version')
    .select('id')
    .where('program', '=', program.id)
    .where('state', '=', 'awaiting-human')
    .executeTakeFirstOrThrow()
  await all.store.run((tx) => transition(tx, { subject: 'version', id: waits.id, event: 'withdraw', actor: owner }))
  // Nobody opens packages.
  for (const one of workers.splice(0)) await one.stop()
  const { code, said } = await run(folder, '--program', program.appid, '--label', '1.1.0', '--changelog', '没有人开包', '--wait', '1')
  expect(code).toBe(4)
  expect(said).toMatch(/after 1 seconds: [^\n]+ the package is not opened yet and not submitted/)
  expect(said).toContain(`/versions/${(await last()).id}`)
  expect((await last()).state).toBe('quarantined')
  workers.push(await all.worker())
})
test('how a reviewer signs in and what is declared is asked for before anything is sent', async () => {
  const at = [folder, '--program', program.id, '--label', '3.0.0', '--changelog', 'xx']
  delete process.env['MENSHEN_TEST_PASSWORD']
  delete process.env['MENSHEN_TEST_CODE']
  for (const [flags, words] of [
    [['--test-account', 'tester'], 'MENSHEN_TEST_PASSWORD is not set'],
    [['--test-phone', '13800000000'], 'MENSHEN_TEST_CODE is not set'],
    [['--test-account', 'a', '--test-phone', '1'], 'not both'],
    [['--declare', 'everything'], 'there is: user-content, ai-content, payments'],
    [['--wait', 'long'], '--wait takes a whole number'],
    [['--fixed', 'no-such-rule'], 'nothing of the refused version is called "no-such-rule"'],
  ] as const) {
    const { code, said } = await run(...at, ...flags)
    expect([code, said.includes(words)], `${flags.join(' ')}: ${said}`).toEqual([2, true])
  }
  expect((await last()).label).not.toBe('3.0.0')
})
test('after a refusal what was found is listed, answered one by one, and handed over with a telephone code', async () => {
  const reviewer = await staff(all.store, 'reviewer')
  const again = await run(folder, '--program', program.appid, '--label', '1.2.0', '--changelog', '再次提交', '--no-wait')
  expect([again.code, again.said.includes('submitted for review')]).toEqual([0, true])
  const before = await until(last, ({ state }) => state === 'awaiting-human')
  const made = await all.store.run(async (tx) => {
    const check = await planCheck(tx, { version: before.id, check: 'preview', checkVersion: '1', rulebook: 'r', required: false })
    await beginCheck(tx, check)
    await endCheck(tx, { id: check, findings: [finding(1), finding(2), finding(3, { rule: 'address-insecure' })] })
    await claim(tx, { version: before.id, actor: reviewer, rv: before.rv })
    return judge(tx, { id: before.id, sha256: before.sha256!, actor: reviewer, action: 'refuse' })
  })
  expect(made.state).toBe('effective')
  const listed = await run('--open', '--program', program.appid)
  expect(listed.code).toBe(1)
  expect(listed.said).toContain('1.2.0 was refused')
  expect(listed.said.match(/location-unasked/g)).toHaveLength(2)

  process.env['MENSHEN_TEST_CODE'] = '246810'
  const { code, said } = await run(
    ...[folder, '--program', program.appid, '--label', '1.2.1', '--changelog', '改为点按后再定位', '--no-wait'],
    ...[
      '--fixed',
      'location-unasked',
      '--answer',
      'address-insecure=只在开发版使用',
      '--test-phone',
      '13800000000',
      '--test-notes',
      '验证码固定',
    ],
    ...['--declare', 'payments', '--not-used', '通讯录'],
  )
  expect([code, said.includes('3 findings answered')], said).toEqual([0, true])
  const marks = await all.store.db
    .selectFrom('finding_mark as m')
    .innerJoin('finding as f', 'f.id', 'm.finding')
    .select(['f.rule', 'm.reason'])
    .where('m.mark', '=', 'answer')
    .orderBy('f.rule')
    .orderBy('f.id')
    .execute()
  expect(marks.map(({ rule, reason }) => [rule, reason])).toEqual([
    ['address-insecure', '只在开发版使用'],
    ['location-unasked', expect.stringMatching(/fixed in 1\.2\.1: Fixed in 1\.2\.1/)],
    ['location-unasked', expect.stringMatching(/fixed in 1\.2\.1/)],
  ])
  const { id } = await last()
  const { sealed } = await all.store.db.selectFrom('test_account').select('sealed').where('version', '=', id).executeTakeFirstOrThrow()
  expect(JSON.parse((await all.secrets.open(all.store.db, 'test-account', sealed)).toString())).toEqual({
    kind: 'phone-code',
    username: '13800000000',
    code: '246810',
    notes: '验证码固定',
  })
  expect(await declarationsOf(all.store, id)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'payments', content: true }),
      expect.objectContaining({ kind: 'privacyNotUsed', content: ['通讯录'] }),
    ]),
  )
})
