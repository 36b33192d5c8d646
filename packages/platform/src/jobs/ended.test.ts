import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { developer, live, program, staff, stateOf } from '../../test/scene.ts'
import { DAY, SYSTEM } from '../domain/words.ts'
import { openSession, sessionOf } from '../store/accounts.ts'
import { brokenInvariants, verifyAudit } from '../store/audit.ts'
import { diskBlobs } from '../store/blobs/disk.ts'
import { uploadDocument } from '../store/entities.ts'
import { sealFile } from '../store/files.ts'
import { openSecrets } from '../store/secrets.ts'
import { fireTimers } from '../store/timers.ts'
import { transition } from '../store/transition.ts'
import { publicBlob } from '../store/versions.ts'
import { addWebhook, webhooksOf } from '../store/webhooks.ts'
import { accountEnded, programEnded } from './ended.ts'
import { keepHouse } from './house.ts'
import { makeSlots } from './slots.ts'
import { SILENT, type Try, type Work } from './work.ts'

let one: TestStore
let work: Work
const folder = mkdtempSync(join(tmpdir(), 'menshen-ended-'))
const secrets = openSecrets(Buffer.alloc(32, 5))
beforeAll(async () => {
  one = await testStore()
  work = {
    store: one.store,
    blobs: await diskBlobs(folder),
    secrets,
    slots: makeSlots(1),
    log: SILENT,
    stop: new AbortController().signal,
  } as unknown as Work
})
afterAll(async () => {
  await one.close()
  rmSync(folder, { recursive: true, force: true })
})
const job = (id: string): Try => ({ data: { queue: 'account-ended', subject: 'account', id }, attempt: 1, last: false })

test('an account that is closed takes its programs and keys with it, and a month later who it was is gone', async () => {
  const { store, clock } = one
  const reviewer = await staff(store, 'reviewer')
  const owner = await developer(store)
  const out = await live(store, reviewer, await program(store, owner))
  const id = owner.id!
  const sealed = await store.run((tx) => secrets.seal(tx, `account:${id}`, 'contact', '林茶 13800000000'))
  // A paper of theirs, and one that another firm has as well.
  const papers = [
    await work.blobs.put([Buffer.from('a licence')], { max: 100 }),
    await work.blobs.put([Buffer.from('a form')], { max: 100 }),
  ]
  const other = await developer(store)
  for (const [actor, paper] of [
    [owner, papers[0]!],
    [owner, papers[1]!],
    [other, papers[1]!],
  ] as const)
    await store.run((tx) =>
      uploadDocument(tx, { entity: actor.entity!, kind: 'licence', blob: { ...paper, mime: 'image/png' }, fileName: 'a.png', actor }),
    )
  // And one as pages put it: sealed.
  const card = await sealFile({ store, blobs: work.blobs, secrets }, { account: id, bytes: Buffer.from('a card'), mime: 'image/png' })
  await store.run((tx) => uploadDocument(tx, { entity: owner.entity!, kind: 'identity', blob: card, fileName: 'b.png', actor: owner }))
  const { token } = await store.run((tx) => openSession(tx, { account: id, forMs: 365 * DAY }))
  expect(await publicBlob(store, out.id)).toBe(out.sha256)
  await store.run((tx) => transition(tx, { subject: 'account', id, event: 'close', actor: owner }))
  await accountEnded(work, job(id))
  await accountEnded(work, job(id))
  expect(await stateOf(store, 'program', out.program.id)).toBe('terminated')
  expect(await publicBlob(store, out.id)).toBe(null)
  expect(await sessionOf(store, token)).toBe(undefined)
  // For a month it may have to be known who it was.
  await keepHouse(work)
  expect((await secrets.open(store.db, 'contact', sealed)).toString()).toContain('林茶')
  clock.forward(31 * DAY)
  await fireTimers(store)
  expect(await stateOf(store, 'account', id)).toBe('freed')
  await keepHouse(work)
  await expect(secrets.open(store.db, 'contact', sealed)).rejects.toMatchObject({ code: 'erased' })
  expect(await work.blobs.size(card.stored!)).toBeNull()
  expect(await store.db.selectFrom('blob').select('sha256').where('sha256', '=', card.stored!).execute()).toEqual([])
  // What another firm has as well, or is sealed for it, stays.
  const theirs = await store.db.selectFrom('held_file').select('stored').where('account', '=', other.id!).execute()
  for (const { stored } of theirs) expect(await work.blobs.size(stored!)).not.toBeNull()
  expect(theirs).toHaveLength(1)
  const row = await store.db
    .selectFrom('account')
    .select(['email', 'display_name', 'password_hash'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ email: 'erased', display_name: '', password_hash: null })
  // What was decided and what was done stay, and hold no person.
  expect((await verifyAudit(store)).ok).toBe(true)
  expect(await brokenInvariants(store)).toEqual([])
  expect((await store.db.selectFrom('decision').select('id').where('version', '=', out.id).execute()).length).toBe(1)
})

test('an account that nobody uses for eleven months is warned, and another is not', async () => {
  const { store, clock } = one
  const [left, used] = [await developer(store), await developer(store)]
  clock.forward(335 * DAY)
  await store.db.updateTable('account').set({ last_seen_at: clock.now() }).where('id', '=', used.id!).execute()
  await keepHouse(work)
  expect(await stateOf(store, 'account', left.id!)).toBe('dormant-warned')
  expect(await stateOf(store, 'account', used.id!)).toBe('active')
})

test('what was sealed for a program is gone when it is closed for good, and not before; others keep theirs', async () => {
  const { store } = one
  const [gone, other] = [await program(store), await program(store)]
  const sealed = new Map<string, Buffer>()
  for (const { id, admin } of [gone, other])
    await store.run(async (tx) => {
      sealed.set(id, await secrets.seal(tx, `program:${id}`, 'test-account', 'open sesame'))
      const secretSealed = await secrets.seal(tx, `program:${id}`, 'webhook', 'x')
      await addWebhook(tx, { program: id, url: 'https://ci.example.com/hook', secretSealed, actor: admin })
    })
  const opened = (id: string) => secrets.open(store.db, 'test-account', sealed.get(id)!).then(String)
  const end = () => programEnded(work, job(gone.id))
  await end()
  expect([await opened(gone.id), (await webhooksOf(store, gone.id)).length]).toEqual(['open sesame', 1])
  await store.run((tx) => transition(tx, { subject: 'program', id: gone.id, event: 'terminate', actor: SYSTEM }))
  // Handled twice, it comes to the same.
  for (let n = 0; n < 2; n++) await end()
  await expect(opened(gone.id)).rejects.toMatchObject({ code: 'erased' })
  expect([await webhooksOf(store, gone.id), await opened(other.id), (await webhooksOf(store, other.id)).length]).toEqual([
    [],
    'open sesame',
    1,
  ])
})
