/** What a submission is known by. */
import { createHash } from 'node:crypto'
import type { Files } from '../program/types.ts'

/** Small files are gathered to about this much: each piece that is hashed by itself costs more than its bytes. */
const GATHERED = 1 << 18

/**
 * SHA-256 over everything in the program's folder, packed or not: the same digest means the same submission.
 * @param look is shown each file on the way, while its bytes are at hand
 */
export const digestOf = (files: Files, root: string, look?: (path: string, bytes: Uint8Array) => void): string => {
  const hash = createHash('sha256')
  const room = Buffer.allocUnsafe(GATHERED)
  let filled = 0
  const flush = (): void => {
    if (filled > 0) hash.update(room.subarray(0, filled))
    filled = 0
  }
  for (const path of files.list()) {
    if (!path.startsWith(root)) continue
    const bytes = files.bytes(path)
    const head = `${path}\0${files.size(path)}\0`
    // In UTF-8 a unit of the text takes three bytes at most.
    const most = head.length * 3 + (bytes?.length ?? 0)
    if (filled + most > GATHERED) flush()
    if (most > GATHERED) {
      hash.update(head)
      if (bytes) hash.update(bytes)
    } else {
      filled += room.write(head, filled)
      if (bytes) {
        room.set(bytes, filled)
        filled += bytes.length
      }
    }
    if (bytes) look?.(path, bytes)
  }
  flush()
  return hash.digest('hex')
}
