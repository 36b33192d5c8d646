import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256, sha256Base64 } from './sha256.ts'

test('should agree with the platform hash over block borders and non-Latin text', () => {
  for (const text of ['', 'abc', '门神'.repeat(10), ...[54, 55, 56, 57, 63, 64, 65, 119, 120, 1000].map((n) => 'a'.repeat(n))]) {
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
    expect(sha256Base64(text)).toBe(createHash('sha256').update(text).digest('base64'))
  }
})
