/** Bytes by their hash: what goes in is named by what it is, and what comes out is checked to be that. */
import { createHash } from 'node:crypto'
import { Problem } from '../problem.ts'

export interface Stored {
  readonly sha256: string
  readonly size: number
}
export interface PutOptions {
  /** More than this many bytes are refused as they come. */
  readonly max: number
  /** The hash that the sender promised; other bytes are refused. */
  readonly expected?: string
}
export interface Blobs {
  /** Takes bytes in as they come; the same ones twice are stored once. */
  put(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, options: PutOptions): Promise<Stored>
  /** The bytes as they lie, checked as they go: whoever reads to the end has the right ones, or an error. */
  stream(sha256: string): AsyncIterable<Uint8Array>
  /** All of it, checked before anything is handed over. */
  read(sha256: string, max?: number): Promise<Buffer>
  /** The size; null when it is not there. */
  size(sha256: string): Promise<number | null>
  /** With `before`, only when it has lain there since: whoever puts the same bytes meanwhile keeps them. */
  remove(sha256: string, before?: number): Promise<void>
}

const NAME = /^[0-9a-f]{64}$/
/** Nothing but a hash is ever a name. */
export const checkedName = (sha256: string): string => {
  if (typeof sha256 !== 'string' || !NAME.test(sha256))
    throw new Problem('invalid', { zh: '不是有效的内容摘要', en: 'this is no digest of contents' })
  return sha256
}
export const tooLarge = (max: number): Problem =>
  new Problem('too-large', { zh: `超过 ${max} 字节的上限`, en: `more than ${max} bytes` }, { max })
export const absent = (sha256: string): Problem =>
  new Problem('not-found', { zh: '内容不存在', en: 'these bytes are not here' }, { sha256 })
export const corrupt = (sha256: string): Problem =>
  new Problem('corrupt', { zh: '内容与摘要不符', en: 'these bytes are not what their digest says' }, { sha256 })
export const notAsPromised = (): Problem =>
  new Problem('invalid', { zh: '收到的内容与声明的摘要不符', en: 'these are not the bytes that were promised' })

/** Bytes passed on as they come, and an error at the end when they are not what their name says. */
export async function* verified(sha256: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of source) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== sha256) throw corrupt(sha256)
}
/** All bytes, within a bound. */
export const gather = async (source: AsyncIterable<Uint8Array>, max: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > max) throw tooLarge(max)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
