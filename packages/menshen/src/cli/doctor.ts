/** `menshen doctor`: is everything there that a review needs? */
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

const worded = (zh: string, en: string) => Object.assign(new Error(en), { text: { zh, en } })

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
      async () => {
        const { browserReadiness } = await import('../io/browser/chromium.ts')
        const ready = browserReadiness()
        if (ready.chromium === null)
          throw worded(
            '没有找到 Chromium，不能实际运行小程序（可用 MENSHEN_CHROMIUM 指明）',
            'no Chromium found: programs cannot be run (MENSHEN_CHROMIUM names one)',
          )
        const lacking = [
          ...(ready.chineseFonts ? [] : [{ zh: '没有中文字体', en: 'no Chinese fonts' }]),
          ...(ready.emoji ? [] : [{ zh: '没有表情字体', en: 'no emoji font' }]),
          ...(ready.namespace ? [] : [{ zh: '不能单独隔离网络', en: 'no network namespace of its own' }]),
          ...(ready.unprivileged ? [] : [{ zh: '浏览器会以 root 运行', en: 'the browser would run as root' }]),
        ]
        const about = `${ready.chromium}${ready.version ? ` ${ready.version}` : ''}`
        if (lacking.length > 0)
          throw worded(`${about}；${lacking.map((one) => one.zh).join('，')}`, `${about}; ${lacking.map((one) => one.en).join(', ')}`)
        return about
      },
      'warn',
    ),
    await attempt(
      { zh: '运行组件', en: 'run packages' },
      async () => {
        const { packagesReady } = await import('../io/browser/chromium.ts')
        if (!(await packagesReady()))
          throw worded('缺少运行小程序所需的软件包，请重新安装', 'packages that running needs are missing; install again')
        return { zh: '齐备', en: 'complete' }
      },
      'warn',
    ),
    await attempt(
      { zh: '图片', en: 'pictures' },
      async () => {
        const { canRead } = await import('../io/pictures/read.ts')
        if (!canRead())
          throw worded(
            '能看二维码，没有安装识别文字的软件包（安装时不要加 --omit=optional）',
            'codes are found, but the packages that read words are missing (install without --omit=optional)',
          )
        return { zh: '能看二维码和文字', en: 'codes and words' }
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
