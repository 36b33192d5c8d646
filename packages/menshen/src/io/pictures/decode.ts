/** Bytes to pixels, by decoders that run in the language's own sandbox. Sizes were bounded from the header before. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { headerOf } from '../../evidence/pictures/header.ts'
import { BOUNDS, type Pixels } from '../../evidence/pictures/types.ts'

const require = createRequire(import.meta.url)

/** What the bytes show, in the form that all measures take; throws on what is broken or beyond the bounds. */
export async function decodePicture(bytes: Uint8Array): Promise<Pixels> {
  const header = headerOf(bytes)
  if (!header) throw new Error('no picture')
  const { width, height, format } = header
  if (width < 1 || height < 1 || width > BOUNDS.side || height > BOUNDS.side || width * height > BOUNDS.pixels) throw new Error('too large')
  const pixels = await DECODERS[format](bytes)
  // A frame that says another size than the header has been made to mislead.
  if (pixels.width * pixels.height > BOUNDS.pixels || pixels.data.length < pixels.width * pixels.height * 4) throw new Error('sizes differ')
  return pixels
}

const DECODERS: Readonly<Record<NonNullable<ReturnType<typeof headerOf>>['format'], (bytes: Uint8Array) => Promise<Pixels>>> = {
  async png(bytes) {
    const { PNG } = await import('pngjs')
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
    return { width, height, data }
  },
  async jpeg(bytes) {
    const { default: jpeg } = await import('jpeg-js')
    const { width, height, data } = jpeg.decode(bytes, {
      useTArray: true,
      formatAsRGBA: true,
      tolerantDecoding: true,
      maxResolutionInMP: Math.ceil(BOUNDS.pixels / 1e6),
      maxMemoryUsageInMB: 400,
    })
    return { width, height, data }
  },
  async gif(bytes) {
    const { GifReader } = await import('omggif')
    const reader = new GifReader(bytes)
    const { width, height } = reader
    if (width * height > BOUNDS.pixels || reader.numFrames() < 1) throw new Error('too large')
    const data = new Uint8Array(width * height * 4)
    // The first frame is what stands there before anything moves.
    reader.decodeAndBlitFrameRGBA(0, data)
    return { width, height, data }
  },
  async webp(bytes) {
    const decode = await webp()
    const { width, height, data } = await decode(bytes.slice().buffer)
    return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) }
  },
  async svg() {
    throw new Error('drawings are read as text')
  },
}

let ready: Promise<(bytes: ArrayBuffer) => Promise<{ width: number; height: number; data: Uint8ClampedArray }>> | undefined
/** The decoder makes pictures of the browser's kind and would fetch its code: it is given both. */
const webp = () =>
  (ready ??= (async () => {
    const host = globalThis as { ImageData?: unknown }
    host.ImageData ??= class {
      readonly data: Uint8ClampedArray
      readonly width: number
      readonly height: number
      constructor(data: Uint8ClampedArray, width: number, height: number) {
        this.data = data
        this.width = width
        this.height = height
      }
    }
    const { default: decode, init } = await import('@jsquash/webp/decode.js')
    await init(new WebAssembly.Module(readFileSync(require.resolve('@jsquash/webp/codec/dec/webp_dec.wasm'))))
    return decode
  })())
