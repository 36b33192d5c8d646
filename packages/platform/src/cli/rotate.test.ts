import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { openSecrets, platformKeys } from '../store/secrets.ts'
import { signOfLife, workerStopped } from '../store/workers.ts'
import { rotateKey } from './rotate.ts'

let at: TestStore
const data = mkdtempSync(join(tmpdir(), 'menshen-rotate-'))
beforeAll(async () => {
  at = await testStore()
})
afterAll(async () => {
  await at.close()
  rmSync(data, { recursive: true, force: true })
})
const file = join(data, 'key')
const place = (env: Readonly<Record<string, string>> = {}) => ({ store: at.store, keys: platformKeys(file, env), data })

test('the key for what is sealed is changed while nothing runs; what signs stays, and the old one opens nothing any more', async () => {
  const first = place()
  const sealed = await at.store.run((tx) => openSecrets(first.keys).seal(tx, 'account:one', 'file', 'a paper'))
  await signOfLife(at.store, {
    id: '00000000-0000-7000-8000-000000000001',
    host: 'here',
    pid: 1,
    version: '0',
    slots: 1,
    busy: 0,
    mail: 'keeps',
  })
  await expect(rotateKey(first, {})).rejects.toThrow(/stop/)
  await workerStopped(at.store, '00000000-0000-7000-8000-000000000001')
  expect(await rotateKey(first, {})).toEqual({ owners: 1, named: false })
  const second = place()
  expect([second.keys.length, second.keys[0].equals(first.keys[0])]).toEqual([2, true])
  expect((await openSecrets(second.keys).open(at.store.db, 'file', sealed)).toString()).toBe('a paper')
  await expect(openSecrets(first.keys).open(at.store.db, 'file', sealed)).rejects.toMatchObject({ code: 'corrupt' })
  // And once more: the one between goes.
  await rotateKey(second, {})
  const third = place()
  expect([third.keys.length, third.keys[1]!.equals(second.keys[1]!)]).toEqual([2, false])
  expect((await openSecrets(third.keys).open(at.store.db, 'file', sealed)).toString()).toBe('a paper')
})
test('where the environment names the key it says the new one there', async () => {
  const [root, newest] = platformKeys(file, {}).map((key) => key.toString('base64'))
  const alone = { MENSHEN_KEY: newest! }
  await expect(rotateKey(place(alone), alone)).rejects.toThrow(/MENSHEN_KEY/)
  const lies = readFileSync(file, 'utf8')
  const both = { MENSHEN_KEY: `${root},${newest}` }
  expect(await rotateKey(place(both), both)).toEqual({ owners: 1, named: true })
  expect(readFileSync(file, 'utf8')).toBe(lies)
})
