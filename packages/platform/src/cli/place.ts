/** Where a platform lies and how it is opened: the same for every command. */
import { existsSync, mkdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { SYSTEM_CLOCK } from '../jobs/clock.ts'
import type { Blobs } from '../store/blobs/blobs.ts'
import { diskBlobs } from '../store/blobs/disk.ts'
import { s3Blobs } from '../store/blobs/s3.ts'
import { defaultFolder, type Embedded, startEmbedded } from '../store/postgres/embedded.ts'
import { type Keys, openSecrets, platformKeys, type Secrets } from '../store/secrets.ts'
import { openStore, type Store } from '../store/store.ts'
import { wholeOf } from './flags.ts'
import { Told } from './words.ts'

export interface Place {
  readonly data: string
  readonly url: string
  readonly store: Store
  readonly blobs: Blobs
  readonly secrets: Secrets
  readonly keys: Keys
  readonly embedded: Embedded | null
  /** Whether somebody else's PostgreSQL is used. */
  readonly given: boolean
  close(): Promise<void>
}

export const slotsOf = (text: string | undefined): number => wholeOf(text, Math.max(1, cpus().length - 1), '--jobs', 1, 64)

const env = process.env
const blobsOf = (data: string): Promise<Blobs> | Blobs => {
  const endpoint = env['MENSHEN_S3_ENDPOINT']
  if (!endpoint) return diskBlobs(join(data, 'blobs'))
  const [key, secret] = [env['MENSHEN_S3_KEY'], env['MENSHEN_S3_SECRET']]
  if (!key || !secret)
    throw new Told({
      zh: '设置了 MENSHEN_S3_ENDPOINT，还需要 MENSHEN_S3_KEY 和 MENSHEN_S3_SECRET',
      en: 'MENSHEN_S3_ENDPOINT is set; MENSHEN_S3_KEY and MENSHEN_S3_SECRET are needed too',
    })
  const region = env['MENSHEN_S3_REGION']
  return s3Blobs({ endpoint, accessKeyId: key, secretAccessKey: secret, incoming: join(data, 'incoming'), ...(region ? { region } : {}) })
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
/** A database of our own that dies is started again, in the same place: whoever asks it finds it there. */
const keepAlive = (folder: string, first: Embedded): { stop(): Promise<void> } => {
  let current = first
  let [stopped, starting] = [false, Promise.resolve()]
  const watch = setInterval(() => {
    if (stopped || alive(current.pid)) return
    clearInterval(watch)
    starting = (async () => {
      process.stderr.write(
        `${JSON.stringify({ time: new Date().toISOString(), level: 'error', from: 'database', what: 'the database is gone and is started again' })}\n`,
      )
      while (!stopped)
        try {
          current = await startEmbedded({ folder })
          break
        } catch (error) {
          process.stderr.write(
            `${JSON.stringify({ time: new Date().toISOString(), level: 'error', from: 'database', error: String(error) })}\n`,
          )
          await new Promise((go) => setTimeout(go, 1000))
        }
      if (!stopped) again = keepAlive(folder, current)
    })()
  }, 300)
  let again: { stop(): Promise<void> } | undefined
  return {
    stop: async () => {
      stopped = true
      clearInterval(watch)
      await starting
      await (again ? again.stop() : current.stop())
    },
  }
}

/** Opens the platform of a folder: its database started, adopted or reached, and brought to this release unless told otherwise. */
export const openPlace = async (
  { data, database }: { readonly data?: string | undefined; readonly database?: string | undefined },
  { migrate = true, max = 10 }: { readonly migrate?: boolean; readonly max?: number } = {},
): Promise<Place> => {
  const folder = resolve(data || defaultFolder())
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o711 })
  const keys = platformKeys(join(folder, 'key'))
  // Set to nothing is not set.
  const given = (database ?? env['DATABASE_URL']) || null
  const embedded = given ? null : await startEmbedded({ folder })
  const url = given ?? embedded!.url
  const store = openStore({ url, clock: SYSTEM_CLOCK, key: keys[0], max })
  // Whoever holds it may be gone first: then another of those who need it takes it over.
  const guard = embedded ? keepAlive(folder, embedded) : null
  const close = async (): Promise<void> => {
    await store.close()
    await (guard ? guard.stop() : embedded?.stop())
  }
  try {
    if (migrate) await store.migrate()
    return {
      data: folder,
      url,
      store,
      blobs: await blobsOf(folder),
      secrets: openSecrets(keys),
      keys,
      embedded,
      given: Boolean(given),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
/** Opens, works, and closes whatever came of it. */
export const withPlace = async <T>(
  flags: { readonly data?: string | undefined; readonly database?: string | undefined },
  work: (place: Place) => Promise<T>,
  options?: { readonly migrate?: boolean },
): Promise<T> => {
  const place = await openPlace(flags, options)
  try {
    return await work(place)
  } finally {
    await place.close()
  }
}
