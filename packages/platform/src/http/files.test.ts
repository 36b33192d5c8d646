/** Bytes that come in and go out: slow senders, and what a table program would take for a formula. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { API } from '../contract/index.ts'
import type { Endpoint } from '../contract/words.ts'
import { bodyOf, fileAnswer } from './files.ts'

const sending = (chunks: readonly (readonly [ms: number, bytes: string])[], hang = false) => {
  let cancelled = false
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (const [ms, bytes] of chunks) {
        await pause(ms)
        if (cancelled) return
        controller.enqueue(Buffer.from(bytes))
      }
      if (!hang) controller.close()
    },
    cancel() {
      cancelled = true
    },
  })
  const request = new Request('https://x.example/', { method: 'PUT', body, duplex: 'half' } as RequestInit)
  return { request, gone: () => cancelled }
}
const all = async (request: Request, idleMs: number): Promise<string> => {
  const parts: Uint8Array[] = []
  for await (const part of bodyOf(request, idleMs)) parts.push(part)
  return Buffer.concat(parts).toString()
}

test('who sends nothing any more is given up, and what they hold is let go (24)', async () => {
  const { request, gone } = sending([[0, 'PK']], true)
  await expect(all(request, 50)).rejects.toMatchObject({ code: 'timeout' })
  await pause(20)
  expect(gone()).toBe(true)
})
test('who is slow and goes on is heard to the end', async () => {
  const { request } = sending([
    [5, 'a'],
    [5, 'b'],
    [5, 'c'],
  ])
  expect(await all(request, 30_000)).toBe('abc')
})
test('nothing goes out that a table program would take for its own (57)', () => {
  const types = Object.values(API as Readonly<Record<string, Endpoint>>).flatMap(({ types = [] }) => types)
  expect(types.filter((type) => /csv|excel|spreadsheet|tab-separated|html|xml/.test(type.replace('image/svg+xml', '')))).toEqual([])
  // Whatever a file claims to be, only pictures are shown; the rest is saved under the name of its digest.
  for (const mime of ['text/csv', 'text/html', 'image/svg+xml', 'application/vnd.ms-excel', 'application/pdf']) {
    const empty = { stream: async function* () {} } as never
    const { headers } = fileAnswer(empty, { sha256: 'a'.repeat(64), size: 0, mime })
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="a{16}\.(?:bin|pdf|svg)"$/)
    expect(headers.get('content-type')).toMatch(/^application\/(?:octet-stream|pdf)$/)
  }
})
