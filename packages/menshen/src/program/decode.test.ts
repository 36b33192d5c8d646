import { expect, test } from 'vitest'
import { decodeText } from './decode.ts'
import { memoryFiles } from './memory.ts'

const encode = (text: string) => new TextEncoder().encode(text)

test('takes a byte order mark off and says so', () => {
  const files = memoryFiles({ 'a.js': new Uint8Array([0xef, 0xbb, 0xbf, ...encode('App({})')]) })
  expect(files.text('a.js')).toBe('App({})')
  expect(files.problems!()).toMatchObject([{ kind: 'bom', at: { file: 'a.js' }, hides: false }])
})

test('reads what it can of another encoding and says that some of it is lost', () => {
  // "App({}) // 小程序" in GBK
  const gbk = new Uint8Array([...encode('App({}) // '), 0xd0, 0xa1, 0xb3, 0xcc, 0xd0, 0xf2])
  const decoded = decodeText(gbk)
  expect(decoded?.valid).toBe(false)
  expect(decoded?.text).toMatch(/^App\(\{\}\) \/\/ /)
  const files = memoryFiles({ 'a.js': gbk })
  files.text('a.js')
  expect(files.problems!()).toMatchObject([{ kind: 'not-utf8', hides: true }])
})

test('takes an encrypted script for binary', () => {
  let seed = 7
  const noise = Uint8Array.from({ length: 5000 }, () => (seed = (seed * 48271) % 0x7fffffff) & 0xff)
  expect(decodeText(noise)).toBeUndefined()
  expect(decodeText(new Uint8Array(4096))).toBeUndefined()
})

test('does not let code hide behind a stray control character', () => {
  expect(decodeText(encode('wx.login()\n\0\u0008' + '// …\n'.repeat(20)))?.text).toContain('wx.login()')
})
