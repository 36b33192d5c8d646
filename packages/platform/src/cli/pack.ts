/** A program's folder as a package: sorted, without times or owners, so that the same files are the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib'
import { openFiles } from '../../../menshen/src/io/files.ts'
import { PACKAGE_LIMITS } from '../intake/limits.ts'
import { Told } from './words.ts'

/** What lies beside a program and is no part of it. */
const BESIDE =
  /(?:^|\/)(?:listing\.json|menshen\.json|menshen-baseline\.json|\.menshenignore|\.gitignore|\.DS_Store|project\.private\.config\.json)$/

/** A zip file of these contents, as any reader reads it. */
export const zipOf = (files: readonly (readonly [string, Uint8Array])[]): Buffer => {
  const parts: Buffer[] = []
  const rows: Buffer[] = []
  let at = 0
  for (const [path, content] of files) {
    const name = Buffer.from(path)
    const squeezed = deflateRawSync(content, { level: 9 })
    const deflated = squeezed.length < content.length
    const packed = deflated ? squeezed : Buffer.from(content)
    // Signature, needed, flags (UTF-8), method, time, day, checksum, sizes, length of the name, of the rest.
    const fields = (out: Buffer, from: number): void => {
      out.writeUInt16LE(20, from)
      out.writeUInt16LE(0x800, from + 2)
      out.writeUInt16LE(deflated ? 8 : 0, from + 4)
      out.writeUInt16LE(0, from + 6)
      // The first day that the form knows.
      out.writeUInt16LE(0x21, from + 8)
      out.writeUInt32LE(crc32(content), from + 10)
      out.writeUInt32LE(packed.length, from + 14)
      out.writeUInt32LE(content.length, from + 18)
      out.writeUInt16LE(name.length, from + 22)
    }
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    fields(local, 4)
    const row = Buffer.alloc(46)
    row.writeUInt32LE(0x02014b50, 0)
    row.writeUInt16LE(0x0314, 4)
    fields(row, 6)
    row.writeUInt32LE((0o100644 * 0x10000) >>> 0, 38)
    row.writeUInt32LE(at, 42)
    parts.push(local, name, packed)
    rows.push(row, name)
    at += local.length + name.length + packed.length
  }
  const directory = Buffer.concat(rows)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}

/** Packs a folder, leaving out what is no part of the program; more than a package may hold is said before it is sent. */
export const packFolder = async (folder: string): Promise<Buffer> => {
  const files = await openFiles(folder)
  const paths = files.list().filter((path) => !BESIDE.test(path))
  if (paths.length === 0) throw new Told({ zh: `${folder} 里没有文件`, en: `there are no files in ${folder}` })
  if (paths.length > PACKAGE_LIMITS.files)
    throw new Told({
      zh: `文件超过 ${PACKAGE_LIMITS.files} 个，请指定小程序所在的文件夹，或用 .menshenignore 排除`,
      en: `more than ${PACKAGE_LIMITS.files} files: name the folder of the program, or leave some out by .menshenignore`,
    })
  const zip = zipOf(paths.sort().map((path) => [path, files.bytes(path) ?? new Uint8Array()] as const))
  if (zip.length > PACKAGE_LIMITS.archiveBytes)
    throw new Told({
      zh: `代码包超过 ${PACKAGE_LIMITS.archiveBytes} 字节`,
      en: `the package is larger than ${PACKAGE_LIMITS.archiveBytes} bytes`,
    })
  return zip
}
