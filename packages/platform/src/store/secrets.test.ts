import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { SYSTEM } from '../domain/words.ts'
import { verifyAudit } from './audit.ts'
import { decrypt, encrypt, openSecrets, platformKeys, rewrap, writeKeys } from './secrets.ts'

let at: TestStore
const key = randomBytes(32)
const secrets = openSecrets(key)
beforeAll(async () => {
  at = await testStore()
})
afterAll(() => at.close())

test('should open what was sealed, for its purpose and by its key only, and never twice the same', () => {
  const sealed = encrypt(key, 'phone', Buffer.from('13812345678'))
  expect(decrypt(key, 'phone', sealed).toString()).toBe('13812345678')
  expect(encrypt(key, 'phone', Buffer.from('13812345678'))).not.toEqual(sealed)
  expect(() => decrypt(key, 'mail', sealed)).toThrow()
  expect(() => decrypt(randomBytes(32), 'phone', sealed)).toThrow()
  for (let i = 0; i < sealed.length; i++) {
    const bad = Buffer.from(sealed)
    bad[i] = bad[i]! ^ 1
    expect(() => decrypt(key, 'phone', bad)).toThrow()
  }
  for (const length of [0, 1, 28]) expect(() => decrypt(key, 'phone', sealed.subarray(0, length))).toThrow()
})
test('should erase one owner by one key, leave the others, and leave the log whole', async () => {
  const [mine, yours] = await at.store.run(
    async (tx) =>
      [
        await secrets.seal(tx, 'entity:a', 'id-number', '11010519491231002X'),
        await secrets.seal(tx, 'entity:b', 'id-number', 'other'),
      ] as const,
  )
  expect((await secrets.open(at.store.db, 'id-number', mine)).toString()).toBe('11010519491231002X')
  expect(mine.includes('1101')).toBe(false)
  expect(await at.store.run((tx) => secrets.erase(tx, 'entity:a', SYSTEM))).toBe(true)
  expect(await at.store.run((tx) => secrets.erase(tx, 'entity:a', SYSTEM))).toBe(false)
  await expect(secrets.open(at.store.db, 'id-number', mine)).rejects.toMatchObject({ code: 'erased' })
  await expect(at.store.run((tx) => secrets.seal(tx, 'entity:a', 'id-number', 'again'))).rejects.toMatchObject({ code: 'erased' })
  expect((await secrets.open(at.store.db, 'id-number', yours)).toString()).toBe('other')
  expect(await verifyAudit(at.store)).toMatchObject({ ok: true, rows: 1 })
})
test('should make one key for an owner, however many seal at once', async () => {
  const sealed = await Promise.all(Array.from({ length: 8 }, (_, i) => at.store.run((tx) => secrets.seal(tx, 'entity:c', 'x', `${i}`))))
  expect(await Promise.all(sealed.map(async (one) => (await secrets.open(at.store.db, 'x', one)).toString()))).toEqual([
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
  ])
})
test('should keep the platform’s key in a file for its owner alone, or take it from the environment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'menshen-key-'))
  try {
    const file = join(folder, 'deep', 'key')
    const made = platformKeys(file, {})
    expect([made.length, made[0].length, statSync(file).mode & 0o777]).toEqual([1, 32, 0o600])
    expect(platformKeys(file, {})).toEqual(made)
    chmodSync(file, 0o644)
    expect(() => platformKeys(file, {})).toThrow('owner')
    const text = key.toString('base64')
    expect(platformKeys(file, { MENSHEN_KEY: text })).toEqual([key])
    expect(platformKeys(file, { MENSHEN_KEY: `${text}, ${made[0].toString('base64')}` })).toEqual([key, made[0]])
    for (const wrong of ['short', `${text},short`, '']) expect(() => platformKeys(file, { MENSHEN_KEY: wrong })).toThrow('32')
    writeKeys(file, [made[0], key])
    expect([platformKeys(file, {}), statSync(file).mode & 0o777]).toEqual([[made[0], key], 0o600])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
test('should put owners’ keys under another key, whenever it is broken off, and leave what was erased erased', async () => {
  const [old, next, stranger] = [randomBytes(32), randomBytes(32), randomBytes(32)]
  const store = await testStore()
  try {
    const before = openSecrets(old)
    const [one, two, gone] = await store.store.run(
      async (tx) =>
        [
          await before.seal(tx, 'account:one', 'file', 'a paper'),
          await before.seal(tx, 'account:two', 'file', 'another'),
          await before.seal(tx, 'account:gone', 'file', 'erased'),
        ] as const,
    )
    await store.store.run((tx) => before.erase(tx, 'account:gone', SYSTEM))
    // Half way: both keys are known, and what lies under either is opened.
    const between = openSecrets([old, next])
    const three = await store.store.run((tx) => between.seal(tx, 'account:three', 'file', 'a third'))
    const db = store.store.db
    expect([(await between.open(db, 'file', one)).toString(), (await between.open(db, 'file', three)).toString()]).toEqual([
      'a paper',
      'a third',
    ])
    await expect(before.open(db, 'file', three)).rejects.toMatchObject({ code: 'corrupt' })
    expect(await rewrap(store.store, [old, next], SYSTEM)).toBe(3)
    const after = openSecrets(next)
    for (const [sealed, text] of [
      [one, 'a paper'],
      [two, 'another'],
      [three, 'a third'],
    ] as const)
      expect((await after.open(db, 'file', sealed)).toString()).toBe(text)
    await expect(before.open(db, 'file', one)).rejects.toMatchObject({ code: 'corrupt' })
    await expect(after.open(db, 'file', gone)).rejects.toMatchObject({ code: 'erased' })
    // With keys that do not open it, nothing is changed.
    await expect(rewrap(store.store, [stranger, randomBytes(32)], SYSTEM)).rejects.toMatchObject({ code: 'corrupt' })
    expect((await after.open(db, 'file', two)).toString()).toBe('another')
    expect(await rewrap(store.store, [old, next], SYSTEM)).toBe(3)
    expect(await verifyAudit(store.store)).toMatchObject({ ok: true })
  } finally {
    await store.close()
  }
})
