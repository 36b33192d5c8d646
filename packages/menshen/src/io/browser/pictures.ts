/** Pictures of our own making: what stands where a picture from elsewhere would be. */
import { deflateSync } from 'node:zlib'

function chunk(type: string, data: Buffer): Buffer {
  const out = Buffer.alloc(12 + data.length)
  out.writeUInt32BE(data.length, 0)
  out.write(type, 4, 'latin1')
  data.copy(out, 8)
  let crc = 0xffffffff
  for (const b of out.subarray(4, 8 + data.length)) {
    crc ^= b
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 8 + data.length)
  return out
}
/** A grey picture of a given size. */
export function greyPicture(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, 0xdd)
  for (let y = 0; y < height; y++) {
    rows[y * (width + 1)] = 0
    for (let x = 0; x < width; x++) if ((x + y) % 16 < 8) rows[y * (width + 1) + 1 + x] = 0xd4
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
/** A picture of one colour with a cross or a ring in it. */
function marked(red: number, green: number, blue: number, cross: boolean): Buffer {
  const side = 96
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc((side * 3 + 1) * side)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const far = Math.hypot(x - side / 2, y - side / 2)
      const line = cross ? Math.abs(x - y) < 8 || Math.abs(x + y - side) < 8 : far > 26 && far < 36
      rows.set(line ? [255, 255, 255] : [red, green, blue], y * (side * 3 + 1) + 1 + x * 3)
    }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
/** What was taken from the album: green with a ring is harmless, red with a cross stands for what must not be published. */
export const albumPictures = { harmless: marked(60, 150, 90, false), improper: marked(190, 40, 40, true) } as const
export const placeholderImage: Buffer = greyPicture(160, 120)
