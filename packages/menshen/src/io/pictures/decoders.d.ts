/** Decoders that come without types: as much of them as is used. */
declare module 'pngjs' {
  export const PNG: { readonly sync: { read(bytes: Uint8Array): { width: number; height: number; data: Uint8Array } } }
}
declare module 'omggif' {
  export class GifReader {
    constructor(bytes: Uint8Array)
    readonly width: number
    readonly height: number
    numFrames(): number
    decodeAndBlitFrameRGBA(frame: number, pixels: Uint8Array): void
  }
}
declare module '@jsquash/webp/decode.js' {
  export function init(module: WebAssembly.Module): Promise<void>
  export default function decode(bytes: ArrayBuffer): Promise<{ width: number; height: number; data: Uint8ClampedArray }>
}
/** The part of the language's own WebAssembly that we touch; the core's libraries are those of no browser. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
  }
}
