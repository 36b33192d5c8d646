/** SHA-256 and HMAC of texts, without a host: what the log and the sample say must come out the same everywhere. */

const K = new Uint32Array(64)
const FIRST = new Uint32Array(8)
{
  // The fractional parts of the square and cube roots of the first primes, by which the standard defines the constants.
  const part = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32)
  let found = 0
  for (let n = 2; found < 64; n++) {
    let prime = true
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false
    if (!prime) continue
    if (found < 8) FIRST[found] = part(Math.sqrt(n))
    K[found++] = part(Math.cbrt(n))
  }
}

const W = new Uint32Array(64)
const turn = (x: number, n: number) => (x >>> n) | (x << (32 - n))

/** UTF-8; half of a pair becomes the replacement character. */
function utf8(text: string): Uint8Array {
  const out: number[] = []
  for (const letter of text) {
    let c = letter.codePointAt(0)!
    if (c >= 0xd800 && c < 0xe000) c = 0xfffd
    if (c < 0x80) out.push(c)
    else if (c < 0x800) out.push(0xc0 | (c >> 6), 0x80 | (c & 63))
    else if (c < 0x10000) out.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63))
    else out.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63))
  }
  return Uint8Array.from(out)
}

const digest = (bytes: Uint8Array): Uint8Array => {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const state = Uint32Array.from(FIRST)
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) W[i] = view.getUint32(at + i * 4)
    for (let i = 16; i < 64; i++) {
      const [a, b] = [W[i - 15]!, W[i - 2]!]
      W[i] = W[i - 16]! + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + W[i - 7]! + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i]! + W[i]!) | 0
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
    }
    for (const [i, x] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + x
  }
  const out = new Uint8Array(32)
  const words = new DataView(out.buffer)
  for (const [i, x] of state.entries()) words.setUint32(i * 4, x)
  return out
}
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const joined = (a: Uint8Array, b: Uint8Array) => {
  const out = new Uint8Array(a.length + b.length)
  out.set(a)
  out.set(b, a.length)
  return out
}

/** SHA-256 of a text's UTF-8, in hex. */
export const sha256 = (text: string): string => hex(digest(utf8(text)))

/** HMAC-SHA-256 of a text under a key, in hex. */
export const hmac = (key: string, text: string): string => {
  const given = utf8(key)
  const block = new Uint8Array(64)
  block.set(given.length > 64 ? digest(given) : given)
  const inner = digest(
    joined(
      block.map((byte) => byte ^ 0x36),
      utf8(text),
    ),
  )
  return hex(
    digest(
      joined(
        block.map((byte) => byte ^ 0x5c),
        inner,
      ),
    ),
  )
}
