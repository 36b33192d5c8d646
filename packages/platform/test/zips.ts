/** Zip files for tests, written byte by byte: sound ones, and ones that lie in every way that a field can. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string | Buffer
  readonly content?: Buffer | string
  /** The packed bytes as they are. */
  readonly packed?: Buffer
  readonly method?: number
  readonly flags?: number
  readonly size?: number
  readonly packedSize?: number
  readonly crc?: number
  readonly attributes?: number
  readonly madeBy?: number
  readonly extra?: Buffer
  readonly comment?: string
  /** What the local header says otherwise. */
  readonly local?: Partial<{
    name: string | Buffer
    size: number
    packedSize: number
    crc: number
    method: number
    flags: number
    extra: Buffer
  }>
  /** Take the data of this entry's local header from elsewhere: an offset into the file. */
  readonly offset?: number
  /** No local header and no data: the directory alone speaks of it. */
  readonly ghost?: boolean
  readonly descriptor?: Buffer
}
export interface ZipOptions {
  readonly before?: Buffer
  readonly between?: Buffer
  readonly after?: Buffer
  readonly comment?: string
  readonly count?: number
  readonly directoryShift?: number
}
const bytesOf = (value: string | Buffer) => (typeof value === 'string' ? Buffer.from(value) : value)

/** Writes a zip file as it is told, true or not. */
export const zip = (entries: readonly ZipEntry[], options: ZipOptions = {}): Buffer => {
  const parts: Buffer[] = [options.before ?? Buffer.alloc(0)]
  const directory: Buffer[] = []
  let at = parts[0]!.length
  for (const entry of entries) {
    const name = bytesOf(entry.name)
    const content = bytesOf(entry.content ?? '')
    const method = entry.method ?? (name.at(-1) === 0x2f ? 0 : 8)
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(content) : content)
    const crc = entry.crc ?? crc32(content)
    const size = entry.size ?? content.length
    const packedSize = entry.packedSize ?? packed.length
    const flags = entry.flags ?? 0x800
    const extra = entry.extra ?? Buffer.alloc(0)
    const here = entry.offset ?? at
    if (!entry.ghost && entry.offset === undefined) {
      const local = { name, size, packedSize, crc, method, flags, extra, ...entry.local }
      const localName = bytesOf(local.name)
      const head = Buffer.alloc(30)
      head.writeUInt32LE(0x04034b50, 0)
      head.writeUInt16LE(20, 4)
      head.writeUInt16LE(local.flags, 6)
      head.writeUInt16LE(local.method, 8)
      head.writeUInt32LE(local.crc >>> 0, 14)
      head.writeUInt32LE(local.packedSize >>> 0, 18)
      head.writeUInt32LE(local.size >>> 0, 22)
      head.writeUInt16LE(localName.length, 26)
      head.writeUInt16LE(local.extra.length, 28)
      const all = Buffer.concat([head, localName, local.extra, packed, entry.descriptor ?? Buffer.alloc(0)])
      parts.push(all)
      at += all.length
    }
    const row = Buffer.alloc(46)
    row.writeUInt32LE(0x02014b50, 0)
    row.writeUInt16LE(entry.madeBy ?? 0x031e, 4)
    row.writeUInt16LE(20, 6)
    row.writeUInt16LE(flags, 8)
    row.writeUInt16LE(method, 10)
    row.writeUInt32LE(crc >>> 0, 16)
    row.writeUInt32LE(packedSize >>> 0, 20)
    row.writeUInt32LE(size >>> 0, 24)
    row.writeUInt16LE(name.length, 28)
    row.writeUInt16LE(extra.length, 30)
    row.writeUInt16LE((entry.comment ?? '').length, 32)
    row.writeUInt32LE((entry.attributes ?? (name.at(-1) === 0x2f ? 0o40755 : 0o100644) * 0x10000) >>> 0, 38)
    row.writeUInt32LE(here >>> 0, 42)
    directory.push(row, name, extra, Buffer.from(entry.comment ?? ''))
  }
  const between = options.between ?? Buffer.alloc(0)
  const rows = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(options.count ?? entries.length, 0xffff), 8)
  end.writeUInt16LE(Math.min(options.count ?? entries.length, 0xffff), 10)
  end.writeUInt32LE(rows.length, 12)
  end.writeUInt32LE((at + between.length + (options.directoryShift ?? 0)) >>> 0, 16)
  end.writeUInt16LE((options.comment ?? '').length, 20)
  return Buffer.concat([...parts, between, rows, end, Buffer.from(options.comment ?? ''), options.after ?? Buffer.alloc(0)])
}

/** A small sound program. */
export const PROGRAM: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({ pages: ['pages/home/home'], window: { navigationBarTitleText: '茶馆' } }),
  'app.js': 'App({})\n',
  'pages/home/home.json': '{}',
  'pages/home/home.js': 'Page({ data: { tea: "龙井" } })\n',
  'pages/home/home.wxml': '<view><text>今日好茶：{{tea}}</text></view>\n',
  'pages/home/home.wxss': 'view { padding: 20rpx }\n',
}
export const entriesOf = (files: Readonly<Record<string, string | Buffer>>): readonly ZipEntry[] =>
  Object.entries(files).map(([name, content]) => ({ name, content }))
/** The sound program with something beside it. */
export const withProgram = (...more: readonly ZipEntry[]): readonly ZipEntry[] => [...entriesOf(PROGRAM), ...more]

/** A folder as a package, sorted; what lies beside the program is left out. */
export const zipFolder = (folder: string, more: Readonly<Record<string, string | Buffer>> = {}): Buffer => {
  const files: Record<string, Buffer | string> = {}
  const walk = (below: string): void => {
    for (const name of readdirSync(join(folder, below)).sort()) {
      const path = below === '' ? name : `${below}/${name}`
      if (statSync(join(folder, path)).isDirectory()) walk(path)
      else if (!/(?:^|\/)(?:listing\.json|menshen\.json|\.menshenignore|expect\.json|README\.md)$/.test(path))
        files[path] = readFileSync(join(folder, path))
    }
  }
  walk('')
  return zip(entriesOf({ ...files, ...more }))
}
