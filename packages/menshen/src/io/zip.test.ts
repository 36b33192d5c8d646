import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { InputError, openFiles } from './files.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { openZip } from './zip.ts'

interface ZipWriter {
  addBuffer(content: Buffer, path: string): void
  end(): void
  readonly outputStream: NodeJS.ReadableStream
}
// yazl comes without types
const { ZipFile } = createRequire(import.meta.url)('yazl') as { ZipFile: new () => ZipWriter }

/** A well-made archive. */
const pack = (files: Record<string, string | Uint8Array>): Promise<Uint8Array> =>
  new Promise((done, fail) => {
    const zip = new ZipFile()
    for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content as string), path)
    zip.end()
    const chunks: Buffer[] = []
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    zip.outputStream.on('error', fail)
    zip.outputStream.on('end', () => done(Buffer.concat(chunks)))
  })

interface Raw {
  readonly name: string | Uint8Array
  readonly content?: string | Uint8Array
  readonly flags?: number
  readonly method?: number
  readonly mode?: number
  /** Size that the directory claims. */
  readonly claims?: number
}

/** An archive as no honest tool would write it, byte by byte. */
const forge = (entries: readonly Raw[]): Uint8Array => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content = 'x', flags = 0, method = 8, mode = 0o100644, claims } of entries) {
    const data = Buffer.from(content as string)
    const packed = method === 8 ? deflateRawSync(data) : data
    const raw = Buffer.from(name as string)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims ?? data.length, 18)
    common.writeUInt16LE(raw.length, 22)
    parts.push(Buffer.from('504b0304', 'hex'), common, raw, packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE((mode << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('504b0102', 'hex'), Buffer.from([20, 3]), common, tail, raw)
    offset += 30 + raw.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, central, end])
}

const open = (bytes: Uint8Array, limits: Partial<Limits> = {}) => openZip(bytes, 'upload', { ...DEFAULT_LIMITS, ...limits })
const refused = async (bytes: Uint8Array, limits: Partial<Limits> = {}) => {
  try {
    await open(bytes, limits)
    return 'opened'
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    expect(error.text.zh + error.text.en).not.toMatch(/\{\w+\}/)
    return error.code
  }
}

describe('a zip file', () => {
  test('is read with the folder around everything taken off', async () => {
    const files = await open(
      await pack({ 'tea/app.json': '{}', 'tea/pages/a.wxml': '<view/>', '__MACOSX/tea/._app.json': 'x', 'tea/.DS_Store': 'x' }),
    )
    expect([files.name, files.origin, files.list()]).toEqual(['tea', 'zip', ['app.json', 'pages/a.wxml']])
    expect([files.text('pages/a.wxml'), files.size('app.json'), files.text('tea/app.json')]).toEqual(['<view/>', 2, undefined])
  })

  test('keeps several folders at the top as they are', async () => {
    const files = await open(await pack({ 'a/app.json': '{}', 'b/app.json': '{}', 'node_modules/x.js': '' }))
    expect([files.name, files.list()]).toEqual(['upload', ['a/app.json', 'b/app.json']])
  })

  test('is known by its content, not its name, and leaves nothing on the disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'menshen-zip-'))
    try {
      writeFileSync(join(folder, 'program.bin'), await pack({ 'app.json': '{}' }))
      const files = await openFiles(join(folder, 'program.bin'))
      expect([files.name, files.list()]).toEqual(['program', ['app.json']])
      expect(readdirSync(folder)).toEqual(['program.bin'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('has names in GBK where the tool that made it wrote them so', async () => {
    const gbk = Uint8Array.from([0xb2, 0xe8, 0x2e, 0x6a, 0x73])
    expect((await open(forge([{ name: gbk }, { name: '茶馆.js' }]))).list()).toEqual(['茶.js', '茶馆.js'])
  })

  test('honours the ignore list inside of it', async () => {
    expect((await open(await pack({ 'p/.menshenignore': 'docs/', 'p/docs/a.js': '', 'p/app.js': '' }))).list()).toEqual([
      '.menshenignore',
      'app.js',
    ])
  })

  test('may be empty', async () => {
    expect((await open(await pack({}))).list()).toEqual([])
  })
})

describe('a hostile zip file', () => {
  test.each([
    '../evil.js',
    'a/../../evil.js',
    '/etc/evil.js',
    'C:/evil.js',
    'a\\..\\evil.js',
    'a\0.js',
    './a.js',
    'a//b.js',
    '..',
    'a/'.repeat(600) + 'b.js',
  ])('is refused for the name %j', async (name) => {
    expect(await refused(forge([{ name: 'app.json' }, { name }]))).toBe('zip-unsafe-name')
  })

  test('is refused for a name above that only a directory entry has', async () => {
    expect(await refused(forge([{ name: '../x/', content: '' }]))).toBe('zip-unsafe-name')
  })

  test.each([
    ['the same name twice', ['a.js', 'a.js']],
    ['names that differ in case', ['Pages/a.js', 'pages/A.js']],
    ['a file that is a folder too', ['a', 'a/b.js']],
    ['a folder that is a file too', ['A/b.js', 'a']],
  ])('is refused for %s', async (_, names) => {
    expect(await refused(forge(names.map((name) => ({ name }))))).toBe('zip-name-clash')
  })

  test('does not follow links', async () => {
    const files = await open(forge([{ name: 'p/app.json' }, { name: 'p/link.js', content: '/etc/passwd', mode: 0o120777 }]))
    expect(files.list()).toEqual(['app.json'])
    expect(files.problems!()).toMatchObject([{ kind: 'symlink-outside', at: { file: 'link.js' }, hides: true }])
  })

  test('is refused when encrypted or packed in an unknown way', async () => {
    expect(await refused(forge([{ name: 'a.js', flags: 1 }]))).toBe('zip-encrypted')
    expect(await refused(forge([{ name: 'a.js', method: 99 }]))).toBe('zip-method')
  })

  test('is stopped by what its directory says', async () => {
    const zeros = new Uint8Array(2_000_000)
    const bomb = forge([{ name: 'a.bin', content: zeros }])
    expect(await refused(bomb, { ratioFrom: 1_000_000 })).toBe('zip-bomb')
    expect(await refused(bomb, { fileBytes: 1_000_000 })).toBe('zip-bomb')
    expect(await refused(bomb, { bytes: 1_000_000 })).toBe('zip-bomb')
    expect(await refused(forge([{ name: 'a' }, { name: 'b' }, { name: 'c' }]), { files: 2 })).toBe('too-many-files')
    expect((await open(bomb)).size('a.bin')).toBe(2_000_000)
  })

  test('is stopped while inflating when its directory lies', async () => {
    const zeros = new Uint8Array(2_000_000)
    expect(await refused(forge([{ name: 'a.bin', content: zeros, claims: 10 }]))).toBe('zip-broken')
    expect(await refused(forge([{ name: 'a.bin', content: zeros, claims: 4_000_000_000 }]))).toBe('zip-bomb')
  })

  test('is refused when damaged, wherever the damage is', async () => {
    const good = Buffer.from(await pack({ 'app.json': '{"pages": []}'.repeat(50), 'app.js': 'App({})' }))
    expect(await refused(good.subarray(0, 40))).toBe('zip-broken')
    for (let at = 0; at < good.length; at += 3) {
      const bad = Buffer.from(good)
      bad[at] = bad[at]! ^ 0xff
      // whatever comes of it, it is one of our own errors or a few files
      expect(await refused(bad)).toMatch(/^(?:opened|zip-|too-many)/)
    }
  })
})
