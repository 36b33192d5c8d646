/** What lies in the files of a package: unpacked within bounds, one by one, and told by its first bytes. */
import { crc32, inflateRawSync } from 'node:zlib'
import type { Entry } from './archive.ts'
import type { PackageLimits } from './limits.ts'
import { Refused } from './refusal.ts'

/** One file, of the size and checksum that the directory says, with nothing behind its end. */
export const contentOf = (bytes: Buffer, { path, start, end, deflated, size, crc }: Entry): Buffer => {
  const packed = bytes.subarray(start, end)
  let content: Buffer
  if (!deflated) content = packed
  else {
    try {
      // One byte more than it says would be a lie; it is not waited for.
      const { buffer, engine } = inflateRawSync(packed, { maxOutputLength: size + 1, info: true } as never) as unknown as {
        readonly buffer: Buffer
        readonly engine: { readonly bytesWritten: number }
      }
      if (engine.bytesWritten !== packed.length) throw new Refused('hidden-bytes', { at: start + engine.bytesWritten })
      content = buffer
    } catch (error) {
      if (error instanceof Refused) throw error
      const { code } = error as { code?: string }
      throw code === 'ERR_BUFFER_TOO_LARGE' ? new Refused('size-lies', { path }) : new Refused('broken', { reason: path })
    }
  }
  if (content.length !== size) throw new Refused('size-lies', { path })
  if (crc32(content) !== crc) throw new Refused('checksum', { path })
  return content
}

const starts = (content: Buffer, ...magics: readonly string[]): boolean =>
  magics.some((magic) => content.subarray(0, magic.length / 2).equals(Buffer.from(magic, 'hex')))
const ARCHIVES = [
  '504b0304',
  '504b0506',
  '504b0708',
  '377abcaf271c',
  '526172211a07',
  '1f8b08',
  'fd377a585a00',
  '28b52ffd',
  '4d534346',
  '425a6839',
  '425a6831',
]
const EXECUTABLES = [
  '7f454c46',
  'feedface',
  'feedfacf',
  'cefaedfe',
  'cffaedfe',
  'cafebabe',
  'dex\n'
    .split('')
    .map((c) => c.charCodeAt(0).toString(16).padStart(2, '0'))
    .join(''),
]
/** A program of DOS or Windows: the two letters alone may begin any text. */
const isPortable = (content: Buffer): boolean => {
  if (!starts(content, '4d5a') || content.length < 64) return false
  const at = content.readUInt32LE(60)
  return at + 4 <= content.length && at >= 64 && content.toString('latin1', at, at + 2) === 'PE'
}
const isTar = (content: Buffer): boolean => content.length >= 512 && content.toString('latin1', 257, 262) === 'ustar'

const PICTURES = /\.(?:png|jpe?g|gif|webp|bmp|ico|avif|heic)$/
const MEDIA = /\.(?:png|jpe?g|gif|webp|bmp|ico|avif|heic|mp3|mp4|m4a|aac|wav|ogg|silk|ttf|otf|woff2?|eot)$/
const TEXTS = /\.(?:js|ts|mjs|cjs|wxs|sjs|json|wxml|ttml|wxss|ttss|css|html?|xml|svg|txt|md|less|scss|vue|qml|graphql|csv)$/
const MARKED_UP = /\.(?:svg|xml|html?|wxml|ttml|plist)$/
/** What a browser would take for a page, whatever it is called. */
const PAGE =
  /^(?:ï»¿|\s|<!--[\s\S]{0,2000}?-->)*<(?:!doctype|html|head|body|script|iframe|svg|\?xml|img|a\s|table|div|style|title|meta|object|embed|form)\b/i
const KEY = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[\sA-Za-z0-9+/=\\nr"'+]{64}/

/** Refuses what has no place in a package, whatever it is called. */
export const refuseByContent = (path: string, content: Buffer, limits: PackageLimits): void => {
  const name = path.toLowerCase()
  if (starts(content, ...ARCHIVES) || isTar(content) || /\.(?:zip|rar|7z|tar|tgz|gz|bz2|xz|zst|cab|iso|wxapkg)$/.test(name))
    throw new Refused('nested-archive', { path })
  if (starts(content, ...EXECUTABLES) || isPortable(content) || (starts(content, '2321') && !/\.(?:js|ts|mjs|cjs)$/.test(name)))
    throw new Refused('executable', { path })
  if (MEDIA.test(name)) {
    const head = content.toString('latin1', 0, 4096)
    if (PAGE.test(head)) throw new Refused('other-content', { path, is: { zh: '网页', en: 'a page' } })
    if (starts(content, '25504446')) throw new Refused('other-content', { path, is: { zh: 'PDF', en: 'a PDF' } })
  }
  if (PICTURES.test(name)) refusePicture(path, content, limits)
  if (TEXTS.test(name) || MARKED_UP.test(name)) {
    const text = content.toString('utf8')
    if (MARKED_UP.test(name) && /<!ENTITY\b|<!DOCTYPE[^>[]*\[/i.test(text)) throw new Refused('entities', { path })
    if (
      name.endsWith('.svg') &&
      /<script\b|\son[a-z]+\s*=|(?:href|src)\s*=\s*["']?\s*(?:javascript|data:text\/html):|<foreignobject\b/i.test(text)
    )
      throw new Refused('script-in-picture', { path })
    if (content.includes('PRIVATE KEY-----') && KEY.test(text)) throw new Refused('secret', { path })
  }
}

/** The measures that a picture claims: what decodes it later would make room for them. */
const refusePicture = (path: string, content: Buffer, limits: PackageLimits): void => {
  const measures = measuresOf(content)
  if (measures !== null && measures.width * measures.height > limits.pixels)
    throw new Refused('picture-size', { path, reason: `${measures.width}×${measures.height}` })
  const frames = starts(content, '474946') ? gifFrames(content) : 0
  if (frames > 2000) throw new Refused('picture-size', { path, reason: { zh: `${frames} 帧以上`, en: `${frames} frames or more` } })
}
const measuresOf = (content: Buffer): { readonly width: number; readonly height: number } | null => {
  if (starts(content, '89504e470d0a1a0a') && content.length >= 24)
    return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) }
  if (starts(content, '474946') && content.length >= 10) return { width: content.readUInt16LE(6), height: content.readUInt16LE(8) }
  if (starts(content, '424d') && content.length >= 26)
    return { width: Math.abs(content.readInt32LE(18)), height: Math.abs(content.readInt32LE(22)) }
  if (starts(content, '52494646') && content.length >= 30 && content.toString('latin1', 8, 15) === 'WEBPVP8') {
    if (content[15] === 0x58) return { width: content.readUIntLE(24, 3) + 1, height: content.readUIntLE(27, 3) + 1 }
    if (content[15] === 0x20) return { width: content.readUInt16LE(26) & 0x3fff, height: content.readUInt16LE(28) & 0x3fff }
    return null
  }
  if (starts(content, 'ffd8')) {
    for (let at = 2; at + 9 < content.length && content[at] === 0xff; ) {
      const kind = content[at + 1]!
      if (kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind))
        return { width: content.readUInt16BE(at + 7), height: content.readUInt16BE(at + 5) }
      at += 2 + (kind === 0xff ? -1 : content.readUInt16BE(at + 2))
    }
  }
  return null
}
/** Frames of a GIF by their marks, counted no further than matters. */
const gifFrames = (content: Buffer): number => {
  let count = 0
  for (
    let at = content.indexOf(Buffer.from('21f904', 'hex'));
    at >= 0 && count <= 2000;
    at = content.indexOf(Buffer.from('21f904', 'hex'), at + 3)
  )
    count++
  return count
}
