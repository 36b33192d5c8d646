/** The door for a program on disk: a folder, a zip file or a single file. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import { memoryFiles } from '../program/memory.ts'
import type { Files } from '../program/types.ts'
import { type FolderMemory, openFolder } from './folder.ts'
import { InputError } from './input-error.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'

export { FolderMemory } from './folder.ts'
export { InputError, type InputErrorCode } from './input-error.ts'
export { DEFAULT_LIMITS, type Limits } from './limits.ts'

const OTHER_ARCHIVES: readonly (readonly [string, string])[] = [
  ['rar', '52617221'],
  ['7z', '377abcaf271c'],
  ['gzip', '1f8b'],
  ['xz', 'fd377a585a00'],
]

/**
 * Opens what a path names. Throws InputError when there is nothing that could be reviewed or when it breaks the limits;
 * everything milder is among the Files' problems. Nothing is written anywhere. `memory` serves whoever opens the same folder again.
 */
export async function openFiles(path: string, limits: Partial<Limits> = {}, memory?: FolderMemory): Promise<Files> {
  const bounds = { ...DEFAULT_LIMITS, ...limits }
  const kind = kindOf(path)
  if (kind === 'folder') return openFolder(path, bounds, memory)
  const head = headOf(path)
  // "PK" with a local file, an empty archive or a spanned one behind it
  if (/^504b(?:0304|0506|0708)/.test(head)) return (await import('./zip.ts')).openZip(path, basename(resolve(path), extname(path)), bounds)
  const archive = OTHER_ARCHIVES.find(([, magic]) => head.startsWith(magic))
  if (archive) throw new InputError('other-archive', { path, kind: archive[0] })
  if (statSync(path).size > bounds.fileBytes) throw new InputError('file-too-large', { path, limit: String(bounds.fileBytes) })
  const name = basename(resolve(path))
  return { ...memoryFiles({ [name]: guarded(path, () => readFileSync(path)) }, name), origin: 'file' }
}

function kindOf(path: string): 'folder' | 'file' {
  const stat = guarded(path, () => statSync(path))
  if (stat.isDirectory()) return 'folder'
  if (stat.isFile()) return 'file'
  throw new InputError('not-a-file', { path })
}

/** The first bytes in hexadecimal. */
function headOf(path: string): string {
  return guarded(path, () => {
    const handle = openSync(path, 'r')
    try {
      const head = Buffer.alloc(8)
      return head.subarray(0, readSync(handle, head, 0, 8, 0)).toString('hex')
    } finally {
      closeSync(handle)
    }
  })
}

function guarded<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new InputError(code === 'EACCES' || code === 'EPERM' ? 'no-access' : 'not-found', { path })
  }
}
