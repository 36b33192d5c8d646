import { describe, expect, test } from 'vitest'
import { addressOf, problemOf } from './client.ts'

describe('addresses of routes', () => {
  test('should fill in parameters so that they cannot leave their place in the path', () => {
    expect(addressOf('GET /api/versions/:version/picture/:file', { version: 'a b', file: '../x?y' })).toEqual({
      method: 'GET',
      url: '/api/versions/a%20b/picture/..%2Fx%3Fy',
    })
  })
  test('should leave out what was not asked', () => {
    expect(addressOf('GET /api/directory', undefined, { words: '茶', after: undefined, category: '' }).url).toBe(
      '/api/directory?words=%E8%8C%B6',
    )
  })
})
describe('problems', () => {
  test('should speak both languages even when the answer is not one of ours', async () => {
    const problem = await problemOf({ status: 502, text: async () => '<html>' })
    expect(problem.said.title.zh).not.toBe('')
    expect(problem.said.detail.en).toContain('502')
  })
})
