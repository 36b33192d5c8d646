/** Bounds on what is read from outside. */

export interface Limits {
  /** Number of files. */
  readonly files: number
  /** Bytes of all files together. */
  readonly bytes: number
  /** Bytes of one file in an archive. */
  readonly fileBytes: number
  /** Folders inside folders. */
  readonly depth: number
  /** Unpacked size to packed size, looked at from `ratioFrom` bytes on. */
  readonly ratio: number
  readonly ratioFrom: number
  /** False where a program's own .menshenignore must not count, as on a platform. */
  readonly honourIgnore: boolean
}

/**
 * A package is at most 30 MB on WeChat and 16 MB on Douyin; a project folder holds sources, pictures and tools beside it.
 * Text compresses to a tenth, seldom to a fiftieth.
 */
export const DEFAULT_LIMITS: Limits = {
  files: 50_000,
  bytes: 1_000_000_000,
  fileBytes: 100_000_000,
  depth: 40,
  ratio: 100,
  ratioFrom: 10_000_000,
  honourIgnore: true,
}

/** For archives everything is held in memory, so the bound is tighter. */
export const MAX_UNPACKED = 300_000_000

/** Folders of tools: neither platform ever packs them, and they may be huge. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git', '.svn', '.hg', '__MACOSX'])

export const IGNORE_FILE = '.menshenignore'
