/** `menshen doctor`: is everything there that a review needs? */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Lang, Text } from '../check/types.ts'
import { padTo } from '../rulebook/width.ts'
import { EXIT } from './failure.ts'
import { openProgram, readSettings } from './program.ts'
import { terminalOf } from './terminal.ts'
import { VERSION } from './version.ts'

interface Row {
  readonly name: Text
  readonly value: Text | string
  /** warn: something will be missing, but reviews work. */
  readonly state: 'good' | 'warn' | 'bad'
}

const textOf = (error: unknown): Text => {
  if (error instanceof Error && 'text' in error) return error.text as Text
  const message = error instanceof Error ? error.message.slice(0, 200) : String(error)
  return { zh: message, en: message }
}
const attempt = async (name: Text, work: () => Promise<Text | string> | Text | string, state: Row['state'] = 'bad'): Promise<Row> => {
  try {
    return { name, value: await work(), state: 'good' }
  } catch (error) {
    return { name, value: textOf(error), state }
  }
}

const onPath = (names: readonly string[]): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })

export const doctorCommand = async (
  path: string,
  flags: { readonly lang?: Lang; readonly color?: boolean },
  spoken: Lang,
): Promise<number> => {
  const lang = flags.lang ?? spoken
  const rows: Row[] = [
    { name: { zh: '门神', en: 'Menshen' }, value: VERSION, state: 'good' },
    { name: { zh: 'Node.js', en: 'Node.js' }, value: `${process.versions.node} · ${process.platform}-${process.arch}`, state: 'good' },
  ]
  const { rules } = await import('../rules/generated/index.ts')
  rows.push(
    await attempt({ zh: '解析器', en: 'parser' }, async () => {
      const { parseSync } = await import('oxc-parser')
      if (parseSync('a.js', 'Page({})').program.body.length !== 1) throw new Error('oxc-parser')
      return 'oxc-parser'
    }),
    await attempt({ zh: '规则库', en: 'rulebook' }, async () => {
      const { loadRulebook } = await import('../rulebook/index.ts')
      const book = loadRulebook()
      const seeds = book.documents.filter((document) => document.document !== 'later')
      const clauses = seeds.reduce((sum, document) => sum + document.clauses.length, 0)
      const later = book.clauses.size - clauses
      return {
        zh: `${seeds.length} 份文件 ${clauses} 条，后来的要求 ${later} 条；规则 ${rules.size} 条`,
        en: `${clauses} clauses of ${seeds.length} documents, ${later} later demands; ${rules.size} rules`,
      }
    }),
    await attempt(
      { zh: '浏览器', en: 'browser' },
      () => {
        const found = onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
        if (found) return found
        throw Object.assign(new Error('none'), {
          text: { zh: '没有找到 Chromium；只读代码的审查不需要它', en: 'no Chromium found; reviews that only read do not need it' },
        })
      },
      'warn',
    ),
    await attempt({ zh: '配置', en: 'configuration' }, () => {
      const { file } = readSettings(path, undefined, [...rules.keys()])
      return file ?? { zh: '没有 menshen.json，使用默认设置', en: 'no menshen.json; defaults hold' }
    }),
    await attempt(
      { zh: '小程序', en: 'program' },
      async () => {
        const { program } = await openProgram(path, readSettings(path, undefined, [...rules.keys()]).config)
        const hidden = program.problems.filter((problem) => problem.hides).length
        return {
          zh: `${program.name} · ${program.platform} · ${program.framework} · ${program.pages.length} 个页面${hidden > 0 ? `，${hidden} 处读不懂` : ''}`,
          en: `${program.name} · ${program.platform} · ${program.framework} · ${program.pages.length} pages${hidden > 0 ? `, ${hidden} places that cannot be read` : ''}`,
        }
      },
      'warn',
    ),
  )
  const { paint = (_tone: string, text: string) => text } = terminalOf(process.stdout, flags.color, process.env)
  for (const { name, value, state } of rows) {
    const mark = state === 'good' ? paint('good', '✔') : state === 'warn' ? paint('review', '!') : paint('violation', '✖')
    const [first, ...rest] = (typeof value === 'string' ? value : value[lang]).split('\n')
    process.stdout.write(`${mark} ${padTo(name[lang], 14)}  ${first}\n${rest.map((line) => `${' '.repeat(18)}${line}\n`).join('')}`)
  }
  return rows.some((row) => row.state === 'bad') ? EXIT.unfinished : EXIT.clear
}
