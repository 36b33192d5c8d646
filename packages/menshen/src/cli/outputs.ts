/** Which formats go where: `--format` and `--output` in the order in which they were given. */
import { extname } from 'node:path'
import { nearest, shown } from '../evidence/shape.ts'
import { Failure } from './failure.ts'

export const FORMATS = ['text', 'json', 'sarif', 'html', 'github'] as const
export type Format = (typeof FORMATS)[number]
export interface Output {
  readonly format: Format
  /** A file; standard output without it. */
  readonly file?: string
}

const BY_SUFFIX: Readonly<Record<string, Format>> = { '.json': 'json', '.sarif': 'sarif', '.html': 'html', '.htm': 'html', '.txt': 'text' }

/** Collects the two options while the command line is read. */
export class Outputs {
  readonly #list: { format: Format; file?: string }[] = []

  format(name: string): void {
    const format = FORMATS.find((one) => one === name)
    if (format === undefined) {
      const meant = nearest(name, FORMATS)
      throw new Failure({
        zh: `没有 ${shown(name)} 这种格式${meant ? `，是否想写 ${meant}？` : ''}（可用：${FORMATS.join('、')}）`,
        en: `there is no format ${shown(name)}${meant ? `; did you mean ${meant}?` : ''} (one of ${FORMATS.join(', ')})`,
      })
    }
    this.#list.push({ format })
  }

  file(path: string): void {
    const last = this.#list.at(-1)
    if (last && last.file === undefined) {
      last.file = path
      return
    }
    const format = path.endsWith('.sarif.json') ? 'sarif' : BY_SUFFIX[extname(path).toLowerCase()]
    if (!format)
      throw new Failure({
        zh: `从文件名 ${shown(path)} 看不出格式，请在它前面写 --format`,
        en: `the name ${shown(path)} does not tell the format; put --format before it`,
      })
    this.#list.push({ format, file: path })
  }

  /** The outputs; text on standard output when nothing was asked for. */
  list(): readonly Output[] {
    if (this.#list.length === 0) return [{ format: 'text' }]
    if (this.#list.filter((output) => output.file === undefined).length > 1)
      throw new Failure({
        zh: '只能有一种格式输出到终端，其余的请各跟一个 --output 文件',
        en: 'only one format can go to the terminal; follow each of the others with --output FILE',
      })
    return this.#list
  }
}
