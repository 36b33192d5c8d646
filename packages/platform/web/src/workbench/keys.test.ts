import { describe, expect, test } from 'vitest'
import { actOf, KEYS } from './keys.ts'

const press = (key: string, more: Partial<Parameters<typeof actOf>[0]> = {}) =>
  actOf({ key, ctrlKey: false, metaKey: false, altKey: false, typing: false, covered: false, ...more })

describe('keys of the workbench', () => {
  test('should have one meaning each', () => {
    const seen = KEYS.map(({ key, held }) => `${held ? 'held ' : ''}${key}`)
    expect(new Set(seen).size).toBe(seen.length)
  })
  test('should never send by a single key', () => {
    for (let code = 32; code < 127; code++) expect(press(String.fromCharCode(code))).not.toBe('send')
    for (const key of ['Enter', 'Return', ' ', 'Escape', 'Tab']) expect(press(key)).not.toBe('send')
    expect(press('Enter', { ctrlKey: true })).toBe('send')
    expect(press('Enter', { metaKey: true })).toBe('send')
  })
  test('should be letters in text fields and under dialogs', () => {
    for (const { key, held } of KEYS)
      if (held !== true) {
        expect(press(key, { typing: true }), key).toBeNull()
        expect(press(key, { covered: true }), key).toBeNull()
      }
  })
  test('should not send what a dialog covers', () => {
    expect(press('Enter', { ctrlKey: true, covered: true })).toBeNull()
    expect(press('Enter', { ctrlKey: true, typing: true })).toBe('send')
  })
  test('should leave the browser its own combinations', () => {
    expect(press('a', { ctrlKey: true })).toBeNull()
    expect(press('r', { metaKey: true })).toBeNull()
    expect(press('j', { altKey: true })).toBeNull()
  })
  test('should keep small and capital letters apart', () => {
    expect([press('j'), press('J'), press('n'), press('N')]).toEqual(['finding-next', 'item-next', 'change-next', 'claim-next'])
  })
})
