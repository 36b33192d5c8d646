import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { plainDigest } from './digest.ts'

describe('the digest without the browser', () => {
  test('should agree with another implementation around every edge of a block', () => {
    for (const length of [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000, 65_537]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255)
      expect(plainDigest(bytes), String(length)).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })
  test('should read a part of a larger buffer as that part', () => {
    const all = new Uint8Array(100).fill(7)
    expect(plainDigest(all.subarray(10, 20))).toBe(createHash('sha256').update(all.subarray(10, 20)).digest('hex'))
  })
})
