/** Writes changed texts back into a program's folder: only what was read there and has not changed since, never through a link. */
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { decodeText } from '../program/decode.ts'

/** Why a file was left as it is. */
export type Refusal = 'changed' | 'link' | 'outside' | 'encoding' | 'no-access'

const BOM = '\ufeff'

/**
 * Replaces the text of one file, at once or not at all.
 * @param file path below `folder`, with forward slashes
 * @param before the text as it was read; anything else on the disk means that somebody changed it since
 */
export const replaceText = (folder: string, file: string, before: string, after: string): Refusal | undefined => {
  const top = realpathSync(resolve(folder))
  const path = join(top, file)
  const inside = (one: string) => one.startsWith(top.endsWith(sep) ? top : top + sep)
  if (!inside(path)) return 'outside'
  let handle: number | undefined
  try {
    // A link anywhere on the way leads somewhere else than the name says.
    if (realpathSync(dirname(path)) !== dirname(path) || !lstatSync(path).isFile()) return 'link'
    handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    const { mode } = fstatSync(handle)
    const decoded = decodeText(readFileSync(handle))
    if (!decoded?.valid) return 'encoding'
    if (decoded.text !== before) return 'changed'
    const beside = `${path}.menshen-${process.pid}`
    const out = openSync(beside, 'wx', mode & 0o777)
    try {
      fchmodSync(out, mode & 0o777)
      writeFileSync(out, (decoded.bom ? BOM : '') + after)
    } catch (error) {
      rmSync(beside, { force: true })
      throw error
    } finally {
      closeSync(out)
    }
    renameSync(beside, path)
    return undefined
  } catch {
    return 'no-access'
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}
