/** Labelled programs of our own: what each offers, and its files. Written from the trade, not from the tables of words. */
import type { Platform } from '../../../program/types.ts'

/** A page: its title, its template and its script; the script may be left out. */
export type PageText = readonly [title: string, template: string, script?: string]
export interface LabelledProgram {
  readonly name: string
  readonly platform: Platform
  /** Offers that must be inferred. */
  readonly offers: readonly string[]
  /** Offers that a careful reader may add: neither right nor wrong. */
  readonly also?: readonly string[]
  readonly pages: Readonly<Record<string, PageText>>
  /** Pages and components whose files lie in the package, though app.json does not name them or nothing leads there. */
  readonly orphans?: Readonly<Record<string, PageText>>
  /** Texts of the tab bar, in the order of the pages. */
  readonly tabs?: readonly string[]
  /** Other files: data modules, wxs. */
  readonly files?: Readonly<Record<string, string>>
}

/** The program's files as they lie on disk. */
export const filesOf = (program: LabelledProgram): Record<string, string> => {
  const wechat = program.platform === 'wechat'
  const out: Record<string, string> = {}
  const bases = Object.keys(program.pages)
  const app: Record<string, unknown> = { pages: bases, window: { navigationBarTitleText: '' } }
  if (program.tabs) app.tabBar = { list: program.tabs.map((text, i) => ({ pagePath: bases[i], text })) }
  out['app.json'] = JSON.stringify(app, null, 2)
  out['app.js'] = 'App({})\n'
  out[wechat ? 'project.config.json' : 'project.tt.json'] = '{}'
  for (const [base, [title, template, script]] of [...Object.entries(program.pages), ...Object.entries(program.orphans ?? {})]) {
    out[`${base}.json`] = JSON.stringify(title === '' ? {} : { navigationBarTitleText: title })
    out[`${base}.${wechat ? 'wxml' : 'ttml'}`] = template
    out[`${base}.js`] = script ?? 'Page({})\n'
  }
  return { ...out, ...program.files }
}
