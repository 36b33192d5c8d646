/** One look at one picture: measures, codes, and the text when somebody wants to read it. */
import { headerOf, svgLines } from '../../evidence/pictures/header.ts'
import { measure } from '../../evidence/pictures/measure.ts'
import { greyOf } from '../../evidence/pictures/pixels.ts'
import { worthReading } from '../../evidence/pictures/rows.ts'
import { BOUNDS, type Line, type Look } from '../../evidence/pictures/types.ts'
import { decodePicture } from './decode.ts'
import { scanCodes } from './scan.ts'

export interface Wants {
  /** Reads text where there seems to be some. */
  readonly read: boolean
}
const NOTHING = { codes: [], lines: null } as const

/** Never throws for what a picture does: what cannot be decoded says so. */
export async function lookAt(bytes: Uint8Array, { read }: Wants): Promise<Look> {
  if (bytes.length > BOUNDS.bytes) return { ...NOTHING, unseen: 'too-large' }
  const header = headerOf(bytes)
  if (!header) return { ...NOTHING, unseen: 'format' }
  if (header.format === 'svg') return { codes: [], lines: drawnLines(bytes) }
  if (header.width * header.height > BOUNDS.pixels || Math.max(header.width, header.height) > BOUNDS.side)
    return { ...NOTHING, unseen: 'too-large' }
  try {
    const pixels = await decodePicture(bytes)
    const measures = measure(pixels)
    const grey = greyOf(pixels)
    const codes = await scanCodes(grey)
    if (!worthReading(measures.rows, pixels.width, pixels.height)) return { measures, codes, lines: [] }
    if (!read) return { measures, codes, lines: null, unread: 'budget' }
    const { canRead, readLines } = await import('./read.ts')
    if (!canRead()) return { measures, codes, lines: null, unread: 'no-reader' }
    return { measures, codes, lines: await readLines(grey, measures.rows), read: true }
  } catch {
    return { ...NOTHING, unseen: 'broken' }
  }
}

/** A drawing says its words itself. */
const drawnLines = (bytes: Uint8Array): readonly Line[] =>
  svgLines(new TextDecoder().decode(bytes)).map((text) => ({ text: text.slice(0, BOUNDS.lineText), confidence: 100, box: [0, 0, 0, 0] }))
