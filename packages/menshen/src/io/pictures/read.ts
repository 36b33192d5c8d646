/**
 * Reads the text of a picture with Tesseract's wasm core and its Chinese model, both from their packages. The core is
 * driven directly: the usual wrapper would bring a downloader, and all it adds for us is threads that we have already.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { inked, only, withoutFrames } from '../../evidence/pictures/ink.ts'
import { enlarge, within } from '../../evidence/pictures/pixels.ts'
import { BOUNDS, type Box, type Grey, type Line } from '../../evidence/pictures/types.ts'
import { linesOf } from '../../evidence/pictures/words.ts'

const require = createRequire(import.meta.url)
/** The smallest wasm build that every engine from Node 22 on runs with vector instructions. */
const CORE = 'tesseract.js-core/tesseract-core-simd-lstm'
const MODEL = '@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz'

interface Api {
  Init(path: null, languages: string, mode: number): number
  SetVariable(name: string, value: string): void
  SetImageFile(turn: number, angle: number): number
  Recognize(monitor: null): number
  GetTSVText(page: number): string
  Clear(): void
}
interface Core {
  readonly FS: { writeFile(path: string, data: Uint8Array): void }
  readonly TessBaseAPI: new () => Api
}

/** True when the optional packages are installed. */
export const canRead = (): boolean => {
  try {
    require.resolve(CORE)
    require.resolve(MODEL)
    return true
  } catch {
    return false
  }
}

let ready: Promise<{ readonly core: Core; readonly api: Api }> | undefined
const engine = () =>
  (ready ??= (async () => {
    const make = require(CORE) as (options: object) => Promise<Core>
    const core = await make({ print: () => undefined, printErr: () => undefined, TesseractProgress: () => undefined })
    core.FS.writeFile('./chi_sim.traineddata', gunzipSync(readFileSync(require.resolve(MODEL)), { maxOutputLength: 64_000_000 }))
    const api = new core.TessBaseAPI()
    if (api.Init(null, 'chi_sim', 1) !== 0) throw new Error('the reader did not start')
    return { core, api }
  })())

/** Scattered lines of any size, as screens and posters have them. */
const LAYOUT = '11'
/** Pixels that are read at a time. */
const MOST_PIXELS = 2_400_000
/** Letters smaller than this are enlarged first. */
const GOOD_HEIGHT = 22

/** The lines of text, top to bottom. `rows` are the places where text seems to stand. */
export async function readLines(grey: Grey, rows: readonly Box[]): Promise<readonly Line[]> {
  const { core, api } = await engine()
  const heights = rows.map((row) => row[3]).sort((a, b) => a - b)
  const usual = heights[Math.floor(heights.length / 3)] ?? GOOD_HEIGHT
  const wanted = Math.min(3, Math.max(1, GOOD_HEIGHT / Math.max(6, usual)))
  const times = Math.min(wanted, Math.sqrt(MOST_PIXELS / (grey.width * grey.height)))
  const sized =
    times > 1.15
      ? enlarge(grey, times)
      : within(grey, Math.sqrt(MOST_PIXELS / (grey.width * grey.height)) * Math.max(grey.width, grey.height))
  const scale = grey.width / sized.width
  core.FS.writeFile('/input', bitmapOf(prepared(sized, rows, scale)))
  api.SetVariable('tessedit_pageseg_mode', LAYOUT)
  if (api.SetImageFile(1, 0) === 1) throw new Error('the reader refused the picture')
  api.Recognize(null)
  const lines = linesOf(api.GetTSVText(0), scale)
  api.Clear()
  return lines.slice(0, BOUNDS.lines)
}

/** Nothing but the letters is left for the reader, which takes frames and textures for letters. */
const prepared = (sized: Grey, rows: readonly Box[], scale: number): Grey =>
  only(
    withoutFrames(inked(sized)),
    rows.map(([x, y, w, h]): Box => [x / scale, y / scale, w / scale, h / scale]),
  )

/** An uncompressed picture with a table of greys, in the oldest of forms. */
export const bitmapOf = ({ width, height, data }: Grey): Uint8Array => {
  const stride = (width + 3) & ~3
  const out = Buffer.alloc(54 + 1024 + stride * height)
  out.write('BM', 0, 'latin1')
  out.writeUInt32LE(out.length, 2)
  out.writeUInt32LE(54 + 1024, 10)
  out.writeUInt32LE(40, 14)
  out.writeInt32LE(width, 18)
  out.writeInt32LE(height, 22)
  out.writeUInt16LE(1, 26)
  out.writeUInt16LE(8, 28)
  out.writeUInt32LE(stride * height, 34)
  out.writeUInt32LE(256, 46)
  for (let i = 0; i < 256; i++) out.writeUInt32LE(i * 0x010101, 54 + i * 4)
  for (let y = 0; y < height; y++) out.set(data.subarray(y * width, (y + 1) * width), 54 + 1024 + (height - 1 - y) * stride)
  return out
}
