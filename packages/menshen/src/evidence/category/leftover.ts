/**
 * What lies in the package although no page and no component of the program is made of it: modules of a template that were
 * taken out of app.json and left on the disk. Reviewers read code, and have refused programs over such modules.
 */
import type { ProgramModel } from '../../program/types.ts'
import type { Copy } from '../copy.ts'

/** Bounds: a template library may hold thousands of files. */
const MOST_FILES = 400
const MOST_TEXTS = 4000
const LONGEST_SCRIPT = 60_000
const HAN = /\p{Script=Han}/u
/** A quoted text with Han in it, on one line. */
const QUOTED = /'([^'\\\n]{2,80})'|"([^"\\\n]{2,80})"|`([^`\\$\n]{2,80})`/g
/** Folders of which nobody says that the program offers what stands in them. */
const FOREIGN = /(?:^|\/)(?:miniprogram_npm|node_modules|__tests__|tests?|mock|docs?|examples?)\//i

export interface Leftover {
  /** Path without suffix. */
  readonly base: string
  readonly template: string
  readonly copies: readonly Copy[]
}

type Part = Pick<ProgramModel, 'pages' | 'templates' | 'components' | 'files' | 'vendored' | 'app'>

/** The templates that no unit uses, with the texts that stand in them and in the script beside them. */
export const leftovers = (program: Part): readonly Leftover[] => {
  const used = new Set<string>()
  for (const unit of [program.app, ...program.pages, ...program.components.values()]) if (unit.template) used.add(unit.template)
  // Templates that used ones import are theirs.
  const open = [...used]
  for (let file = open.pop(); file !== undefined; file = open.pop())
    for (const { target } of program.templates.get(file)?.imports ?? [])
      if (target && !used.has(target)) {
        used.add(target)
        open.push(target)
      }
  const out: Leftover[] = []
  let texts = 0
  for (const [file, template] of program.templates) {
    if (used.has(file) || FOREIGN.test(file) || out.length >= MOST_FILES || texts > MOST_TEXTS) continue
    const base = file.replace(/\.[^./]+$/, '')
    const copies: Copy[] = []
    const put = (text: string, at: Copy['at'], via: Copy['via'], carrier: string, slot: string): void => {
      const said = text.replace(/\s+/g, ' ').trim()
      if (said === '' || !HAN.test(said)) return
      texts++
      copies.push({ text: said, at, via, carrier, slot, units: [base], reachable: false, context: said })
    }
    for (const element of template.elements) {
      for (const child of element.children)
        if (child.type === 'text')
          for (const part of child.parts)
            if (part.type === 'text') put(part.value, { file, start: part.start, end: part.end }, 'template', element.tag, '')
      for (const attribute of element.attributes)
        if ((attribute.name === 'placeholder' || attribute.name === 'title') && attribute.value)
          put(attribute.value, { file, start: attribute.start, end: attribute.end }, 'attribute', element.tag, attribute.name)
    }
    const json = program.files.text(`${base}.json`)
    const title = json && /"navigationBarTitleText"\s*:\s*"([^"\n]{1,60})"/.exec(json)
    if (json && title)
      put(
        title[1]!,
        { file: `${base}.json`, start: title.index, end: title.index + title[0].length },
        'config',
        `${base}.json`,
        'navigationBarTitleText',
      )
    const script = [`${base}.js`, `${base}.ts`].find((path) => program.files.has(path))
    const source = script && !program.vendored.has(script) ? program.files.text(script) : undefined
    if (script && source && source.length <= LONGEST_SCRIPT)
      for (const match of withoutComments(source).matchAll(QUOTED))
        put(
          match[1] ?? match[2] ?? match[3] ?? '',
          { file: script, start: match.index, end: match.index + match[0].length },
          'data',
          '',
          '',
        )
    out.push({ base, template: file, copies })
  }
  return out
}

/** Comments blanked, so that offsets stay; a slash inside a string is told by the quote before it on its line. */
const withoutComments = (source: string): string =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/^\s*\/\/.*$/gm, (comment) => ' '.repeat(comment.length))
