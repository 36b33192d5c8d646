/** menshen.json: one file, no cascade. What is wrong in it is said with its place, and nothing is guessed. */
import { type Shape, shapeProblems, type Words } from '../evidence/shape.ts'
import { readJson } from '../program/json.ts'
import { LineTable } from '../program/lines.ts'
import { problemText } from '../program/problems.ts'
import type { Platform, Problem, Span } from '../program/types.ts'
import type { Confidence, FilePlace, Lang, Mode, Verdict } from './types.ts'

export interface SetAsideRow {
  readonly rule: string
  /** A path or pattern; without it the whole program. */
  readonly file?: string
  readonly reason: string
  /** The last day, YYYY-MM-DD. */
  readonly until?: string
  readonly place: FilePlace
}
export type FailOn = Verdict | 'never'
export interface Config {
  readonly root?: string
  readonly platform?: Platform
  readonly lang?: Lang
  readonly failOn?: FailOn
  readonly minConfidence?: Confidence
  readonly seedOnly?: boolean
  readonly listing?: string
  readonly baseline?: string
  readonly rules?: Readonly<Record<string, Mode>>
  readonly setAside?: readonly SetAsideRow[]
}
export interface ConfigProblem {
  readonly place: FilePlace
  readonly what: Words
}

export const CONFIG_FILE = 'menshen.json'

/** The shape of menshen.json for the rules that exist. */
export const configShape = (rules: readonly string[]): Shape => {
  const rule: Shape = { type: 'string', values: rules, about: { zh: '规则名', en: 'a rule' } }
  return {
    type: 'object',
    about: { zh: '门神的配置', en: 'Menshen configuration' },
    properties: {
      $schema: { type: 'string', about: { zh: '本文件的 JSON Schema', en: 'the JSON Schema of this file' } },
      root: { type: 'string', about: { zh: '小程序所在的文件夹，相对于本文件', en: 'the folder of the program, relative to this file' } },
      platform: {
        type: 'string',
        values: ['wechat', 'douyin'],
        about: { zh: '平台；通常自动识别', en: 'the platform; usually recognised' },
      },
      lang: { type: 'string', values: ['zh', 'en'], about: { zh: '报告的语言', en: 'the language of reports' } },
      failOn: {
        type: 'string',
        values: ['violation', 'review', 'never'],
        start: 'violation',
        about: { zh: '出现哪一级的问题时以 1 退出', en: 'findings of this kind or graver end with exit code 1' },
      },
      minConfidence: {
        type: 'string',
        values: ['high', 'medium', 'low'],
        start: 'low',
        about: { zh: '低于这一可信度的问题不计', en: 'findings of a lower confidence do not count' },
      },
      seedOnly: {
        type: 'boolean',
        about: { zh: '只按五份基础文件审查，不看后来的要求', en: 'review by the five base documents only, without later demands' },
      },
      listing: {
        type: 'string',
        about: { zh: '提审信息文件，默认是 app.json 旁边的 listing.json', en: 'the listing file; by default listing.json beside app.json' },
      },
      baseline: { type: 'string', about: { zh: '基线文件：其中的问题不再计', en: 'the baseline file: what it holds does not count' } },
      rules: {
        type: 'map',
        names: rules,
        values: {
          type: 'string',
          values: ['on', 'shadow', 'off'],
          about: { zh: 'on 启用；shadow 试行，只记录不计；off 关闭', en: 'on; shadow: on trial, recorded but not counted; off' },
        },
        about: { zh: '各条规则的开关', en: 'which rules run' },
      },
      setAside: {
        type: 'array',
        most: 500,
        items: {
          type: 'object',
          required: ['rule', 'reason'],
          properties: {
            rule,
            file: {
              type: 'string',
              most: 300,
              about: { zh: '文件或通配符；不写则对整个程序有效', en: 'a file or pattern; without it the whole program' },
            },
            reason: {
              type: 'string',
              most: 500,
              pattern: { source: '\\S', says: { zh: '不能为空', en: 'must not be empty' } },
              about: { zh: '理由', en: 'why' },
            },
            until: {
              type: 'string',
              pattern: { source: '^\\d{4}-\\d{2}-\\d{2}$', says: { zh: '应写成 YYYY-MM-DD', en: 'has to be written YYYY-MM-DD' } },
              about: { zh: '有效期的最后一天', en: 'the last day on which it holds' },
            },
          },
          about: { zh: '一条搁置', en: 'one set-aside' },
        },
        about: { zh: '搁置的问题：没有具体行号，或所在文件不能写注释时用', en: 'findings set aside where no comment can be written' },
      },
    },
  }
}

/** Reads menshen.json. With problems the configuration must not be used: half a configuration is worse than none. */
export const readConfig = (
  file: string,
  text: string,
  rules: readonly string[],
): { readonly config: Config; readonly problems: readonly ConfigProblem[] } => {
  const table = new LineTable(text)
  const placed = (at: Span | undefined): FilePlace => ({ file, start: table.position(at?.start ?? 0), end: table.position(at?.end ?? 0) })
  const wrong: Problem[] = []
  // Comments and trailing commas are welcome here: a person writes this file.
  const document = readJson(file, text, (problem) => {
    if (problem.kind !== 'json-comment' && problem.kind !== 'json-trailing-comma') wrong.push(problem)
  })
  const problems: ConfigProblem[] = wrong.map((problem) => ({ place: placed(problem.at), what: problemText(problem) }))
  if (problems.length === 0)
    for (const { path, what } of shapeProblems(configShape(rules), document.value))
      problems.push({
        place: placed(typeof path.at(-1) === 'string' ? (document.keyAt(path) ?? document.at(path)) : document.at(path)),
        what,
      })
  if (problems.length > 0) return { config: {}, problems }
  const { setAside, ...rest } = document.value as Config
  if (!setAside) return { config: { ...rest }, problems }
  return { config: { ...rest, setAside: setAside.map((row, i) => ({ ...row, place: placed(document.at(['setAside', i])) })) }, problems }
}
