import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { displayWidth } from '../rulebook/width.ts'
import { progressText } from './run.ts'
import { progressOn } from './terminal.ts'

const stream = (more: object) => {
  const written: string[] = []
  const one = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk))
      done()
    },
  })
  return { stream: Object.assign(one, more) as unknown as NodeJS.WriteStream, written }
}
const state = {
  passes: 13,
  done: 4,
  now: [{ kind: 'people' as const, profile: 'deny-all' as const, server: 'responses' as const }],
  most: 900,
  pages: 12,
  reached: 7,
  moves: 310,
}

test('a line says pages, passes, what is done now and how long it may take', () => {
  expect(progressText(state, 12.2, 'en')).toBe('running: 7/12 pages, 4/13 passes, 310 moves, about 13 s left (using it deny-all)')
  expect(progressText(state, 12.2, 'zh')).toContain('还要约 13 秒')
})
test('on a terminal the line is written over and never wraps', () => {
  const { stream: terminal, written } = stream({ isTTY: true, columns: 40 })
  const progress = progressOn(terminal, false)
  progress.say(progressText(state, 12, 'zh'))
  progress.end()
  const shown = written[0]!.replace('\r\u001b[2K', '')
  expect(displayWidth(shown)).toBeLessThan(40)
  expect(written.at(-1)).toBe('\r\u001b[2K')
})
test('elsewhere a short run writes nothing, and nothing is written when it should be quiet', () => {
  for (const [more, quiet] of [
    [{}, false],
    [{ isTTY: true }, true],
  ] as const) {
    const { stream: file, written } = stream(more)
    const progress = progressOn(file, quiet)
    for (let i = 0; i < 5; i++) progress.say('x')
    progress.end()
    expect(written).toEqual([])
  }
})
