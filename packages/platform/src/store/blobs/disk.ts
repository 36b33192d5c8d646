/** Blobs in a folder: written beside, forced to the disk, and moved to their name in one step. */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { absent, type Blobs, checkedName, gather, notAsPromised, type PutOptions, type Stored, tooLarge, verified } from './blobs.ts'

const ALL = 1024 ** 3

/** Forces a folder's list of names to the disk: a file that was moved there stays there. */
const settle = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Takes bytes into a file of its own, hashed and bounded as they come; whoever gets it moves or removes it. */
export const receive = async (
  incoming: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { max, expected }: PutOptions,
): Promise<Stored & { readonly path: string }> => {
  if (expected !== undefined) checkedName(expected)
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const path = join(incoming, randomBytes(16).toString('hex'))
  const handle = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of source) {
      size += chunk.length
      if (size > max) throw tooLarge(max)
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync()
    const sha256 = hash.digest('hex')
    if (expected !== undefined && expected !== sha256) throw notAsPromised()
    return { sha256, size, path }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

/** Opens a folder of blobs, making it when it is not there. */
export const diskBlobs = async (folder: string): Promise<Blobs> => {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  // What was half received when a process died is nobody's any more after a day.
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (Date.now() - mtimeMs > 86_400_000) await rm(path, { force: true })
  }
  const place = (sha256: string): string => join(folder, checkedName(sha256).slice(0, 2), sha256.slice(2, 4), sha256)
  const size = async (sha256: string): Promise<number | null> => {
    const path = place(sha256)
    const found = await stat(path).catch(() => null)
    return found?.isFile() ? found.size : null
  }
  const stream = (sha256: string): AsyncIterable<Uint8Array> => {
    const path = place(sha256)
    return verified(
      sha256,
      (async function* () {
        try {
          yield* createReadStream(path)
        } catch (error) {
          throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? absent(sha256) : error
        }
      })(),
    )
  }
  return {
    put: async (source, options) => {
      const { sha256, size: bytes, path } = await receive(incoming, source, options)
      const to = place(sha256)
      try {
        await mkdir(dirname(to), { recursive: true, mode: 0o700 })
        await rename(path, to)
        await settle(dirname(to))
        await settle(dirname(dirname(to)))
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      return { sha256, size: bytes }
    },
    stream,
    read: async (sha256, max = ALL) => gather(stream(sha256), max),
    size,
    remove: async (sha256, before) => {
      if (before !== undefined) {
        const found = await stat(place(sha256)).catch(() => null)
        if (!found || found.mtimeMs >= before) return
      }
      await rm(place(sha256), { force: true })
    },
  }
}
