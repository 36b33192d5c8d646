import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Blobs } from './blobs.ts'
import { diskBlobs } from './disk.ts'
import { s3Blobs } from './s3.ts'

const folder = mkdtempSync(join(tmpdir(), 'menshen-blobs-'))
const objects = new Map<string, Buffer>()
const unsigned: string[] = []
let server: Server
let disk: Blobs
let s3: Blobs

beforeAll(async () => {
  // A small bucket: it keeps what it is given and wants everything signed.
  server = createServer(async (request, response) => {
    const key = new URL(request.url!, 'http://x').pathname.replace('/bucket/', '')
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/')) unsigned.push(key)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const object = objects.get(key)
    if (request.method === 'PUT') {
      objects.set(key, body)
      response.writeHead(200, { etag: '"x"' }).end()
    } else if (request.method === 'DELETE') {
      objects.delete(key)
      response.writeHead(204).end()
    } else if (!object) response.writeHead(404).end()
    else
      response
        .writeHead(200, { 'content-length': object.length, 'content-type': 'application/octet-stream' })
        .end(request.method === 'HEAD' ? undefined : object)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  disk = await diskBlobs(join(folder, 'disk'))
  s3 = s3Blobs({ endpoint: `http://127.0.0.1:${port}/bucket`, accessKeyId: 'key', secretAccessKey: 'secret', incoming: join(folder, 's3') })
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
}
const placeOf = (name: string) => join(folder, 'disk', name.slice(0, 2), name.slice(2, 4), name)

describe.each([
  ['a folder', () => disk],
  ['a bucket', () => s3],
])('%s', (kind, of) => {
  test('should give back what it took, by its hash, and take it once', async () => {
    const bytes = randomBytes(5000)
    const name = sha(bytes)
    expect(await of().size(name)).toBe(null)
    for (let n = 0; n < 2; n++) expect(await of().put(inPieces(bytes), { max: 5000, expected: name })).toEqual({ sha256: name, size: 5000 })
    expect([await of().size(name), sha(await of().read(name))]).toEqual([5000, name])
    await of().remove(name)
    expect(await of().size(name)).toBe(null)
    await expect(of().read(name)).rejects.toMatchObject({ code: 'not-found' })
  })
  test('should refuse more than was allowed, other bytes than were promised, and keep nothing of them', async () => {
    const bytes = randomBytes(5001)
    await expect(of().put(inPieces(bytes), { max: 5000 })).rejects.toMatchObject({ code: 'too-large' })
    await expect(of().put(inPieces(bytes), { max: 6000, expected: sha(randomBytes(3)) })).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      of().put(
        (async function* () {
          yield bytes
          throw new Error('the line broke')
        })(),
        { max: 6000 },
      ),
    ).rejects.toThrow('the line broke')
    expect(await of().size(sha(bytes))).toBe(null)
    expect(readdirSync(join(folder, kind === 'a folder' ? 'disk/incoming' : 's3'))).toEqual([])
  })
  test('should notice bytes that have changed since', async () => {
    const bytes = randomBytes(3000)
    const { sha256 } = await of().put([bytes], { max: 3000 })
    const bad = Buffer.concat([bytes.subarray(1), Buffer.of(bytes[0]! ^ 1)])
    if (kind === 'a folder') writeFileSync(placeOf(sha256), bad)
    else objects.set(`${sha256.slice(0, 2)}/${sha256}`, bad)
    await expect(of().read(sha256)).rejects.toMatchObject({ code: 'corrupt' })
    await expect(of().read(sha256, 100)).rejects.toMatchObject({ code: 'too-large' })
  })
  test.each([
    '',
    '../../etc/passwd',
    '/etc/passwd',
    'a'.repeat(63),
    'A'.repeat(64),
    `${'a'.repeat(64)}\n`,
    `${'a'.repeat(61)}/..`,
    'g'.repeat(64),
  ])('should take nothing but a hash for a name: %j', async (name) => {
    await expect(of().size(name)).rejects.toMatchObject({ code: 'invalid' })
    await expect(of().read(name)).rejects.toMatchObject({ code: 'invalid' })
    await expect(of().remove(name)).rejects.toMatchObject({ code: 'invalid' })
    await expect(of().put([], { max: 1, expected: name })).rejects.toMatchObject({ code: 'invalid' })
  })
})
test('should leave blobs to their owner, and sign every request', async () => {
  const { sha256 } = await disk.put([Buffer.from('x')], { max: 1 })
  expect(statSync(placeOf(sha256)).mode & 0o077).toBe(0)
  expect(readFileSync(placeOf(sha256), 'utf8')).toBe('x')
  expect(unsigned).toEqual([])
})
