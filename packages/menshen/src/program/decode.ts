/** Bytes to text, as a platform's compiler would read them, saying what was odd about them. */

export interface Decoded {
  readonly text: string
  readonly bom: boolean
  /** False when bytes had to be replaced: another encoding, or damage. */
  readonly valid: boolean
}

/** A text file larger than this is not read: no platform takes packages of that size. */
export const MAX_TEXT = 20_000_000

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** Control characters that no source text holds (tab, line breaks, form feed and escape are tolerated). */
const BINARY = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/

/**
 * Decodes UTF-8. Undefined for what is not text: a NUL or other control characters near the start,
 * or more than one replaced character in ten.
 */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const bom = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = bom ? bytes.subarray(3) : bytes
  let text: string
  let valid = true
  try {
    text = strict.decode(body)
  } catch {
    text = lenient.decode(body)
    valid = false
    let replaced = 0
    for (let i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) replaced++
    // GBK source has a few Chinese comments and strings among ASCII; an encrypted file is noise from end to end
    if (replaced * 3 > text.length) return undefined
  }
  if (BINARY.test(text.length > 4096 ? text.slice(0, 4096) : text)) return undefined
  return { text, bom, valid }
}
