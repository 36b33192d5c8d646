/** Ids that sort by time: version 7 of RFC 9562, from the platform's own clock and chance. */
import { randomBytes } from 'node:crypto'

export type Random = (bytes: number) => Uint8Array
export const trueRandom: Random = (bytes) => randomBytes(bytes)

/** An id for a moment. */
export const uuidv7 = (at: number, random: Random = trueRandom): string => {
  const bytes = new Uint8Array(16)
  bytes.set(random(10), 6)
  for (let i = 5, rest = at; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Whether a text is an id at all: asked before it goes to the database, which would answer with an error. */
export const isId = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)
