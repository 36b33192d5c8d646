/** The files of a package, each by the hash that intake wrote down; and what a check or a run left behind. */
import type { checksNow } from '../store/pages.ts'
import { filesOf } from '../store/versions.ts'
import { Refusal } from './errors.ts'
import type { Services } from './options.ts'

const TEXT_MOST = 1_000_000
const RECORD_MOST = 64_000_000

export const fileRows = async ({ store }: Services, version: string) => ({
  items: (await filesOf(store, version)).map(({ path, sha256, size }) => ({ path, sha256, bytes: size })),
  next: null,
})

/** The text of one file; of a binary one there is none, and of a long one the beginning. */
export const readText = async ({ store, blobs }: Services, version: string, path: string) => {
  const row = (await filesOf(store, version)).find((one) => one.path === path)
  if (!row) throw new Refusal('not-found')
  const plain = { path: row.path, sha256: row.sha256, bytes: row.size }
  if (row.size > 12_000_000) return { ...plain, text: null, binary: false, cut: true }
  const bytes = await blobs.read(row.sha256, 12_000_000)
  const head = bytes.subarray(0, 8192)
  if (head.includes(0)) return { ...plain, text: null, binary: true, cut: false }
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, TEXT_MOST))
  return { ...plain, text, binary: false, cut: bytes.length > TEXT_MOST }
}

/** The record of the check that saw the most; null when none has ended. */
export const runRecord = async <T extends object>(
  { blobs, log }: Services,
  checks: Awaited<ReturnType<typeof checksNow>>,
): Promise<T | null> => {
  const one = ['run', 'pictures', 'static', 'preview']
    .map((name) => checks.find(({ check, state, result_sha256 }) => check === name && state === 'done' && result_sha256 !== null))
    .find(Boolean)
  if (!one) return null
  try {
    return JSON.parse((await blobs.read(one.result_sha256!, RECORD_MOST)).toString('utf8')) as T
  } catch (error) {
    // One record that cannot be read does not take the page with it.
    log.error({ error, check: one.id }, 'a record of a check cannot be read')
    return null
  }
}
