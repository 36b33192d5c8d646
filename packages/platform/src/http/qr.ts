/** QR codes as SVG: drawn here, of rectangles only, so that nothing of what they say is ever markup. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'

let ready: Promise<unknown> | undefined
const prepare = () =>
  (ready ??= (async () => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'))
    await prepareZXingModule({
      overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer },
      fireImmediately: true,
    })
  })())

/** The code of a text. */
export const qrSvg = async (text: string): Promise<string> => {
  await prepare()
  const { symbol, error } = await writeBarcode(text, { format: 'QRCode' })
  if (!symbol || error) throw new Error(`no QR code: ${error}`)
  const { width, height, data } = symbol as unknown as { width: number; height: number; data: Uint8Array }
  const quiet = 4
  let path = ''
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; ) {
      const from = x
      while (x < width && data[y * width + x] === 0) x++
      if (x > from) path += `M${from + quiet} ${y + quiet}h${x - from}v1H${from + quiet}z`
      else x++
    }
  const [w, h] = [width + 2 * quiet, height + 2 * quiet]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${w}v${h}H0z"/><path fill="#000" d="${path}"/></svg>`
}
