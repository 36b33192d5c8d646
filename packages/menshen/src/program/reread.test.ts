import { expect, test } from 'vitest'
import { loadProgram } from './load.ts'
import { memoryFiles } from './memory.ts'
import { Reread } from './reread.ts'

const FILES = {
  'app.json': '{"pages":["tea/tea","cup/cup"],}',
  'app.wxss': '@import "./gone.wxss"; view { color: red }',
  'tea/tea.js': 'Page({})',
  'tea/tea.wxml': '<include src="leaf"/><view>绿茶</view',
  'tea/tea.json': '{"usingComponents": {"leaf": "/leaf/leaf"}}',
  'cup/cup.js': 'Page({})',
  'cup/cup.wxml': '<view>红茶</view>',
}
const load = (files: Readonly<Record<string, string>>, reread?: Reread) => loadProgram(memoryFiles(files), { root: '', reread })

test('a program that is read again is as one that is read at once, and what did not change is the same thing', () => {
  const reread = new Reread()
  const first = load(FILES, reread)
  const changed = { ...FILES, 'cup/cup.wxml': '<view>黑茶</view>' }
  const second = load(changed, reread)
  const fresh = load(changed)
  expect([second.templates, second.styles, second.problems]).toEqual([fresh.templates, fresh.styles, fresh.problems])
  expect(first.problems.length).toBeGreaterThan(3)
  expect(second.problems).toEqual(first.problems)
  expect(second.templates.get('tea/tea.wxml')).toBe(first.templates.get('tea/tea.wxml'))
  expect(second.styles.get('app.wxss')).toBe(first.styles.get('app.wxss'))
  expect(second.pages[0]!.json).toBe(first.pages[0]!.json)
  expect(second.templates.get('cup/cup.wxml')).not.toBe(first.templates.get('cup/cup.wxml'))
})

test('where files come or go, what points at them is read anew', () => {
  const reread = new Reread()
  const targets = (files: Readonly<Record<string, string>>) =>
    load(files, reread)
      .templates.get('tea/tea.wxml')!
      .imports.map(({ target }) => target)
  expect(targets(FILES)).toEqual([null])
  expect(targets({ ...FILES, 'tea/leaf.wxml': '<view/>' })).toEqual(['tea/leaf.wxml'])
  expect(targets(FILES)).toEqual([null])
})
