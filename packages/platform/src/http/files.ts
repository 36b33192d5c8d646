/** Bytes that go out, and pictures and papers that come in: known by what they are, not by what they are called. */
import { createHash } from 'node:crypto'
import type { Blobs } from '../store/blobs/blobs.ts'
import { type HeldFile, openFile } from '../store/files.ts'
import type { Call } from './call.ts'
import { Refusal } from './errors.ts'
import type { Services } from './options.ts'

const PICTURE_MOST = 10 * 1024 * 1024
/** A body that sends nothing for so long is given up. */
const IDLE = 20_000

/** The body as it comes: with an end to waiting, so that who sends a byte an hour holds nothing. */
export async function* bodyOf(request: Request, idleMs = IDLE): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader()
  if (!reader) return
  let timer: NodeJS.Timeout | undefined
  try {
    for (;;) {
      const late = new Promise<never>((_, fail) => {
        timer = setTimeout(() => fail(new Refusal('timeout')), idleMs)
      })
      const step = await Promise.race([reader.read(), late])
      clearTimeout(timer)
      if (step.done) return
      yield step.value
    }
  } finally {
    clearTimeout(timer)
    // Whatever is still on its way is not read.
    void reader.cancel().catch(() => {})
  }
}

/** What bytes are, by their beginning; null for anything that is not let in. */
export const sniff = (head: Uint8Array): string | null => {
  const at = (offset: number, ...bytes: number[]) => bytes.every((byte, i) => head[offset + i] === byte)
  if (at(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (at(0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (at(0, 0x52, 0x49, 0x46, 0x46) && at(8, 0x57, 0x45, 0x42, 0x50)) return 'image/webp'
  if (at(0, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf'
  if (at(0, 0x50, 0x4b, 0x03, 0x04)) return 'application/zip'
  return null
}
/** Width and height that a picture claims; null when it does not say in its head. A small file may claim a picture that fills the memory. */
export const measure = (head: Buffer, type: string): { readonly width: number; readonly height: number } | null => {
  if (type === 'image/png' && head.length >= 24) return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
  if (type === 'image/webp' && head.length >= 30) {
    const kind = head.toString('latin1', 12, 16)
    if (kind === 'VP8X') return { width: 1 + head.readUIntLE(24, 3), height: 1 + head.readUIntLE(27, 3) }
    if (kind === 'VP8L') return { width: 1 + (head.readUInt16LE(21) & 0x3fff), height: 1 + ((head.readUInt32LE(21) >>> 14) & 0x3fff) }
    if (kind === 'VP8 ') return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff }
  }
  if (type === 'image/jpeg')
    for (let at = 2; at + 9 < head.length; ) {
      if (head[at] !== 0xff) return null
      const marker = head[at + 1]!
      if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
        return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) }
      at += 2 + head.readUInt16BE(at + 2)
    }
  return null
}
const PIXELS = 40_000_000

/** The declared digest of a body; refused when there is none, for without it nobody could tell what arrived. */
export const declaredDigest = (request: Request): string => {
  const digest = request.headers.get('x-content-sha256')?.toLowerCase() ?? ''
  if (!/^[0-9a-f]{64}$/.test(digest))
    throw new Refusal('invalid', undefined, {
      fields: [
        {
          path: 'X-Content-SHA256',
          said:
            digest === ''
              ? { zh: '缺少内容摘要', en: 'the digest of the content is missing' }
              : { zh: '应是 64 个十六进制字符的 SHA-256 摘要', en: 'has to be a SHA-256 digest of 64 hexadecimal characters' },
        },
      ],
    })
  return digest
}
export const declaredLength = (request: Request): number => Number(request.headers.get('content-length'))

/** Takes a picture or paper in: what it is has to be what it says it is. It is put nowhere yet. */
export const receivePicture = async (call: Call): Promise<{ readonly bytes: Buffer; readonly type: string }> => {
  const { request } = call
  const digest = declaredDigest(request)
  const length = declaredLength(request)
  if (length > PICTURE_MOST) throw new Refusal('too-large', { zh: '最多 10 MB', en: 'at most 10 MB' })
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bodyOf(request)) {
    size += chunk.length
    if (size > length) throw new Refusal('too-large')
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  const wrong = (zh: string, en: string) => new Refusal('invalid', undefined, { fields: [{ path: 'body', said: { zh, en } }] })
  if (size !== length || createHash('sha256').update(bytes).digest('hex') !== digest)
    throw wrong('收到的内容与声明的长度或摘要不符', 'what arrived is not what was declared')
  const type = sniff(bytes)
  const declared = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (type === null || type !== declared)
    throw new Refusal('media-type', { zh: '内容与声明的类型不符', en: 'the content is not of the type that was declared' })
  if (type.startsWith('image/')) {
    const measures = measure(bytes, type)
    if (!measures || measures.width * measures.height > PIXELS || measures.width === 0 || measures.height === 0)
      throw wrong('图片尺寸过大或无法识别', 'the picture is too large, or cannot be measured')
  }
  return { bytes, type }
}

/** What a browser may show by itself; everything else is given to be saved. */
const SHOWN: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp'])
const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'image/svg+xml': 'svg',
}

const headersOf = (sha256: string, size: number, mime: string): Readonly<Record<string, string>> => {
  const type = ENDINGS[mime] === undefined || mime === 'image/svg+xml' ? 'application/octet-stream' : mime
  return {
    'content-type': type,
    'content-length': String(size),
    // Its name is made of its hash, never of what a stranger called it.
    'content-disposition': `${SHOWN.has(type) ? 'inline' : 'attachment'}; filename="${sha256.slice(0, 16)}.${ENDINGS[type] ?? 'bin'}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  }
}
/** A blob as an answer. */
export const fileAnswer = (
  blobs: Blobs,
  { sha256, size, mime }: { readonly sha256: string; readonly size: number; readonly mime: string },
  more: Readonly<Record<string, string>> = {},
): Response => {
  const source = blobs.stream(sha256)[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const step = await source.next()
      if (step.done) controller.close()
      else controller.enqueue(step.value)
    },
    async cancel() {
      await source.return?.()
    },
  })
  return new Response(body, { headers: { ...headersOf(sha256, size, mime), ...more } })
}
/** What somebody put, opened, as an answer that nobody keeps. */
export const heldAnswer = async (
  services: Pick<Services, 'store' | 'blobs' | 'secrets'>,
  file: Pick<HeldFile, 'sha256' | 'size' | 'mime' | 'stored'>,
): Promise<Response> => {
  const bytes = await openFile(services, file)
  return new Response(new Uint8Array(bytes), {
    headers: { ...headersOf(file.sha256, bytes.length, file.mime), 'cache-control': 'private, no-store' },
  })
}
