import { expect, test } from 'vitest'
import { ownPath } from './way.ts'

test('should lead back to pages of ours only', () => {
  expect(ownPath('/programs/1?tab=2#a')).toBe('/programs/1?tab=2#a')
  for (const bad of [
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '',
    undefined,
    7,
    '/a\nb',
    '/a\\b',
  ])
    expect(ownPath(bad), String(bad)).toBe('/')
  expect(ownPath('/sign-in?to=/sign-in')).toBe('/')
})
