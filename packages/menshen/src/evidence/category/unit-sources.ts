/** Which files speak for a page or a component: its template, its script and its own name. */
import type { ProgramModel } from '../../program/types.ts'
import type { Source } from './forms.ts'

type Rooms = Pick<ProgramModel, 'pages' | 'templates'> & Partial<Pick<ProgramModel, 'components' | 'files' | 'vendored'>>
/** Reads files of a program that are its own; those that are not there, empty or vendored give nothing. */
export const filesOf =
  ({ files, vendored }: Rooms) =>
  (paths: readonly (string | null | undefined)[]): readonly Source[] =>
    paths.flatMap((file) => {
      const text = file && !vendored?.has(file) ? files?.text(file) : undefined
      return file && text ? [{ file, text }] : []
    })
/** The files of every page and component: where their forms are looked for. */
export const unitSources = (program: Rooms): readonly { readonly base: string; readonly sources: readonly Source[] }[] => {
  if (!program.files || !program.vendored) return []
  const read = filesOf(program)
  return [...program.pages, ...(program.components?.values() ?? [])].map(({ base, template, script }) => ({
    base,
    // The page's own name is one of its names.
    sources: [
      ...read([template, script]),
      { file: script ?? template ?? `${base}.json`, text: base.split('/').slice(-2).join(' '), outside: true },
    ],
  }))
}
