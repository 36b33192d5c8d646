/** Words that stand in pictures are copy like any other, with the picture and the box in it as their place. Readers err, so nothing is settled by them. */
import type { ProgramModel, Span, Unit } from '../program/types.ts'
import { type Copy, type CopyEvidence, termsOf } from './copy.ts'
import type { Picture, PictureEvidence } from './pictures/types.ts'

const ENDING = /\.(?:png|jpe?g|gif|webp|svg)\b/gi
const OUTSIDE_NAMES = /[\s"'`()<>{}=,;:/\\]/
/** Longer stems are no names. */
const LONGEST_STEM = 120
/** Where a name that ends at `to` begins, not before `from`: names are looked for from their endings, which are rare. */
const stemStart = (text: string, from: number, to: number): number => {
  let start = to
  while (start > from && !OUTSIDE_NAMES.test(text[start - 1]!)) start--
  return start
}
/** The places in a text that name a picture: start and end of each. */
export const pictureNames = (text: string): readonly (readonly [number, number])[] => {
  const out: [number, number][] = []
  let last: [number, number] | undefined
  for (const { index, 0: ending } of text.matchAll(ENDING)) {
    // a.min.png: the last of several endings counts.
    if (last && index - last[0] <= LONGEST_STEM && stemStart(text, last[1], index) === last[1]) {
      last[1] = index + ending.length
      continue
    }
    const start = stemStart(text, Math.max(last?.[1] ?? 0, index - LONGEST_STEM), index)
    if (start === index) continue
    last = [start, index + ending.length]
    out.push(last)
  }
  return out
}
const MOST_TEXT = 1_000_000
const mentions = new WeakMap<ProgramModel, ReadonlyMap<string, readonly Span[]>>()
/** Every place that names a picture, by the picture's base name. */
const mentionsIn = (program: ProgramModel): ReadonlyMap<string, readonly Span[]> => {
  const known = mentions.get(program)
  if (known) return known
  const found = new Map<string, Span[]>()
  const files = [
    ...program.templates.keys(),
    ...program.styles.keys(),
    ...program.scripts,
    program.config.app.file,
    ...[...program.pages, ...program.components.values()].flatMap(({ json }) => json?.file ?? []),
  ]
  for (const file of new Set(files)) {
    const text = program.files.text(file)
    if (text === undefined || text.length > MOST_TEXT) continue
    for (const [start, end] of pictureNames(text)) {
      const name = text.slice(start, end).toLowerCase()
      const list = found.get(name)
      const at = { file, start, end }
      if (!list) found.set(name, [at])
      else if (list.length < 50) list.push(at)
    }
  }
  mentions.set(program, found)
  return found
}

export interface PictureUse {
  /** Places that name it: templates first, as the place where people see it. */
  readonly at: readonly Span[]
  /** Base paths of the pages and components among them. */
  readonly units: readonly string[]
}
/** Where a packaged picture is used. A picture may also be shown by a name that is put together, which is not found. */
export const pictureUse = (program: ProgramModel, path: string): PictureUse => {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const rank = ({ file }: Span): number => (program.templates.has(file) ? 0 : program.styles.has(file) ? 2 : 1)
  const at = [...(mentionsIn(program).get(name) ?? [])].sort((a, b) => rank(a) - rank(b))
  const owners = unitsByFile(program)
  return { at, units: [...new Set(at.flatMap(({ file }) => owners.get(file)?.base ?? []))] }
}
const owning = new WeakMap<ProgramModel, ReadonlyMap<string, Unit>>()
const unitsByFile = (program: ProgramModel): ReadonlyMap<string, Unit> => {
  const known = owning.get(program)
  if (known) return known
  const found = new Map<string, Unit>()
  for (const unit of [program.app, ...program.pages, ...program.components.values()])
    for (const file of [unit.script, unit.template, unit.style, unit.json?.file]) if (file) found.set(file, unit)
  owning.set(program, found)
  return found
}

/** Lines read with less are left out: they would be somebody else's words. */
const LEAST = 62
const LEAST_SHORT = 80
const LONGEST_CONTEXT = 400
const MOST = 2000

/** The copy with the words of the pictures. */
export const withPictureCopy = (program: ProgramModel, copy: CopyEvidence, { pictures }: PictureEvidence): CopyEvidence => {
  const added: Copy[] = []
  const said = new Set<string>()
  for (const picture of pictures)
    for (const one of copiesOf(program, picture)) {
      // The same banner on ten pages, the same words of ten screens.
      const key = `${picture.role === 'run' ? picture.page : picture.path}\0${one.text}`
      if (said.has(key) || added.length >= MOST) continue
      said.add(key)
      added.push(one)
    }
  return added.length === 0 ? copy : { copies: [...copy.copies, ...added], terms: [...copy.terms, ...termsOf(added, program.platform)] }
}

const copiesOf = (program: ProgramModel, picture: Picture): readonly Copy[] => {
  const lines = (picture.lines ?? []).filter(({ text, confidence }) => confidence >= (text.length < 4 ? LEAST_SHORT : LEAST))
  if (lines.length === 0) return []
  const context = lines
    .map(({ text }) => text)
    .join(' ')
    .slice(0, LONGEST_CONTEXT)
  const shown = picture.role === 'run' ? [...program.pages].filter((page) => page.base === program.root + picture.page) : []
  const use = picture.role === 'packaged' ? pictureUse(program, picture.path) : { at: [], units: shown.map(({ base }) => base) }
  const file = picture.role === 'run' ? (shown[0]?.template ?? shown[0]?.script ?? program.config.app.file) : picture.path
  return lines.map(
    ({ text, box }): Copy => ({
      text,
      at: { file, start: 0, end: 0, box },
      via: 'image',
      carrier: 'image',
      slot: '',
      units: use.units,
      reachable: picture.role !== 'packaged' || use.at.length > 0,
      context,
    }),
  )
}
