import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { changes } from './watch.ts'

let top: string
let controller: AbortController
const watching = () => changes({ folder: top, files: () => [] }, controller.signal)
const write = (name: string) => {
  writeFileSync(join(top, name), String(Math.random()))
  return join(top, name)
}
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'menshen-watch-'))
  controller = new AbortController()
})
afterEach(() => {
  controller.abort()
  rmSync(top, { recursive: true, force: true })
})

test('several changes in a row are one burst, and what is written into a new folder is seen', async () => {
  const { bursts } = watching()
  const first = bursts.next()
  const both = [write('a.js'), write('b.js')]
  expect((await first).value).toEqual(both)
  const second = bursts.next()
  mkdirSync(join(top, 'new'))
  expect((await second).value).toEqual([join(top, 'new')])
  const third = bursts.next()
  const inside = write('new/c.js')
  expect((await third).value).toEqual([inside])
  controller.abort()
  expect((await bursts.next()).done).toBe(true)
})

test('what changes while the consumer works is known to it, and told once', async () => {
  const { bursts, pending, settle } = watching()
  const first = bursts.next()
  write('a.js')
  await first
  const meanwhile = write('b.js')
  await vi.waitFor(() => expect(pending()).toEqual([meanwhile]))
  settle()
  expect(pending()).toEqual([])
  const second = bursts.next()
  const later = write('c.js')
  expect((await second).value).toEqual([later])
})
