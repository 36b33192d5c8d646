/** Hashes without a host: the same in every process. None of them is meant to keep a secret. */

/** 32 bits of a text (FNV-1a with a final mix). */
export const hash32 = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix(h)
}

/** Spreads the bits of a number over all of its 32. */
export const mix = (value: number): number => {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** 64 bits of a file's bytes and its length, in hexadecimal: what is equal is the same file, as far as nobody forges it. */
export const digestOf = (bytes: Uint8Array): string => {
  let a = 0x811c9dc5
  let b = 0xc9dc5118
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193)
    b = Math.imul(b ^ byte, 0x85ebca6b) ^ (b >>> 15)
  }
  return `${hex(mix(a))}${hex(mix(b))}-${bytes.length.toString(16)}`
}

export const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
