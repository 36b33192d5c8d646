/** Codes by time, after RFC 6238 and RFC 4226: HMAC-SHA-1, six digits, steps of thirty seconds, as every authenticator app has them. */
import { createHmac, timingSafeEqual } from 'node:crypto'

const STEP = 30_000
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 without padding. */
export const base32 = (bytes: Uint8Array): string => {
  let [text, bits, value] = ['', 0, 0]
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(value >>> bits) & 31]
    }
    value &= 0xff
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text
}
/** The code of one step. */
export const codeAt = (secret: Uint8Array, step: number, digits = 6): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const offset = hash[hash.length - 1]! & 15
  return String((hash.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 10 ** digits).padStart(digits, '0')
}
export const stepOf = (now: number): number => Math.floor(now / STEP)
/** The step to which a code belongs, one early or late at most for clocks that differ; null when it is none. */
export const stepOfCode = (secret: Uint8Array, code: string, now: number): number | null => {
  if (!/^\d{6}$/.test(code)) return null
  const given = Buffer.from(code)
  let found: number | null = null
  for (const step of [stepOf(now) - 1, stepOf(now), stepOf(now) + 1])
    if (step >= 0 && timingSafeEqual(Buffer.from(codeAt(secret, step)), given)) found = step
  return found
}
/** What an authenticator app reads from a QR code. */
export const otpauth = (secret: Uint8Array, issuer: string, account: string): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`
