/** Another key for what is sealed: `menshen platform rotate-key`. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { SYSTEM } from '../domain/words.ts'
import { type Keys, rewrap, writeKeys } from '../store/secrets.ts'
import { workersAlive } from '../store/workers.ts'
import type { Place } from './place.ts'
import { Told } from './words.ts'

/**
 * Makes a new key, puts every owner's key under it, and leaves the old ones away. The file has both while it is at it, so that it may
 * be killed and run again. Where MENSHEN_KEY names the keys, the new one is the last that it names.
 */
export const rotateKey = async (
  { store, keys, data }: Pick<Place, 'store' | 'keys' | 'data'>,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<{ readonly owners: number; readonly named: boolean }> => {
  if ((await workersAlive(store)).length > 0)
    throw new Told({
      zh: '先停下所有 menshen serve 和 menshen worker（刚停下的请等一分钟），再更换密钥',
      en: 'stop every menshen serve and menshen worker first (a minute ago, if one was killed), then change the key',
    })
  const named = env['MENSHEN_KEY'] !== undefined
  if (named && keys.length === 1)
    throw new Told({
      zh: '密钥由 MENSHEN_KEY 给出：在所有机器上把它改成“现在的密钥,新密钥”（新密钥可用 openssl rand -base64 32 生成），再运行一次',
      en: 'the key is in MENSHEN_KEY: set it to "KEY,NEW" on all machines (a new one: openssl rand -base64 32), and run this again',
    })
  const file = join(data, 'key')
  const all: Keys = named ? keys : [...keys, randomBytes(32)]
  if (!named) writeKeys(file, all)
  const owners = await rewrap(store, all, SYSTEM)
  if (!named) writeKeys(file, [all[0], all.at(-1)!])
  return { owners, named }
}
