/** Finds and reads the square codes of a picture; the reader's code comes from its package, never from the net. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { meaningOf } from '../../evidence/pictures/codes.ts'
import { enlarge, within } from '../../evidence/pictures/pixels.ts'
import { rayCodes } from '../../evidence/pictures/rays.ts'
import { BOUNDS, type Box, type Code, type Grey } from '../../evidence/pictures/types.ts'

const require = createRequire(import.meta.url)
type Reader = typeof import('zxing-wasm/reader')
let ready: Promise<Reader> | undefined
const reader = (): Promise<Reader> =>
  (ready ??= (async () => {
    const zxing = await import('zxing-wasm/reader')
    const binary = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
    await zxing.prepareZXingModule({
      overrides: { wasmBinary: binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.length) as ArrayBuffer },
      fireImmediately: true,
    })
    return zxing
  })())

/** As the reader takes pictures. */
const asImage = ({ width, height, data }: Grey) => {
  const out = new Uint8ClampedArray(width * height * 4)
  for (let i = 0, j = 0; i < data.length; i++, j += 4) {
    out[j] = out[j + 1] = out[j + 2] = data[i]!
    out[j + 3] = 255
  }
  return { width, height, data: out, colorSpace: 'srgb' } as unknown as Parameters<Reader['readBarcodes']>[0]
}

/** All codes of a picture, with where they lead. */
export async function scanCodes(grey: Grey): Promise<readonly Code[]> {
  const { readBarcodes } = await reader()
  const read = async (one: Grey, scale: number): Promise<Code[]> => {
    const results = await readBarcodes(asImage(one), {
      formats: ['QRCode', 'MicroQRCode'],
      tryHarder: true,
      tryRotate: true,
      tryInvert: true,
      tryDownscale: true,
      maxNumberOfSymbols: BOUNDS.codes,
    })
    return results
      .filter((result) => result.isValid && result.text !== '')
      .map((result) => ({
        kind: 'qr' as const,
        text: result.text.slice(0, BOUNDS.codeText),
        ...meaningOf(result.text),
        box: boxOf(Object.values(result.position) as readonly { x: number; y: number }[], scale),
      }))
  }
  const fitting = within(grey, 2000)
  let codes = await read(fitting, grey.width / fitting.width)
  // Modules of a pixel or two are found when they are drawn larger.
  if (codes.length === 0 && Math.max(grey.width, grey.height) <= 700) codes = await read(enlarge(grey, 2), 0.5)
  const round = rayCodes(grey).filter((box) => !codes.some((code) => overlap(code.box, box)))
  return [
    ...codes,
    ...round.map(
      (box): Code => ({
        kind: 'mini-program',
        text: null,
        meaning: 'program',
        of: { zh: '小程序码', en: 'a round mini-program code' },
        box,
      }),
    ),
  ].slice(0, BOUNDS.codes)
}

const boxOf = (corners: readonly { x: number; y: number }[], scale: number): Box => {
  const xs = corners.map(({ x }) => x * scale)
  const ys = corners.map(({ y }) => y * scale)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return [Math.round(left), Math.round(top), Math.round(Math.max(...xs) - left), Math.round(Math.max(...ys) - top)]
}
const overlap = (a: Box, b: Box): boolean => a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3]
