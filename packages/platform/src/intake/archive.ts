/**
 * A zip file read as strictly as can be: one directory at the end, one local header for each entry that says the same,
 * all bytes accounted for and none twice. What two readers could read in two ways is refused. Only numbers and names are
 * looked at here; nothing is unpacked.
 */
import type { PackageLimits } from './limits.ts'
import { NameBook, refuseByName, unsafeName } from './names.ts'
import { Refused } from './refusal.ts'

export interface Entry {
  readonly path: string
  /** Where the packed bytes begin and end. */
  readonly start: number
  readonly end: number
  readonly deflated: boolean
  readonly size: number
  readonly crc: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const DESCRIPTOR = 0x08074b50
const END_BYTES = 22
const UTF8 = 0x800
const WITH_DESCRIPTOR = 0x8
/** Encrypted, patched, strongly encrypted, with a masked directory. */
const CLOSED = 0x1 | 0x20 | 0x40 | 0x2000
/** The bits by which compression levels are told; and those above. */
const KNOWN = 0x6 | WITH_DESCRIPTOR | UTF8
const MAX32 = 0xffffffff

/** Times and owners, as usual tools write them: by id, the sizes that they may have. Nothing else is carried. */
const EXTRAS: ReadonlyMap<number, readonly number[]> = new Map([
  [0x5455, [1, 5, 9, 13]],
  [0x7875, [3, 5, 7, 9, 11, 15]],
  [0x5855, [8, 12]],
  [0x7855, [0, 4]],
  [0x000a, [32]],
  // A jar's mark, written by Java's own tools.
  [0xcafe, [0]],
])

/** The files of an archive, or why it is refused. Folders are checked and left out. */
export const readArchive = (bytes: Buffer, limits: PackageLimits): readonly Entry[] => {
  if (bytes.length > limits.archiveBytes) throw new Refused('too-large', { limit: limits.archiveBytes })
  if (bytes.length < END_BYTES || bytes.readUInt32LE(0) !== LOCAL) throw new Refused('not-a-zip')
  const end = findEnd(bytes)
  const [disk, startDisk, here, count] = [4, 6, 8, 10].map((at) => bytes.readUInt16LE(end + at)) as [number, number, number, number]
  const [size, offset] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)]
  if (count === 0xffff || here === 0xffff || size === MAX32 || offset === MAX32) throw new Refused('zip64')
  if (end >= 20 && bytes.readUInt32LE(end - 20) === 0x07064b50) throw new Refused('zip64')
  if (disk !== 0 || startDisk !== 0 || here !== count) throw new Refused('broken', { reason: 'parts' })
  if (offset + size !== end) throw new Refused('hidden-bytes', { at: Math.min(offset + size, end) })
  // Folders count too: a thousand empty ones are no program.
  if (count > limits.files * 2) throw new Refused('too-many', { limit: limits.files })

  const entries: Entry[] = []
  const regions: { readonly from: number; readonly to: number; readonly path: string }[] = []
  const names = new NameBook()
  let unpacked = 0
  let at = offset
  for (let n = 1; n <= count; n++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw new Refused('broken', { reason: `directory entry ${n}` })
    const row = centralRow(bytes, at, n)
    at += row.length
    if (at > end) throw new Refused('broken', { reason: `directory entry ${n}` })
    const { path, folder } = row
    const reason = unsafeName(path, limits)
    if (reason !== null) throw new Refused('unsafe-name', { path, reason })
    names.add(path, folder)
    refuseByName(path)
    checkRow(row)
    const data = localRow(bytes, row, offset)
    regions.push({ from: row.offset, to: data.to, path })
    if (folder) {
      if (row.size !== 0 || row.packed > 2) throw new Refused('two-stories', { path, reason: 'folder' })
      continue
    }
    unpacked += row.size
    if (row.size > limits.fileBytes) throw new Refused('bomb', { path, reason: `${row.size} > ${limits.fileBytes}` })
    if (unpacked > limits.bytes) throw new Refused('bomb', { path, reason: `${unpacked} > ${limits.bytes}` })
    if (row.size > limits.ratioFrom && row.size > row.packed * limits.ratio)
      throw new Refused('bomb', { path, reason: `${row.packed} → ${row.size}` })
    entries.push({ path, start: data.start, end: data.end, deflated: row.method === 8, size: row.size, crc: row.crc })
    if (entries.length > limits.files) throw new Refused('too-many', { limit: limits.files })
  }
  if (at !== end) throw new Refused('hidden-bytes', { at })
  if (unpacked > limits.ratioFrom && unpacked > bytes.length * limits.ratio)
    throw new Refused('bomb', { path: '*', reason: `${bytes.length} → ${unpacked}` })
  accountFor(regions, offset)
  if (entries.length === 0) throw new Refused('no-program')
  return entries
}

/** The end record: the last bytes of the file, without a comment, and the only one that claims to be it. */
const findEnd = (bytes: Buffer): number => {
  const end = bytes.length - END_BYTES
  if (bytes.readUInt32LE(end) === END) {
    if (bytes.readUInt16LE(end + 20) !== 0) throw new Refused('broken', { reason: 'end' })
    return end
  }
  // Elsewhere: something stands behind it, or the file was cut.
  const lowest = Math.max(0, bytes.length - END_BYTES - 0xffff)
  for (let at = end; at >= lowest; at--)
    if (bytes.readUInt32LE(at) === END) {
      const comment = bytes.readUInt16LE(at + 20)
      throw comment > 0 && at + END_BYTES + comment === bytes.length
        ? new Refused('comment')
        : new Refused('hidden-bytes', { at: at + END_BYTES })
    }
  throw new Refused('broken', { reason: 'no end' })
}

interface Row {
  readonly path: string
  readonly folder: boolean
  readonly name: Buffer
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly attributes: number
  readonly madeOn: number
  readonly offset: number
  readonly length: number
}
const centralRow = (bytes: Buffer, at: number, n: number): Row => {
  const u16 = (offset: number) => bytes.readUInt16LE(at + offset)
  const u32 = (offset: number) => bytes.readUInt32LE(at + offset)
  const [nameBytes, extraBytes, commentBytes] = [u16(28), u16(30), u16(32)]
  const name = bytes.subarray(at + 46, at + 46 + nameBytes)
  let whole: string
  try {
    whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name)
  } catch {
    throw new Refused('name-encoding', { n })
  }
  const folder = whole.endsWith('/')
  const path = folder ? whole.slice(0, -1) : whole
  if (commentBytes > 0) throw new Refused('comment')
  if (u16(34) !== 0) throw new Refused('broken', { reason: 'parts' })
  checkExtras(bytes.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes), path)
  const [packed, size, offset] = [u32(20), u32(24), u32(42)]
  if (packed === MAX32 || size === MAX32 || offset === MAX32) throw new Refused('zip64')
  return {
    path,
    folder,
    name,
    flags: u16(8),
    method: u16(10),
    crc: u32(16),
    packed,
    size,
    attributes: u32(38),
    madeOn: u16(4) >>> 8,
    offset,
    length: 46 + nameBytes + extraBytes + commentBytes,
  }
}

const checkExtras = (extra: Buffer, path: string): void => {
  let at = 0
  while (at < extra.length) {
    // Some tools fill up with zeros of fewer than four bytes.
    if (extra.length - at < 4) {
      if (extra.subarray(at).some((byte) => byte !== 0)) throw new Refused('extra-data', { path, reason: '?' })
      return
    }
    const [id, size] = [extra.readUInt16LE(at), extra.readUInt16LE(at + 2)]
    if (id === 1) throw new Refused('zip64')
    if (!EXTRAS.get(id)?.includes(size) || at + 4 + size > extra.length)
      throw new Refused('extra-data', { path, reason: `0x${id.toString(16).padStart(4, '0')}, ${size}` })
    at += 4 + size
  }
}

/** Kinds of a file as Unix writes them. */
const KINDS: Readonly<Record<number, 'file' | 'folder'>> = { 0: 'file', 8: 'file', 4: 'folder' }
const checkRow = ({ path, folder, flags, method, packed, size, attributes, madeOn }: Row): void => {
  if ((flags & CLOSED) !== 0) throw new Refused('encrypted', { path })
  if ((flags & ~KNOWN) !== 0) throw new Refused('two-stories', { path, reason: `flags 0x${flags.toString(16)}` })
  if (method !== 0 && method !== 8) throw new Refused('method', { path, method })
  if (method === 0 && packed !== size) throw new Refused('size-lies', { path })
  // The upper half is Unix’s where it was made on Unix or a Mac; some tools fill it whatever they say.
  const kind = (attributes >>> 28) & 0xf
  if (madeOn === 3 || madeOn === 19 || kind !== 0) {
    const is = KINDS[kind]
    if (is === undefined || (kind !== 0 && (is === 'folder') !== folder)) throw new Refused('not-a-file', { path })
  }
  // A folder by the mark of DOS that has the name of a file; a volume label.
  if (((attributes & 0x10) !== 0 && !folder) || (attributes & 0x08) !== 0) throw new Refused('not-a-file', { path })
}

/** The local header says the same as the directory, and its data ends where it must. */
const localRow = (bytes: Buffer, row: Row, directory: number): { readonly start: number; readonly end: number; readonly to: number } => {
  const { path, offset } = row
  const differs = (reason: string): never => {
    throw new Refused('two-stories', { path, reason })
  }
  if (offset + 30 > directory || bytes.readUInt32LE(offset) !== LOCAL) throw new Refused('broken', { reason: 'header' })
  const u16 = (at: number) => bytes.readUInt16LE(offset + at)
  const u32 = (at: number) => bytes.readUInt32LE(offset + at)
  const [nameBytes, extraBytes] = [u16(26), u16(28)]
  const start = offset + 30 + nameBytes + extraBytes
  const end = start + row.packed
  if (end > directory) throw new Refused('broken', { reason: 'length' })
  if (!bytes.subarray(offset + 30, offset + 30 + nameBytes).equals(row.name)) differs('name')
  checkExtras(bytes.subarray(offset + 30 + nameBytes, start), path)
  if (u16(6) !== row.flags) differs('flags')
  if (u16(8) !== row.method) differs('method')
  const later = (row.flags & WITH_DESCRIPTOR) !== 0
  const fields = [
    [u32(14), row.crc, 'crc'],
    [u32(18), row.packed, 'size'],
    [u32(22), row.size, 'size'],
  ] as const
  for (const [local, central, name] of fields) if (local !== central && !(later && local === 0)) differs(name)
  if (!later) return { start, end, to: end }
  // What was not known at the beginning stands behind, with or without a mark.
  const marked = end + 4 <= directory && bytes.readUInt32LE(end) === DESCRIPTOR
  const at = marked ? end + 4 : end
  if (at + 12 > directory) throw new Refused('broken', { reason: 'descriptor' })
  if (bytes.readUInt32LE(at) !== row.crc || bytes.readUInt32LE(at + 4) !== row.packed || bytes.readUInt32LE(at + 8) !== row.size)
    differs('descriptor')
  return { start, end, to: at + 12 }
}

/** From the first byte to the directory each belongs to one entry. */
const accountFor = (regions: readonly { readonly from: number; readonly to: number; readonly path: string }[], directory: number): void => {
  let at = 0
  for (const { from, to, path } of [...regions].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) throw new Refused('overlap', { path })
    if (from > at) throw new Refused('hidden-bytes', { at })
    at = to
  }
  if (at !== directory) throw new Refused('hidden-bytes', { at })
}
