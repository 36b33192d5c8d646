/** Format and size from the first bytes, so that nothing huge is ever decoded. */
import type { PictureHeader } from './types.ts'

const ascii = (bytes: Uint8Array, from: number, text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (bytes[from + i] !== text.charCodeAt(i)) return false
  return true
}

/** What the bytes are, by themselves and not by the file's name; undefined for what is no picture that we know. */
export const headerOf = (bytes: Uint8Array): PictureHeader | undefined => {
  const at = (i: number): number => bytes[i] ?? 0
  const big = (i: number): number => at(i) * 0x1000000 + ((at(i + 1) << 16) | (at(i + 2) << 8) | at(i + 3))
  const short = (i: number): number => (at(i) << 8) | at(i + 1)
  const little = (i: number): number => at(i) | (at(i + 1) << 8)
  if (at(0) === 0x89 && ascii(bytes, 1, 'PNG\r\n') && ascii(bytes, 12, 'IHDR')) return { format: 'png', width: big(16), height: big(20) }
  if (ascii(bytes, 0, 'GIF8') && bytes.length >= 10) return { format: 'gif', width: little(6), height: little(8) }
  if (at(0) === 0xff && at(1) === 0xd8) return jpegHeader(bytes, at, short)
  if (ascii(bytes, 0, 'RIFF') && ascii(bytes, 8, 'WEBP')) {
    if (ascii(bytes, 12, 'VP8 ')) return { format: 'webp', width: little(26) & 0x3fff, height: little(28) & 0x3fff }
    if (ascii(bytes, 12, 'VP8L')) {
      const bits = at(21) | (at(22) << 8) | (at(23) << 16)
      return { format: 'webp', width: (bits & 0x3fff) + 1, height: (((bits >> 14) | (at(24) << 10)) & 0x3fff) + 1 }
    }
    if (ascii(bytes, 12, 'VP8X')) return { format: 'webp', width: 1 + little(24) + (at(26) << 16), height: 1 + little(27) + (at(29) << 16) }
    return undefined
  }
  return svgHeader(bytes)
}

/** The frame header stands behind any number of other segments. */
const jpegHeader = (bytes: Uint8Array, at: (i: number) => number, short: (i: number) => number): PictureHeader | undefined => {
  for (let i = 2, steps = 0; i + 9 < bytes.length && steps < 500; steps++) {
    if (at(i) !== 0xff) return undefined
    const marker = at(i + 1)
    if (marker === 0xff) i++
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { format: 'jpeg', width: short(i + 7), height: short(i + 5) }
    else i += 2 + short(i + 2)
  }
  return undefined
}

const svgHeader = (bytes: Uint8Array): PictureHeader | undefined => {
  let text = ''
  for (let i = 0; i < Math.min(bytes.length, 2000); i++) text += String.fromCharCode(bytes[i] ?? 0)
  const open = /<svg\b[^>]{0,1500}>/i.exec(text)?.[0]
  if (open === undefined) return undefined
  const side = (name: string): number => Number.parseFloat(new RegExp(`\\b${name}\\s*=\\s*["']([\\d.]{1,9})`, 'i').exec(open)?.[1] ?? '')
  const view = /viewBox\s*=\s*["'][-\d.]{1,12}[\s,]+[-\d.]{1,12}[\s,]+([\d.]{1,12})[\s,]+([\d.]{1,12})/i.exec(open)
  const width = side('width') || Number.parseFloat(view?.[1] ?? '')
  const height = side('height') || Number.parseFloat(view?.[2] ?? '')
  return { format: 'svg', width: Number.isFinite(width) ? Math.round(width) : 0, height: Number.isFinite(height) ? Math.round(height) : 0 }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
/** The words of an SVG's text elements, one line each; nothing in it is run or loaded. */
export const svgLines = (source: string): readonly string[] => {
  const out: string[] = []
  for (const [, body] of source.slice(0, 500_000).matchAll(/<text\b[^>]{0,2000}>([\s\S]{0,4000}?)<\/text\s*>/gi)) {
    const text = (body ?? '')
      .replace(/<[^<>]{0,1000}>/g, ' ')
      .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, ten?: string, sixteen?: string, name?: string) => {
        if (name) return ENTITIES[name.toLowerCase()] ?? whole
        const code = ten ? Number(ten) : Number.parseInt(sixteen ?? '', 16)
        return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' '
      })
      .replace(/\s+/g, ' ')
      .trim()
    if (text !== '' && out.length < 200) out.push(text)
  }
  return out
}
