import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { confine, leftBehind, makeRoom, namesLeft, reachable, stranger, sweepRooms } from './confine.ts'

const base = mkdtempSync(join(tmpdir(), 'menshen-rooms-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

test('what it says is heard line by line, and what it was is told', async () => {
  const lines: string[] = []
  const result = await confine({
    command: process.execPath,
    args: ['-e', 'console.error("a"); console.error("b"); console.log("out"); process.exit(4)'],
    cwd: base,
    wallMs: 20_000,
    memoryMb: 500,
    said: (line) => lines.push(line),
  })
  expect(result).toMatchObject({ code: 4, ended: null, stdout: 'out\n', stderr: 'a\nb\n' })
  expect(lines).toEqual(['a', 'b'])
})
test('it is ended when we say so', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 200)
  expect(
    await confine({
      command: process.execPath,
      args: ['-e', 'setInterval(() => {}, 1000)'],
      cwd: base,
      wallMs: 20_000,
      memoryMb: 500,
      stop: stop.signal,
    }),
  ).toMatchObject({ ended: 'stopped', code: null })
})
test('what cannot be started is told', async () => {
  await expect(confine({ command: '/nowhere/program', args: [], cwd: '/nowhere', wallMs: 1000, memoryMb: 100 })).rejects.toThrow()
})
const tied = spawnSync('setpriv', ['--help'], { encoding: 'utf8' }).stdout?.includes('--pdeathsig')
test.skipIf(!tied)(
  'it ends when its parent is killed',
  async () => {
    const alive = join(base, 'alive')
    const confined = new URL('./confine.ts', import.meta.url).href
    const script = `import { confine } from ${JSON.stringify(confined)}
    await confine({ command: process.execPath, args: ['-e', ${JSON.stringify(`setInterval(() => require('fs').writeFileSync(${JSON.stringify(alive)}, String(Date.now())), 50)`)}], cwd: ${JSON.stringify(base)}, wallMs: 60000, memoryMb: 500 })`
    const parent: ChildProcess = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], { stdio: 'ignore' })
    for (let n = 0; n < 200 && !existsSync(alive); n++) await pause(50)
    expect(existsSync(alive)).toBe(true)
    parent.kill('SIGKILL')
    await pause(500)
    rmSync(alive, { force: true })
    await pause(500)
    expect(existsSync(alive)).toBe(false)
  },
  30_000,
)

test('what was left is read as an ordinary file below the room, or not at all', () => {
  const room = makeRoom(null, base)
  writeFileSync(join(room, 'a'), 'hello')
  mkdirSync(join(room, 'folder'))
  writeFileSync(join(room, 'folder', 'b'), 'there')
  symlinkSync('/etc/passwd', join(room, 'link'))
  symlinkSync('/etc', join(room, 'etc'))
  expect(leftBehind(room, ['a'], 10)?.toString()).toBe('hello')
  expect(leftBehind(room, ['folder', 'b'], 10)?.toString()).toBe('there')
  for (const parts of [['link'], ['etc', 'passwd'], ['folder'], ['nothing'], ['folder', 'nothing']])
    expect(leftBehind(room, parts, 100_000)).toBe(null)
  expect(leftBehind(room, ['a'], 4)).toBe(null)
  expect(namesLeft(room, 'etc', 10)).toEqual([])
  expect(namesLeft(room, 'folder', 10)).toEqual(['b'])
})
test('rooms that were left are taken away when they are old, and nothing else is', () => {
  const place = mkdtempSync(join(base, 'sweep-'))
  const [old, young] = [makeRoom(null, place), makeRoom(null, place)]
  const other = join(place, 'menshen-room-of-mine')
  mkdirSync(other)
  const before = new Date(Date.now() - 10_000_000)
  for (const path of [old, other]) utimesSync(path, before, before)
  expect(sweepRooms(7_200_000, place)).toBe(1)
  expect([old, young, other].map((path) => existsSync(path))).toEqual([false, true, true])
})
test('strangers are nobody, and another each time', () => {
  if (process.getuid?.() !== 0) expect(stranger()).toBe(null)
  else expect(stranger()).not.toBe(stranger())
  expect(reachable('/etc/passwd')).toBe(true)
  expect(reachable('/nowhere')).toBe(false)
})
test('a place for rooms that is set to nothing is not set', () => {
  const before = process.env['MENSHEN_ROOMS']
  process.env['MENSHEN_ROOMS'] = ''
  try {
    const room = makeRoom(null)
    expect(dirname(room)).toBe(tmpdir())
    rmSync(room, { recursive: true })
    expect(sweepRooms(Number.MAX_SAFE_INTEGER)).toBe(0)
  } finally {
    if (before === undefined) delete process.env['MENSHEN_ROOMS']
    else process.env['MENSHEN_ROOMS'] = before
  }
})
