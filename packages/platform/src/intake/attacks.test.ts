/**
 * What has been tried on upload paths, case by case: names, archives that say two things, bombs, contents that are not
 * what they say. Each is refused for its own reason; what is sound and merely odd is accepted.
 */
import { randomBytes } from 'node:crypto'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  ARCHIVES,
  beside,
  CLASHES,
  CONTENTS,
  ENCODINGS,
  largest,
  NAMES,
  NO_PACKAGES,
  overlapping,
  png,
  tooManyFiles,
  tooManyFolders,
  ZEROS,
} from '../../test/attacks.ts'
import { PROGRAM, withProgram, type ZipEntry, type ZipOptions, zip } from '../../test/zips.ts'
import { look } from './look.ts'
import { openPackage, type RefusalCode, Refused } from './open.ts'

const codeOf = async (bytes: Buffer): Promise<RefusalCode | 'accepted'> => {
  try {
    await look(bytes, () => {})
    return 'accepted'
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}
const named = (name: string | Buffer) => beside({ name, content: 'x' })

describe('names', () => {
  test.each(NAMES)('case %i: %s is refused', async (_case, _what, name) => {
    expect(await codeOf(named(name))).toBe('unsafe-name')
  })
  test.each(ENCODINGS)('case %i: a name in %s is refused', async (_case, _what, name) => {
    expect(await codeOf(named(name))).toBe('name-encoding')
  })
  test.each(CLASHES)('case %i: names that are one, %s, are refused', async (_case, _what, entries) => {
    expect(await codeOf(beside(...entries))).toBe('name-clash')
  })
})

describe('the archive', () => {
  test.each<[number, string, RefusalCode, readonly ZipEntry[], ZipOptions?]>([...ARCHIVES])(
    'case %i: %s is refused',
    async (_case, _what, code, entries, options) => {
      const found = await codeOf(zip(withProgram(...entries), options))
      // An end record in a comment may be taken for the end: either reason is right, accepting is not.
      if (code === 'hidden-bytes' && options?.comment) expect(['hidden-bytes', 'comment', 'broken', 'not-a-zip']).toContain(found)
      else expect(found).toBe(code)
    },
  )
  test('case 11: a file within the data of another is refused', async () => {
    expect(await codeOf(overlapping())).toBe('overlap')
  })
  test('case 19: two thousand and one files are refused', async () => {
    expect(await codeOf(tooManyFiles())).toBe('too-many')
  })
  test('case 19: a hundred thousand empty folders are refused', async () => {
    expect(await codeOf(tooManyFolders())).toBe('too-many')
  })
  test.each(NO_PACKAGES)('case %i: %s is no package', async (_case, _what, bytes) => {
    expect(await codeOf(bytes)).toBe('not-a-zip')
  })
  test('case 23: an upload that was cut is refused wherever it was cut', async () => {
    const whole = zip(withProgram({ name: 'x.bin', content: randomBytes(300) }))
    for (let length = 4; length < whole.length; length += 13) expect(await codeOf(whole.subarray(0, length))).not.toBe('accepted')
  })
  test('case 8: more than thirty megabytes are not looked at', async () => {
    await expect(openPackage(Buffer.alloc(30_000_001), async () => {})).rejects.toMatchObject({ code: 'too-large' })
  })
})

describe('contents', () => {
  test.each(CONTENTS)('case %i: %s is refused', async (_case, _what, code, name, content) => {
    expect(await codeOf(beside({ name, content }))).toBe(code)
  })
  test.each<[string, readonly ZipEntry[], RefusalCode]>([
    ['no program', [{ name: 'readme.md', content: 'x' }], 'no-program'],
    [
      'a mini game',
      [
        { name: 'game.json', content: '{"deviceOrientation":"portrait"}' },
        { name: 'game.js', content: '1' },
      ],
      'mini-game',
    ],
    [
      'two programs',
      ['a', 'b'].flatMap((top) => Object.entries(PROGRAM).map(([name, content]) => ({ name: `${top}/${name}`, content }))),
      'several',
    ],
    [
      'broken configuration',
      [...withProgram().filter(({ name }) => name !== 'app.json'), { name: 'app.json', content: '{"pages":[' }],
      'config',
    ],
  ])('%s is refused', async (_what, entries, code) => {
    expect(await codeOf(zip(entries))).toBe(code)
  })
  test.each<[string, Buffer]>([
    [
      'as usual tools write it',
      zip(
        withProgram(
          { name: 'images/', content: '' },
          {
            name: 'images/a.png',
            content: png(10, 10),
            extra: Buffer.from('5554050003000000007578' + '0b000104000000000400000000', 'hex'),
          },
        ),
      ),
    ],
    ['within one folder', zip(Object.entries(PROGRAM).map(([name, content]) => ({ name: `tea/${name}`, content })))],
    ['with names in Chinese', beside({ name: 'images/茶馆 大厅.txt', content: '茶' })],
    ['of DOS', zip(withProgram().map((entry) => ({ ...entry, madeBy: 20, attributes: 0x20 })))],
    ['with what is behind its data', zip(withProgram().map((entry) => withDescriptor(entry)))],
  ])('a sound package %s is accepted', async (_what, bytes) => {
    expect(await codeOf(bytes)).toBe('accepted')
  })
  function withDescriptor(entry: ZipEntry): ZipEntry {
    const content = Buffer.from(entry.content as string)
    const out = Buffer.alloc(16)
    out.writeUInt32LE(0x08074b50, 0)
    out.writeUInt32LE(crc32(content), 4)
    out.writeUInt32LE(deflateRawSync(content).length, 8)
    out.writeUInt32LE(content.length, 12)
    return { ...entry, flags: 0x808, local: { size: 0, packedSize: 0, crc: 0 }, descriptor: out }
  }
})

describe('the child', () => {
  test('case 9: memory stays bounded while it opens the largest that is allowed', async () => {
    const opened = await openPackage(largest(), async ({ files, peakMb }) => ({ count: files.length, peakMb }))
    expect(opened.count).toBe(9 + Object.keys(PROGRAM).length)
    expect(opened.peakMb).toBeLessThan(400)
  })
  test('case 8: a bomb is refused from its directory, without memory', async () => {
    const bomb = zip(withProgram({ name: 'bomb.txt', content: ZEROS }))
    await expect(openPackage(bomb, async () => {})).rejects.toMatchObject({ code: 'bomb' })
  })
  test('a child that takes too long or too much is ended, and its room is gone', async () => {
    const sound = zip(withProgram())
    await expect(openPackage(sound, async () => {}, { wallMs: 5 })).rejects.toMatchObject({ code: 'took-too-long' })
    await expect(openPackage(sound, async () => {}, { memoryMb: 1 })).rejects.toMatchObject({ code: 'took-too-much' })
  })
  test('contents come by their hash, and by nothing else', async () => {
    await openPackage(zip(withProgram()), async ({ files, content }) => {
      const app = files.find(({ path }) => path === 'app.js')!
      expect(content(app.sha256)?.toString()).toBe(PROGRAM['app.js'])
      expect(content('../package.zip')).toBe(null)
      expect(content('0'.repeat(64))).toBe(null)
    })
  })
})

test('a thousand packages with changed bytes: accepted as they are or refused, and never anything else', async () => {
  const sound = zip(withProgram({ name: 'images/a.txt', content: 'a'.repeat(200) }, { name: 'b/', content: '' }))
  // A fixed sequence, so that what fails fails again.
  let seed = 1
  const chance = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return seed % below
  }
  let accepted = 0
  for (let n = 0; n < 1000; n++) {
    const bytes = Buffer.from(sound)
    for (let change = 0; change <= n % 4; change++) bytes[chance(bytes.length)] = chance(3) === 0 ? 0xff : chance(256)
    if ((await codeOf(bytes)) === 'accepted') accepted++
  }
  // Times and attributes may change without harm; most changes may not.
  expect(accepted).toBeLessThan(500)
})
