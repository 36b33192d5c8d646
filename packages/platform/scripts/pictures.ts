/**
 * The pictures of the guides, out of those that the walk takes of every page: cut to what they show, and with few colours, so that
 * they stay small.
 *
 *   MENSHEN_PICTURES=FOLDER npx vitest run packages/platform/test/walk.test.ts
 *   npm run pictures --workspace packages/platform -- FOLDER
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'

// The checker's reader of pictures; it brings no types of its own.
const { PNG } = createRequire(import.meta.url)('pngjs') as {
  readonly PNG: { readonly sync: { read(picture: Buffer): { readonly width: number; readonly height: number; readonly data: Uint8Array } } }
}
/** Page of the walk, name in the guides, and how much of its height is shown. */
const SHOWN = [
  ['decision', 'decision', 1180],
  ['people', 'people', 540],
  ['queues-waiting', 'queues', 440],
  ['release-gray', 'release', 540],
  ['resubmit', 'resubmit', 1130],
  ['workbench-refusing', 'workbench', 900],
  ['appeal-answered', 'appeal', 480],
] as const
const MOST = 150_000

/** The nearest of the colours that a picture has most; at most 256. */
const reduced = (pixels: Uint8Array): { readonly palette: readonly number[]; readonly places: Uint8Array } => {
  const counts = new Map<number, number>()
  const at = (i: number) => (pixels[i]! << 16) | (pixels[i + 1]! << 8) | pixels[i + 2]!
  for (let i = 0; i < pixels.length; i += 4) counts.set(at(i), (counts.get(at(i)) ?? 0) + 1)
  const apart = (a: number, b: number) =>
    ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2
  const palette: number[] = []
  const often = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour)
  for (const colour of often) {
    if (palette.length === 256) break
    // What nobody could tell from one that is there already needs no place of its own.
    if (often.length <= 256 || palette.every((other) => apart(colour, other) > 60)) palette.push(colour)
  }
  const nearest = new Map<number, number>()
  const places = new Uint8Array(pixels.length / 4)
  for (let i = 0; i < places.length; i++) {
    const colour = at(i * 4)
    let found = nearest.get(colour)
    if (found === undefined) {
      found = palette.reduce((best, other, n) => (apart(colour, other) < apart(colour, palette[best]!) ? n : best), 0)
      nearest.set(colour, found)
    }
    places[i] = found
  }
  return { palette, places }
}
const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
/** A picture with a table of colours, cut to a height. */
export const small = (picture: Buffer, most: number): Buffer => {
  const { width, height: whole, data } = PNG.sync.read(picture)
  const height = Math.min(whole, most)
  const { palette, places } = reduced(data.subarray(0, width * height * 4))
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) lines.set(places.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('say in which folder the pictures of the walk lie')
const to = fileURLToPath(new URL('../../../docs/pictures/platform/', import.meta.url))
mkdirSync(to, { recursive: true })
for (const [page, name, height] of SHOWN)
  for (const lang of ['zh', 'en']) {
    const picture = small(readFileSync(join(folder, `${page}.${lang}-wide-light.png`)), height)
    if (picture.length > MOST) throw new Error(`${name}.${lang}.png would have ${picture.length} bytes`)
    writeFileSync(join(to, `${name}.${lang}.png`), picture)
    process.stdout.write(`docs/pictures/platform/${name}.${lang}.png: ${(picture.length / 1024).toFixed(0)} KiB\n`)
  }
