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
const CONTROL = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/g

/** One noise character in this many makes a file binary. A stray one does not: code must not hide behind it. */
const NOISE = 10

/** Decodes UTF-8. Undefined for what is not text: noise of control characters or of bytes that are no UTF-8. */
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
    // GBK source has a few Chinese comments and strings among ASCII; an encrypted file is noise from end to end
    let replaced = 0
    for (let i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) replaced++
    if (replaced * 3 > text.length) return undefined
  }
  for (const sample of text.length > 8192 ? [text.slice(0, 4096), text.slice(text.length >> 1, (text.length >> 1) + 4096)] : [text]) {
    if ((sample.match(CONTROL)?.length ?? 0) * NOISE > sample.length) return undefined
  }
  return { text, bom, valid }
}
