import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceText } from './write.ts'

let top: string
let folder: string
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'menshen-write-'))
  folder = join(top, 'tea')
  mkdirSync(join(folder, 'pages'), { recursive: true })
})
afterEach(() => rmSync(top, { recursive: true, force: true }))

test('replaces a text as it was read, its mark and its rights kept, and leaves nothing beside it', () => {
  const path = join(folder, 'pages/a.js')
  writeFileSync(path, '\ufeffold')
  chmodSync(path, 0o640)
  expect(replaceText(folder, 'pages/a.js', 'old', 'new')).toBeUndefined()
  expect(readFileSync(path, 'utf8')).toBe('\ufeffnew')
  expect(statSync(path).mode & 0o777).toBe(0o640)
  expect(readdirSync(join(folder, 'pages'))).toEqual(['a.js'])
})

test('writes nothing where the file changed, is a link, lies elsewhere or is no UTF-8', () => {
  const other = join(top, 'other.js')
  writeFileSync(other, 'old')
  mkdirSync(join(top, 'shared'))
  writeFileSync(join(top, 'shared/b.js'), 'old')
  symlinkSync(other, join(folder, 'link.js'))
  symlinkSync(join(top, 'shared'), join(folder, 'shared'))
  writeFileSync(join(folder, 'changed.js'), 'older')
  writeFileSync(join(folder, 'gbk.js'), Buffer.from('b2e8b9dd202f2f206f6c64206f6c64206f6c64', 'hex'))
  expect(replaceText(folder, 'link.js', 'old', 'new')).toBe('link')
  expect(replaceText(folder, 'shared/b.js', 'old', 'new')).toBe('link')
  expect(replaceText(folder, '../other.js', 'old', 'new')).toBe('outside')
  expect(replaceText(folder, 'changed.js', 'old', 'new')).toBe('changed')
  expect(replaceText(folder, 'gbk.js', '\ufffd', 'new')).toBe('encoding')
  expect(replaceText(folder, 'gone.js', 'old', 'new')).toBe('no-access')
  expect(readFileSync(other, 'utf8')).toBe('old')
  expect(readFileSync(join(top, 'shared/b.js'), 'utf8')).toBe('old')
  expect(readFileSync(join(folder, 'changed.js'), 'utf8')).toBe('older')
})
