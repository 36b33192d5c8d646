/**
 * A zip file as Files. The archive is a stranger's: names are checked before anything is unpacked, sizes are bounded
 * by the directory and again while inflating, and nothing is ever written to the disk.
 */
import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { MAX_TEXT } from '../program/decode.ts'
import { IgnoreList } from '../program/glob.ts'
import { textWithProblems } from '../program/memory.ts'
import type { Files, Problem } from '../program/types.ts'
import { InputError } from './input-error.ts'
import { IGNORE_FILE, type Limits, MAX_UNPACKED, SKIPPED_FOLDERS } from './limits.ts'

const SYMLINK = 0xa000
const FILE_TYPE = 0xf000
const STORED = 0
const DEFLATED = 8
const UTF8_NAME = 0x800
const UNICODE_PATH = 0x7075

interface Listed {
  readonly path: string
  readonly entry: Entry
}

/** Unpacks a zip file, given as a path or as bytes, into memory. One folder around everything is taken off. */
export async function openZip(source: string | Uint8Array, name: string, limits: Limits): Promise<Files> {
  const zip = await open(source)
  try {
    const problems: Problem[] = []
    const listed = await list(zip, name, limits, problems)
    const top = commonFolder(listed)
    const contents = await unpack(zip, keep(listed, top), limits)
    const kept = ignore(contents, limits)
    return archiveFiles(
      top ? top.slice(0, -1) : name,
      kept,
      contents.size - kept.size,
      problems.map((problem) => below(problem, top)),
    )
  } finally {
    zip.close()
  }
}

function open(source: string | Uint8Array): Promise<ZipFile> {
  return new Promise((done, fail) => {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }
    const answer = (error: Error | null, zip?: ZipFile): void => {
      if (error || !zip) fail(new InputError('zip-broken', { reason: error?.message ?? '' }))
      else done(zip)
    }
    if (typeof source === 'string') yauzl.open(source, options, answer)
    else yauzl.fromBuffer(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options, answer)
  })
}

// ---- the directory ----------------------------------------------------------------------------------------------

/** All files of the archive by its directory, each name checked, before anything is unpacked. */
async function list(zip: ZipFile, name: string, limits: Limits, problems: Problem[]): Promise<Listed[]> {
  if (zip.entryCount > limits.files * 4) throw new InputError('too-many-files', { path: name, limit: String(limits.files) })
  const listed: Listed[] = []
  const seen = new Map<string, string>()
  const folders = new Map<string, string>()
  let unpacked = 0
  await eachEntry(zip, (entry) => {
    const path = nameOfEntry(entry)
    const reason = unsafe(path)
    if (reason !== null) throw new InputError('zip-unsafe-name', { entry: path, reason })
    if (path.endsWith('/')) return
    const lower = path.toLowerCase()
    const other = seen.get(lower) ?? folders.get(lower)
    if (other !== undefined) throw new InputError('zip-name-clash', { entry: path, other })
    seen.set(lower, path)
    for (let slash = lower.indexOf('/'); slash >= 0; slash = lower.indexOf('/', slash + 1)) {
      const file = seen.get(lower.slice(0, slash))
      if (file !== undefined) throw new InputError('zip-name-clash', { entry: path, other: file })
      folders.set(lower.slice(0, slash), path)
    }
    if (path.split('/').length - 1 > limits.depth) throw new InputError('zip-unsafe-name', { entry: path, reason: `> ${limits.depth}` })
    if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK) {
      problems.push({ kind: 'symlink-outside', at: { file: path, start: 0, end: 0 }, data: { path }, hides: true })
      return
    }
    if (isSkipped(path)) return
    if (entry.isEncrypted()) throw new InputError('zip-encrypted', { entry: path })
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
      throw new InputError('zip-method', { entry: path, method: String(entry.compressionMethod) })
    }
    unpacked += entry.uncompressedSize
    bound(unpacked, zip.fileSize, path, entry.uncompressedSize, limits)
    listed.push({ path, entry })
    if (listed.length > limits.files) throw new InputError('too-many-files', { path: name, limit: String(limits.files) })
  })
  return listed
}

function eachEntry(zip: ZipFile, visit: (entry: Entry) => void): Promise<void> {
  return new Promise((done, fail) => {
    zip.on('error', (error: Error) => fail(new InputError('zip-broken', { reason: error.message })))
    zip.on('end', () => done())
    zip.on('entry', (entry: Entry) => {
      try {
        visit(entry)
        zip.readEntry()
      } catch (error) {
        fail(error)
      }
    })
    zip.readEntry()
  })
}

/** Chinese Windows tools write names in GBK without saying so; UTF-8 is tried first. */
function nameOfEntry(entry: Entry): string {
  const raw = entry.fileNameRaw
  if (entry.extraFields.some((field) => field.id === UNICODE_PATH)) {
    return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true)
  }
  try {
    return new TextDecoder('utf-8', { fatal: (entry.generalPurposeBitFlag & UTF8_NAME) === 0, ignoreBOM: true }).decode(raw)
  } catch {
    return new TextDecoder('gbk').decode(raw)
  }
}

/** Why a name must not be used, or null. */
function unsafe(path: string): string | null {
  if (path === '') return '""'
  if (path.includes('\0')) return 'NUL'
  if (path.includes('\\')) return '\\'
  if (path.startsWith('/')) return '/'
  if (/^[A-Za-z]:/.test(path)) return path.slice(0, 2)
  const parts = path.replace(/\/$/, '').split('/')
  if (parts.includes('..')) return '..'
  if (parts.includes('.') || parts.includes('')) return './'
  return path.length > 1000 ? '> 1000' : null
}

const isSkipped = (path: string): boolean => path.split('/').some((part) => SKIPPED_FOLDERS.has(part)) || path.endsWith('.DS_Store')

/** The folder that holds every file, with its slash; '' when there is none. */
function commonFolder(listed: readonly Listed[]): string {
  const first = listed[0]?.path ?? ''
  const folder = first.slice(0, first.indexOf('/') + 1)
  return folder !== '' && listed.every(({ path }) => path.startsWith(folder)) ? folder : ''
}

const keep = (listed: readonly Listed[], top: string): Listed[] =>
  listed.map(({ path, entry }) => ({ path: path.slice(top.length), entry }))

function below(problem: Problem, top: string): Problem {
  const file = problem.at.file.startsWith(top) ? problem.at.file.slice(top.length) : problem.at.file
  return { ...problem, at: { ...problem.at, file }, data: { ...problem.data, path: file } }
}

// ---- the contents -----------------------------------------------------------------------------------------------

/** Throws when the archive grows beyond the bounds. */
function bound(unpacked: number, packed: number, path: string, size: number, limits: Limits): void {
  if (size > limits.fileBytes) throw new InputError('zip-bomb', { reason: `${path}: ${size} > ${limits.fileBytes}` })
  const most = Math.min(limits.bytes, MAX_UNPACKED)
  if (unpacked > most) throw new InputError('zip-bomb', { reason: `${unpacked} > ${most}` })
  if (unpacked > limits.ratioFrom && unpacked > packed * limits.ratio) {
    throw new InputError('zip-bomb', { reason: `${path}: ${packed} → ${unpacked}` })
  }
}

async function unpack(zip: ZipFile, listed: readonly Listed[], limits: Limits): Promise<Map<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>()
  let unpacked = 0
  for (const { path, entry } of listed) {
    const content = await inflate(zip, entry, path, (size) => bound(unpacked + size, zip.fileSize, path, size, limits))
    unpacked += content.length
    contents.set(path, content)
  }
  return contents
}

function inflate(zip: ZipFile, entry: Entry, path: string, check: (size: number) => void): Promise<Uint8Array> {
  return new Promise((done, fail) => {
    const broken = (error: Error): void =>
      fail(error instanceof InputError ? error : new InputError('zip-broken', { reason: `${path}: ${error.message}` }))
    zip.openReadStream(entry, (error: Error | null, stream: Readable | undefined) => {
      if (error || !stream) return broken(error ?? new Error('no data'))
      const chunks: Uint8Array[] = []
      let size = 0
      stream.on('error', broken)
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        try {
          check(size)
          chunks.push(chunk)
        } catch (reason) {
          stream.destroy(reason as Error)
        }
      })
      stream.on('end', () => done(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size)))
    })
  })
}

function ignore(contents: Map<string, Uint8Array>, limits: Limits): Map<string, Uint8Array> {
  const list = limits.honourIgnore ? contents.get(IGNORE_FILE) : undefined
  if (!list) return contents
  const rules = new IgnoreList(new TextDecoder().decode(list.subarray(0, 100_000)))
  return new Map([...contents].filter(([path]) => !rules.ignoresFile(path)))
}

function archiveFiles(name: string, contents: ReadonlyMap<string, Uint8Array>, leftOut: number, problems: Problem[]): Files {
  const paths = [...contents.keys()].sort()
  const texts = new Map<string, string | undefined>()
  return {
    name,
    origin: 'zip',
    list: () => paths,
    has: (path) => contents.has(path),
    size: (path) => contents.get(path)?.length ?? 0,
    bytes: (path) => contents.get(path),
    text(path) {
      if (texts.has(path)) return texts.get(path)
      const content = contents.get(path)
      const text = content && content.length <= MAX_TEXT ? textWithProblems(path, content, problems) : undefined
      texts.set(path, text)
      return text
    },
    problems: () => problems,
    leftOut: () => ({ files: leftOut, folders: 0 }),
  }
}
