/** What the commands say of themselves, held to the code that they run. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ENVIRONMENT, type Reader } from './environment.ts'
import { HELP } from './help.ts'
import { runPlatform } from './index.ts'

const output: string[] = []
beforeAll(() => {
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      output.push(String(text))
      return true
    })
})
afterAll(() => vi.restoreAllMocks())

/** Of the system, and not ours to describe. */
const SYSTEM = new Set(['PATH', 'XDG_DATA_HOME', 'LANG'])
const COMMANDS = Object.keys(HELP) as readonly Reader[]
const fileOf = (command: string) => fileURLToPath(new URL(`./${command === 'restore' ? 'backup' : command}.ts`, import.meta.url))

/** All files of ours that a command comes to load, types left out. */
const loaded = (file: string, seen = new Map<string, string>()): ReadonlyMap<string, string> => {
  if (seen.has(file)) return seen
  const text = readFileSync(file, 'utf8')
  seen.set(file, text)
  for (const [, what = '', path = ''] of text.matchAll(/(?:import|export) ([^'"]*?)from '(\.[^']+\.ts)'/g))
    if (!what.startsWith('type ') && !path.includes('/menshen/src/')) loaded(join(dirname(file), path), seen)
  for (const [, path = ''] of text.matchAll(/import\('(\.[^']+\.ts)'\)/g)) loaded(join(dirname(file), path), seen)
  return seen
}
const readBy = (command: string): readonly string[] => [
  ...new Set(
    [...loaded(fileOf(command)).values()].flatMap((text) => [...text.matchAll(/env(?:\.|\[')([A-Z][A-Z0-9_]*)/g)].map(([, name]) => name!)),
  ),
]

test.each(COMMANDS)('menshen %s lists each variable that its code reads, with its meaning and what is so without it', (command) => {
  const known = readBy(command).filter((name) => !SYSTEM.has(name))
  const told = ENVIRONMENT.filter(({ by }) => by.includes(command)).map(({ name }) => name)
  // What is loaded with others and never asked for by this command is not said by its help.
  const beside = new Set(ENVIRONMENT.filter(({ by }) => !by.includes(command)).map(({ name }) => name))
  expect(known.filter((name) => !told.includes(name) && !beside.has(name))).toEqual([])
  expect(told.filter((name) => !known.includes(name))).toEqual([])
  if (['serve', 'worker', 'submit'].includes(command)) expect([...known].sort()).toEqual([...told].sort())
})
test.each(['zh', 'en'] as const)('help (%s) is given for each command, with its flags, variables and exit codes', async (lang) => {
  for (const command of COMMANDS) {
    output.length = 0
    expect(await runPlatform(command, ['--help'], lang)).toBe(0)
    const said = output.join('')
    expect(said).toContain(`menshen ${command}`)
    const source = readFileSync(fileOf(command), 'utf8')
    const flags = [...source.matchAll(/^\s+'?([a-z][a-z-]*)'?: \{ type: '(?:string|boolean)'/gm)].map(([, name]) => name!)
    for (const flag of flags) expect(said, `${command}: ${flag}`).toMatch(new RegExp(`--(?:no-)?${flag}\\b`))
  }
  for (const command of ['serve', 'worker', 'submit'] as const)
    for (const { name, means, otherwise, by } of ENVIRONMENT) {
      if (!by.includes(command)) continue
      const text = HELP[command]![lang]
      expect(text, `${command}: ${name}`).toContain(`  ${name} `)
      expect(text).toContain(means[lang])
      expect(text).toContain(otherwise[lang])
    }
  for (const code of [0, 1, 2, 4]) expect(HELP['submit']![lang]).toMatch(new RegExp(`\\n  ${code}  \\S`))
})
test('no line of help is so long that a terminal of 140 columns breaks it', () => {
  const wide = (line: string) => [...line].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0)
  for (const [name, { zh, en }] of Object.entries(HELP))
    for (const line of `${zh}\n${en}`.split('\n')) expect(wide(line), `${name}: ${line}`).toBeLessThanOrEqual(140)
})
