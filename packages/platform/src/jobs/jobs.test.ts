import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Program, program, stateOf } from '../../test/scene.ts'
import { until, type Works, works } from '../../test/works.ts'
import { entriesOf, PROGRAM, withProgram, zip, zipFolder } from '../../test/zips.ts'
import { SYSTEM } from '../domain/words.ts'
import { brokenInvariants } from '../store/audit.ts'
import { checksOf, findingsOf } from '../store/checks.ts'
import { reasonsOf } from '../store/queue.ts'
import { setSetting } from '../store/settings.ts'
import { beginVersion, storeVersion, submitVersion } from '../store/versions.ts'

let all: Works
let one: Program
beforeAll(async () => {
  all = await works()
  one = await program(all.store)
  await all.worker()
})
afterAll(() => all.close())

const TEAHOUSE = fileURLToPath(new URL('../../../../examples/teahouse', import.meta.url))
const upload = async (bytes: Buffer, to: Program = one): Promise<string> => {
  const { sha256, size } = await all.blobs.put([bytes], { max: 30_000_000 })
  return all.store.run(async (tx) => {
    const { id } = await beginVersion(tx, { program: to.id, label: '1.0.0', actor: to.owner })
    await storeVersion(tx, { version: id, blob: { sha256, size, mime: 'application/zip' } })
    return id
  })
}
const settled = (id: string, states: readonly string[], ms?: number) =>
  until(
    () => stateOf(all.store, 'version', id),
    (state) => states.includes(state),
    ms,
  )

test('a package goes from upload to a person, with what the engine found and why a person has to see it', async () => {
  await all.store.run((tx) => setSetting(tx, SYSTEM, 'checks', { run: false }))
  const id = await upload(zipFolder(TEAHOUSE))
  await settled(id, ['checked'])
  await all.store.run((tx) => submitVersion(tx, { version: id, listing: one.listing, actor: one.owner }))
  await settled(id, ['awaiting-human'])
  const checks = await checksOf(all.store, id)
  expect(checks.filter(({ check_id }) => check_id !== 'preview').map(({ check_id, state }) => [check_id, state])).toEqual(
    expect.arrayContaining([
      ['static', 'done'],
      ['pictures', 'done'],
      ['likeness', 'done'],
    ]),
  )
  const findings = await findingsOf(all.store, id)
  expect(findings.length).toBeGreaterThan(20)
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length)
  expect((await reasonsOf(all.store, id)).map(({ reason }) => reason)).toEqual(
    expect.arrayContaining(['blocking-finding', 'first-version']),
  )
  expect(await brokenInvariants(all.store)).toEqual([])
})

test('a hostile package is refused with the reason, and nothing of it is kept', async () => {
  const id = await upload(zip(withProgram({ name: '../../etc/passwd', content: 'x' })))
  await settled(id, ['refused-intake'])
  const { payload } = await all.store.db
    .selectFrom('audit')
    .select('payload')
    .where('subject_id', '=', id)
    .where('type', '=', 'version.refuse-intake')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(payload).reason.en).toContain('../../etc/passwd')
  expect(await all.store.db.selectFrom('file_index').select('path').where('version', '=', id).execute()).toEqual([])
})

test('a package of the other platform is refused', async () => {
  const files = Object.fromEntries(
    Object.entries(PROGRAM).map(([name, text]) => [name.replace('wxml', 'ttml').replace('wxss', 'ttss'), text]),
  )
  const id = await upload(zip(entriesOf(files)))
  await settled(id, ['refused-intake'])
})
