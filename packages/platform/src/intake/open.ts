/** The door for a stranger's package: opened by a child with little memory and little time, never by us. */
import { chownSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { confine, dropRoom, leftBehind, makeRoom, reachable, stranger } from './confine.ts'
import { CHILD, PACKAGE_LIMITS } from './limits.ts'
import type { Looked, Manifest, PackedFile } from './look.ts'
import { isRefusalCode, Refused } from './refusal.ts'

export type { Manifest, PackedFile } from './look.ts'
export { type RefusalCode, Refused } from './refusal.ts'

export interface OpenedPackage extends Looked {
  readonly ms: number
  readonly peakMb: number
  /** The bytes of a file by its hash, checked by whoever keeps them. */
  content(sha256: string): Buffer | null
}

/** The child's program: its source where we run from sources. */
const program = (): string => {
  const source = fileURLToPath(new URL('./look.ts', import.meta.url))
  return existsSync(source) ? source : fileURLToPath(new URL('./look.js', import.meta.url))
}

const SHA = /^[0-9a-f]{64}$/
const isText = (value: unknown): value is { zh: string; en: string } =>
  typeof value === 'object' && value !== null && ['zh', 'en'].every((lang) => typeof (value as Record<string, unknown>)[lang] === 'string')

/** What the child may have said: anything else is as if it had said nothing. */
const parsed = (text: string): Looked | Refused | null => {
  try {
    const value = JSON.parse(text) as { refused?: unknown; text?: unknown; manifest?: Manifest; files?: readonly PackedFile[] }
    if (isRefusalCode(value.refused) && isText(value.text)) {
      const refused = new Refused(value.refused)
      return Object.assign(refused, { text: { zh: value.text.zh.slice(0, 1000), en: value.text.en.slice(0, 1000) } })
    }
    const { manifest, files } = value
    if (!manifest || !Array.isArray(files) || files.length === 0 || files.length > PACKAGE_LIMITS.files) return null
    const sound = files.every(
      (file: PackedFile) =>
        typeof file.path === 'string' &&
        Buffer.byteLength(file.path) <= PACKAGE_LIMITS.pathBytes &&
        SHA.test(file.sha256) &&
        Number.isSafeInteger(file.size) &&
        file.size >= 0 &&
        file.size <= PACKAGE_LIMITS.fileBytes,
    )
    const whole = ['wechat', 'douyin'].includes(manifest.platform) && typeof manifest.root === 'string' && Array.isArray(manifest.pages)
    return sound && whole ? { manifest, files } : null
  } catch {
    return null
  }
}

/** Why a child came to nothing, for people to look into; it may be tried again. */
export class ChildFailed extends Error {
  override readonly name = 'ChildFailed'
}

/**
 * Opens a package and hands it to `use` while its contents are at hand. Throws Refused when it is not accepted, ChildFailed
 * when the child broke without a word.
 */
export const openPackage = async <T>(
  bytes: Uint8Array,
  use: (opened: OpenedPackage) => Promise<T>,
  {
    stop,
    wallMs = CHILD.wallMs,
    memoryMb = CHILD.memoryMb,
  }: { readonly stop?: AbortSignal; readonly wallMs?: number; readonly memoryMb?: number } = {},
): Promise<T> => {
  if (bytes.length > PACKAGE_LIMITS.archiveBytes) throw new Refused('too-large', { limit: PACKAGE_LIMITS.archiveBytes })
  const child = program()
  const user = reachable(child) && reachable(process.execPath) ? stranger() : null
  const room = makeRoom(user)
  try {
    const file = join(room, 'package.zip')
    writeFileSync(file, bytes, { mode: 0o600 })
    if (user !== null) chownSync(file, user, user)
    const result = await confine({
      command: process.execPath,
      args: [`--max-old-space-size=${CHILD.heapMb}`, '--disable-proto=throw', '--no-warnings', child, 'open'],
      cwd: room,
      wallMs,
      memoryMb,
      outputBytes: 4_000_000,
      user,
      stop,
    })
    if (result.ended === 'time') throw new Refused('took-too-long')
    if (result.ended === 'memory' || /heap out of memory|Array buffer allocation failed/.test(result.stderr))
      throw new Refused('took-too-much')
    const said = result.code === 0 ? parsed(result.stdout) : null
    if (said instanceof Refused) throw said
    if (said === null)
      throw new ChildFailed(
        `${result.ended ?? `exit ${result.code}`}: ${result.stderr.trim().split('\n').slice(-3).join(' · ').slice(0, 500)}`,
      )
    const { ms, peakMb } = result
    return await use({
      ...said,
      ms,
      peakMb,
      content: (sha256) => (SHA.test(sha256) ? leftBehind(room, ['files', sha256], PACKAGE_LIMITS.fileBytes) : null),
    })
  } finally {
    dropRoom(room)
  }
}
