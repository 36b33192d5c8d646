/**
 * What identifies people, and what lets others in, lies sealed: AES-256-GCM under a key of its owner's, which lies wrapped
 * under the platform's key. Whoever destroys the owner's key has erased everything that was sealed for them, backups too.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Actor } from '../domain/words.ts'
import type { Db, DbTransaction } from './db.ts'
import { Problem } from './problem.ts'
import type { Store, Tx } from './store.ts'

const FORMAT = 1
const NONCE = 12
const TAG = 16

/**
 * The platform's keys, each 32 bytes as base64: from MENSHEN_KEY (with commas between), or from a file that is made for its owner
 * alone (one a line). The first is the root: it signs and makes numbers findable, and never changes. What is sealed is sealed
 * under the last; the ones between open what was sealed before, until `rewrap` has been through.
 */
export const platformKeys = (file: string, env: Readonly<Record<string, string | undefined>> = process.env): Keys => {
  const named = env['MENSHEN_KEY']
  if (named !== undefined) return keysIn(named.split(','), 'MENSHEN_KEY')
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeSync(handle, `${randomBytes(32).toString('base64')}\n`)
      fsyncSync(handle)
      closeSync(handle)
    } catch (error) {
      // Another process made it at the same moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Problem('invalid', {
      zh: `密钥文件只能由所有者读写：chmod 600 ${file}`,
      en: `the key is for its owner alone: chmod 600 ${file}`,
    })
  return keysIn(readFileSync(file, 'utf8').trim().split(/\s+/), file)
}
/** At least one. */
export type Keys = readonly [root: Buffer, ...later: Buffer[]]
const keysIn = (texts: readonly string[], source: string): Keys => {
  const [root, ...later] = texts.map((text) => checked(Buffer.from(text.trim(), 'base64'), source))
  return [root!, ...later]
}
/** Writes the keys anew: another file first, then in the place of the old one, so that there is never none. */
export const writeKeys = (file: string, keys: Keys): void => {
  const next = `${file}.next`
  rmSync(next, { force: true })
  const handle = openSync(next, 'wx', 0o600)
  writeSync(handle, `${keys.map((key) => key.toString('base64')).join('\n')}\n`)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(next, file)
}
const checked = (key: Buffer, source: string): Buffer => {
  if (key.length !== 32)
    throw new Problem('invalid', { zh: `${source} 应是 32 字节的 base64`, en: `${source} has to be 32 bytes as base64` })
  return key
}

/** Encrypts under a key, for one purpose: opened for another, it is refused. */
export const encrypt = (key: Buffer, purpose: string, plain: Uint8Array): Buffer => {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), body])
}
/** Opens what was encrypted; anything that was changed, or sealed for another purpose, is refused. */
export const decrypt = (key: Buffer, purpose: string, sealed: Uint8Array): Buffer => {
  const all = Buffer.from(sealed)
  if (all.length < 1 + NONCE + TAG || all[0] !== FORMAT) throw broken()
  const decipher = createDecipheriv('aes-256-gcm', key, all.subarray(1, 1 + NONCE))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(all.subarray(1 + NONCE, 1 + NONCE + TAG))
  try {
    return Buffer.concat([decipher.update(all.subarray(1 + NONCE + TAG)), decipher.final()])
  } catch {
    throw broken()
  }
}
const broken = (): Problem =>
  new Problem('corrupt', { zh: '密文损坏或密钥不符', en: 'what was sealed is damaged, or the key is another one' })

export interface Secrets {
  /** Seals for an owner ('account:…', 'entity:…'), making their key the first time. */
  seal(tx: Tx, owner: string, purpose: string, plain: Uint8Array | string): Promise<Buffer>
  /** Opens; what was erased stays erased. */
  open(db: Db | DbTransaction, purpose: string, sealed: Uint8Array): Promise<Buffer>
  /** Destroys an owner's key: nothing that was sealed for them can ever be opened again. Logged. */
  erase(tx: Tx, owner: string, actor: Actor): Promise<boolean>
}
const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const idText = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** An owner's key, by whichever of the platform's it lies under: the newest first. */
const unwrapWith = (keys: Keys, id: string, wrapped: Uint8Array): Buffer => {
  for (const key of [...keys].reverse())
    try {
      return decrypt(key, `seal:${id}`, wrapped)
    } catch {
      // It may lie under an earlier one.
    }
  throw broken()
}
const BATCH = 500
/**
 * Puts every owner's key under the newest of the platform's keys; what was sealed with them stays as it lies. May be broken off and
 * begun again: each key lies under one of those that are given, whatever happens. Returns how many were changed.
 */
export const rewrap = async (store: Store, keys: Keys, actor: Actor): Promise<number> => {
  const newest = keys.at(-1)!
  let [after, changed] = ['00000000-0000-0000-0000-000000000000', 0]
  for (;;) {
    const seen = await store.run(async (tx) => {
      const rows = await tx.db
        .selectFrom('seal')
        .select(['id', 'wrapped'])
        .where('id', '>', after)
        .where('destroyed_at', 'is', null)
        .orderBy('id')
        .limit(BATCH)
        .forUpdate()
        .execute()
      for (const { id, wrapped } of rows) {
        const owners = unwrapWith(keys, id, wrapped!)
        await tx.db
          .updateTable('seal')
          .set({ wrapped: encrypt(newest, `seal:${id}`, owners) })
          .where('id', '=', id)
          .execute()
      }
      if (rows.length > 0) tx.log({ type: 'seal.rotated', actor, payload: { count: rows.length } })
      return rows
    })
    changed += seen.length
    if (seen.length < BATCH) return changed
    after = seen.at(-1)!.id
  }
}

/** Seals under the newest of the platform's keys. */
export const openSecrets = (platform: Buffer | Keys): Secrets => {
  const keys: Keys = Buffer.isBuffer(platform) ? [platform] : platform
  const newest = keys.at(-1)!
  const unwrap = (id: string, wrapped: Uint8Array) => unwrapWith(keys, id, wrapped)
  return {
    seal: async (tx, owner, purpose, plain) => {
      let row = await tx.db.selectFrom('seal').select(['id', 'wrapped']).where('owner', '=', owner).executeTakeFirst()
      if (!row) {
        const id = tx.id()
        await tx.db
          .insertInto('seal')
          .values({ id, owner, wrapped: encrypt(newest, `seal:${id}`, randomBytes(32)), created_at: tx.now })
          .onConflict((same) => same.column('owner').doNothing())
          .execute()
        row = await tx.db.selectFrom('seal').select(['id', 'wrapped']).where('owner', '=', owner).executeTakeFirstOrThrow()
      }
      if (row.wrapped === null) throw erased()
      const bytes = typeof plain === 'string' ? Buffer.from(plain) : plain
      return Buffer.concat([idBytes(row.id), encrypt(unwrap(row.id, row.wrapped), purpose, bytes)])
    },
    open: async (db, purpose, sealed) => {
      const all = Buffer.from(sealed)
      if (all.length < 16) throw broken()
      const id = idText(all.subarray(0, 16))
      const row = await (db as Db).selectFrom('seal').select('wrapped').where('id', '=', id).executeTakeFirst()
      if (!row) throw broken()
      if (row.wrapped === null) throw erased()
      return decrypt(unwrap(id, row.wrapped), purpose, all.subarray(16))
    },
    erase: async (tx, owner, actor) => {
      const row = await tx.db
        .updateTable('seal')
        .set({ wrapped: null, destroyed_at: tx.now })
        .where('owner', '=', owner)
        .where('destroyed_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (row) tx.log({ type: 'seal.destroyed', actor, payload: { seal: row.id } })
      return row !== undefined
    },
  }
}
const erased = (): Problem => new Problem('erased', { zh: '这项信息已删除', en: 'this was erased' })
