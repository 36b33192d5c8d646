/** The guides say what the code does: variables, commands, flags, roles, keys and limits are held to it, and no link leads nowhere. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { filled, GUIDES, guideFile, type Lang, NAMES } from '../scripts/guides.ts'
import { HELP } from '../src/cli/help.ts'
import { API } from '../src/contract/index.ts'
import { ROLE_NAMES } from '../src/domain/words.ts'
import { SWITCHES } from '../src/store/switches.ts'

const LANGS = ['zh', 'en'] as const
const guide = (name: string, lang: Lang): string => readFileSync(guideFile(name, lang), 'utf8')
const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /(?<!\.test)\.ts$/.test(entry.name) ? [readFileSync(path, 'utf8')] : []
  })
/** Names of the environment that code reads by name. */
const variablesIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(/env(?:\.|\[')([A-Z][A-Z0-9_]*)/g)].map(([, name]) => name!))),
]
const source = fileURLToPath(new URL('../src', import.meta.url))
/** Of the system, not ours to describe. */
const SYSTEM = new Set(['PATH', 'LANG', 'XDG_DATA_HOME'])

test.each(LANGS)('the operators’ guide (%s) has every environment variable and no other', (lang) => {
  const text = guide('operators', lang)
  const known = variablesIn(sources(source)).filter((name) => !SYSTEM.has(name))
  expect(known.length).toBeGreaterThan(15)
  expect(known.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  const all = new Set([...known, ...variablesIn(sources(fileURLToPath(new URL('../../menshen/src', import.meta.url))))])
  const named = new Set([...text.matchAll(/\bMENSHEN_[A-Z0-9_]+\b/g)].map(([name]) => name))
  expect([...named].filter((name) => !all.has(name))).toEqual([])
})

test.each(LANGS)('the guides (%s) name every command, and only flags that its help has', (lang) => {
  const operators = guide('operators', lang)
  const all = NAMES.map((name) => guide(name, lang)).join('\n')
  for (const command of Object.keys(HELP)) expect(all, command).toContain(`menshen ${command}`)
  for (const command of ['serve', 'worker', 'audit', 'backup', 'restore', 'platform'])
    expect(operators, command).toContain(`menshen ${command}`)
  const flags = new Set(Object.values(HELP).flatMap((help) => help[lang].match(/--[a-z][a-z-]+/g) ?? []))
  for (const line of all.split('\n')) {
    if (!/menshen (?:serve|worker|submit|audit|backup|restore|platform)\b/.test(line)) continue
    for (const flag of line.match(/(?<![\w-])--[a-z][a-z-]+/g) ?? []) expect(flags.has(flag), `${flag}: ${line}`).toBe(true)
  }
})

test.each(LANGS)('roles, keys, limits and promises (%s) are as the code has them', async (lang) => {
  for (const name of NAMES) {
    const text = guide(name, lang)
    expect(await filled(text, lang), `${name}.${lang}: run npm run guides --workspace packages/platform`).toBe(text)
  }
  expect(guide('operators', lang)).toContain('<!-- roles -->')
  expect(guide('reviewers', lang)).toContain('<!-- keys -->')
  expect(guide('developers', lang)).toContain('<!-- limits -->')
  for (const name of Object.keys(SWITCHES)) expect(guide('operators', lang)).toContain(`\`${name}\``)
  for (const { zh, en } of Object.values(ROLE_NAMES).slice(0, -1)) expect(guide('operators', lang)).toContain(lang === 'zh' ? zh : en)
})

test.each(LANGS)('routes that the guides (%s) name are there', (lang) => {
  const shapes = Object.keys(API).map((route) => new RegExp(`^${route.split(' ')[1]!.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`))
  for (const name of NAMES)
    for (const [, path] of guide(name, lang).matchAll(/(?<=[`" \w}])(\/api\/[\w./{}:$-]*[\w}])/g))
      expect(
        shapes.some((shape) => shape.test(path!.replace(/\{[^}]*\}|\$\w+/g, 'x'))),
        `${name}: ${path}`,
      ).toBe(true)
})

test('links and pictures of the guides lead somewhere, and pictures are small', () => {
  const files = ['README.md', ...NAMES.flatMap((name) => LANGS.map((lang) => `${name}.${lang}.md`))]
  const pictures = new Set<string>()
  for (const file of files) {
    const text = readFileSync(join(GUIDES, file), 'utf8')
    for (const [, target] of [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g), ...text.matchAll(/src="([^"]+)"/g)]) {
      if (/^https?:/.test(target!)) continue
      const path = join(dirname(join(GUIDES, file)), target!)
      expect(existsSync(path), `${file}: ${target}`).toBe(true)
      if (path.endsWith('.png')) pictures.add(path)
    }
    for (const [image] of text.matchAll(/<img [^>]*>/g)) expect(image, file).toMatch(/alt="[^"]{8,}"/)
  }
  const sizes = [...pictures].map((path) => statSync(path).size)
  expect(sizes.filter((size) => size > 150_000)).toEqual([])
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000)
})
