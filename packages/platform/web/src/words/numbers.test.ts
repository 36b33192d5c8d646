import { describe, expect, test } from 'vitest'
import { agoText, bytesText, clockOf, spanText } from './numbers.ts'

const NOW = Date.UTC(2026, 10, 21, 9)
describe('spans and sizes', () => {
  test('should choose the unit that a person would', () => {
    expect([1, 59, 60, 3599, 3600, 47 * 3600, 48 * 3600].map((s) => spanText(s * 1000, 'en'))).toEqual([
      '1 second',
      '59 seconds',
      '1 minute',
      '59 minutes',
      '1 hour',
      '47 hours',
      '2 days',
    ])
    expect(spanText(90_000, 'zh')).toBe('1 分钟')
  })
  test('should tell the past from what is to come', () => {
    expect(agoText(NOW - 3 * 3_600_000, NOW, 'zh')).toBe('3 小时前')
    expect(agoText(NOW + 3 * 3_600_000, NOW, 'en')).toBe('in 3 hours')
    expect(agoText(NOW - 1000, NOW, 'en')).toBe('just now')
  })
  test('should colour a due moment by how near it is', () => {
    expect(clockOf(NOW - 1, NOW)).toBe('late')
    expect(clockOf(NOW + 7_199_999, NOW)).toBe('soon')
    expect(clockOf(NOW + 7_200_000, NOW)).toBe('fine')
  })
  test('should count bytes in units of 1024', () => {
    expect([0, 1023, 1024, 2 * 1024 * 1024].map(bytesText)).toEqual(['0 B', '1023 B', '1.0 KiB', '2.0 MiB'])
  })
})
