/** What has been tried on upload paths, by the number of its case: names, archives that say two things, bombs, contents that are not what they say. */
import { randomBytes } from 'node:crypto'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { PACKAGE_LIMITS } from '../src/intake/limits.ts'
import type { RefusalCode } from '../src/intake/refusal.ts'
import { withProgram, type ZipEntry, type ZipOptions, zip } from './zips.ts'

/** A sound program with something beside it. */
export const beside = (...entries: readonly ZipEntry[]) => zip(withProgram(...entries))
export const ZEROS = Buffer.alloc(9_000_000)
/** The head of a picture that says how large it is. */
export const png = (width: number, height: number): Buffer => {
  const out = Buffer.alloc(33)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(out)
  out.writeUInt32BE(width, 16)
  out.writeUInt32BE(height, 20)
  return out
}

export const NAMES: readonly (readonly [number, string, string | Buffer])[] = [
  [1, 'up', '../up.js'],
  [1, 'up in the middle', 'pages/../../up.js'],
  [2, 'absolute', '/etc/passwd'],
  [3, 'drive', 'C:/windows/x.js'],
  [3, 'drive without a slash', 'C:x.js'],
  [3, 'backslash', 'pages\\x.js'],
  [3, 'a share', '\\\\server\\share\\x.js'],
  [4, 'NUL', 'pages/x.js\0.png'],
  [4, 'escape', 'pages/\u001b[2Jx.js'],
  [4, 'right to left', 'pages/\u202egpj.js'],
  [4, 'zero width', 'pages/ho\u200bme.js'],
  [4, 'variation selectors', 'pages/x\u{e0101}\u{e0110}.js'],
  [4, 'tag letters', 'pages/x\u{e0041}.js'],
  [4, 'byte order mark', '\ufeffapp.js'],
  [4, 'filler', 'pages/\u3164.js'],
  [4, 'private letters', 'pages/\ue000.js'],
  [19, 'a name of 4 KB', `pages/${'x'.repeat(4096)}.js`],
  [19, 'ten thousand folders deep', `${'a/'.repeat(10_000)}x.js`],
  [19, 'twenty-one folders deep', `${'a/'.repeat(21)}x.js`],
  [22, 'CON', 'pages/CON.js'],
  [22, 'aux', 'aux'],
  [22, 'LPT1 as a folder', 'lpt1/x.js'],
  [22, 'trailing dot', 'pages/x.js.'],
  [22, 'trailing space', 'pages/x.js '],
  [22, 'a stream', 'pages/x.js:hidden'],
  [22, 'a star', 'pages/*.js'],
  [22, 'a short name', 'PAGES~1/X.JS'],
  [1, 'here', './pages/x.js'],
  [1, 'nothing between slashes', 'pages//x.js'],
]
export const ENCODINGS: readonly (readonly [number, string, Buffer])[] = [
  [20, 'the old code page of DOS', Buffer.from([0x70, 0x61, 0x87, 0x65, 0x73, 0x2e, 0x6a, 0x73])],
  [20, 'GBK', Buffer.from([0xb2, 0xe8, 0xb9, 0xdd, 0x2e, 0x6a, 0x73])],
  [20, 'UTF-8 that was cut', Buffer.from([0xe8, 0x8c, 0x2e, 0x6a, 0x73])],
  [20, 'UTF-8 longer than need be', Buffer.from([0xc0, 0xae, 0xc0, 0xae, 0x2f, 0x78])],
  [20, 'half a pair', Buffer.from([0xed, 0xa0, 0x80, 0x2e, 0x6a, 0x73])],
]
export const CLASHES: readonly (readonly [number, string, readonly ZipEntry[]])[] = [
  [5, 'twice', [{ name: 'app.js', content: 'x' }]],
  [5, 'by case', [{ name: 'APP.js', content: 'x' }]],
  [
    5,
    'by composition',
    [
      { name: 'caf\u00e9.js', content: 'x' },
      { name: 'cafe\u0301.js', content: 'y' },
    ],
  ],
  [5, 'by width', [{ name: 'ａpp.js', content: 'x' }]],
  [
    5,
    'by a ligature',
    [
      { name: 'of\ufb01ce.js', content: 'x' },
      { name: 'office.js', content: 'y' },
    ],
  ],
  [
    5,
    'by the sharp s',
    [
      { name: 'stra\u00dfe.js', content: 'x' },
      { name: 'strasse.js', content: 'y' },
    ],
  ],
  [5, 'folders by case', [{ name: 'Pages/other.js', content: 'x' }]],
  [5, 'a folder twice', [{ name: 'empty/' }, { name: 'empty/' }]],
  [21, 'a file where a folder is', [{ name: 'pages', content: 'x' }]],
  [21, 'a folder where a file is', [{ name: 'app.js/x.js', content: 'x' }]],
  [21, 'a folder entry where a file is', [{ name: 'app.js/' }]],
]

const one: ZipEntry = { name: 'x.js', content: 'let x = 1' }
const LINK = { attributes: 0o120777 * 0x10000 }
const nested = zip([{ name: 'a', content: 'x' }])
const descriptor = (content: string, lie = 0) => {
  const out = Buffer.alloc(16)
  out.writeUInt32LE(0x08074b50, 0)
  out.writeUInt32LE(crc32(content), 4)
  out.writeUInt32LE(deflateRawSync(content).length, 8)
  out.writeUInt32LE(content.length + lie, 12)
  return out
}
const extra = (id: number, size: number) => {
  const out = Buffer.alloc(4 + size, 1)
  out.writeUInt16LE(id, 0)
  out.writeUInt16LE(size, 2)
  return out
}
export const ARCHIVES: readonly [number, string, RefusalCode, readonly ZipEntry[], ZipOptions?][] = [
  [6, 'a symbolic link', 'not-a-file', [{ name: 'link', content: '/etc/passwd', method: 0, ...LINK }]],
  [6, 'a link said to be of DOS', 'not-a-file', [{ name: 'link', content: '/etc/passwd', method: 0, madeBy: 20, ...LINK }]],
  [7, 'a device', 'not-a-file', [{ name: 'dev', content: '', method: 0, attributes: 0o020666 * 0x10000 }]],
  [7, 'a pipe', 'not-a-file', [{ name: 'fifo', content: '', method: 0, attributes: 0o010666 * 0x10000 }]],
  [7, 'a socket', 'not-a-file', [{ name: 'sock', content: '', method: 0, attributes: 0o140666 * 0x10000 }]],
  [7, 'a folder by its marks, a file by its name', 'not-a-file', [{ ...one, attributes: 0x10 }]],
  [8, 'a bomb by its ratio', 'bomb', [{ name: 'bomb.txt', content: ZEROS }]],
  [8, 'a file that is too large', 'bomb', [{ name: 'large.bin', content: randomBytes(10), size: 10_000_001 }]],
  [
    9,
    'many files of which each is within the bounds',
    'bomb',
    Array.from({ length: 12 }, (_, i) => ({ name: `f${i}`, packed: Buffer.alloc(100_000, i), size: 9_900_000, crc: 1 })),
  ],
  [10, 'an archive within', 'nested-archive', [{ name: 'inner.zip', content: nested }]],
  [10, 'an archive under another name', 'nested-archive', [{ name: 'logo.png', content: nested, method: 0 }]],
  [10, 'gzip', 'nested-archive', [{ name: 'data.bin', content: gzipSync('x') }]],
  [
    10,
    'tar',
    'nested-archive',
    [{ name: 'data.bin', content: Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\0'), Buffer.alloc(300)]) }],
  ],
  [11, 'two names for the same bytes', 'two-stories', [{ ...one, name: 'y.js', offset: 0 }]],
  [12, 'less than it says', 'size-lies', [{ ...one, size: 100 }]],
  [12, 'more than it says', 'size-lies', [{ ...one, size: 3 }]],
  [12, 'stored, with another size', 'size-lies', [{ ...one, method: 0, size: 3 }]],
  [12, 'another checksum', 'checksum', [{ ...one, crc: 1 }]],
  [13, 'the size of zip64 without it', 'zip64', [{ ...one, size: 0xffffffff }]],
  [13, 'a zip64 field', 'zip64', [{ ...one, extra: extra(1, 16) }]],
  [13, 'a packed size beyond the end', 'broken', [{ ...one, packedSize: 0x7fffffff }]],
  [14, 'another name in its own header', 'two-stories', [{ ...one, local: { name: 'y.js' } }]],
  [14, 'another size in its own header', 'two-stories', [{ ...one, local: { size: 5 } }]],
  [14, 'another method in its own header', 'two-stories', [{ ...one, local: { method: 0 } }]],
  [14, 'other flags in its own header', 'two-stories', [{ ...one, local: { flags: 0 } }]],
  [
    14,
    'another size behind its data',
    'two-stories',
    [{ ...one, flags: 0x808, local: { size: 0, packedSize: 0, crc: 0 }, descriptor: descriptor('let x = 1', 1) }],
  ],
  [
    14,
    'bytes behind the end of what is packed',
    'hidden-bytes',
    [{ ...one, packed: Buffer.concat([deflateRawSync('let x = 1'), Buffer.from('hidden')]) }],
  ],
  [15, 'bytes before it', 'not-a-zip', [], { before: Buffer.from('GIF89a') }],
  [15, 'a picture before it', 'not-a-zip', [], { before: Buffer.from('89504e470d0a1a0a', 'hex') }],
  [15, 'bytes between files and directory', 'hidden-bytes', [], { between: Buffer.from('hidden') }],
  [15, 'bytes behind it', 'hidden-bytes', [], { after: Buffer.from('hidden') }],
  [15, 'a second end behind the first', 'hidden-bytes', [], { after: zip([{ name: 'app.json', content: '{}' }]) }],
  [15, 'a directory said to be elsewhere', 'hidden-bytes', [], { directoryShift: 4 }],
  [16, 'a comment', 'comment', [], { comment: 'hello' }],
  [16, 'an end within the comment', 'hidden-bytes', [], { comment: zip([{ name: 'a', content: 'x' }]).toString('latin1') }],
  [16, 'a comment on a file', 'comment', [{ ...one, comment: 'hello' }]],
  [16, 'an extra field nobody knows', 'extra-data', [{ ...one, extra: extra(0x4242, 40) }]],
  [16, 'an extra field that holds more than a time', 'extra-data', [{ ...one, extra: extra(0x5455, 200) }]],
  [16, 'another name in an extra field', 'extra-data', [{ ...one, extra: extra(0x7075, 12) }]],
  [17, 'a password', 'encrypted', [{ ...one, flags: 0x801 }]],
  [17, 'strong encryption', 'encrypted', [{ ...one, flags: 0x840 }]],
  [18, 'bzip2', 'method', [{ ...one, method: 12 }]],
  [18, 'a method of nobody', 'method', [{ ...one, method: 99 }]],
  [19, 'fewer files than there are', 'hidden-bytes', [one], { count: 3 }],
  [19, 'more files than there are', 'broken', [one], { count: 30 }],
  [19, '65,535 files', 'zip64', [one], { count: 65_535 }],
]
export const NO_PACKAGES: readonly (readonly [number, string, Buffer])[] = [
  [20, 'nothing', Buffer.alloc(0)],
  [20, 'an empty archive', zip([])],
  [20, 'tar', Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\0'), Buffer.alloc(2000)])],
  [20, 'gzip', gzipSync('x'.repeat(1000))],
  [20, 'a page', Buffer.from('<html>'.repeat(100))],
  [20, 'chance', randomBytes(5000)],
]
export const CONTENTS: readonly (readonly [number, string, RefusalCode, string, string | Buffer])[] = [
  [25, 'a page called a picture', 'other-content', 'logo.png', '<!DOCTYPE html><script>alert(1)</script>'],
  [25, 'a page behind a comment, called a picture', 'other-content', 'logo.jpg', '<!-- x --><html>'],
  [25, 'a drawing with a script, called a picture', 'other-content', 'logo.gif', '<svg onload="alert(1)">'],
  [25, 'a PDF called a font', 'other-content', 'a.ttf', '%PDF-1.7'],
  [25, 'a double extension', 'executable', 'logo.png.exe', 'x'],
  [25, 'a program of Linux called data', 'executable', 'data.bin', Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(60)])],
  [25, 'a script of the shell called data', 'executable', 'data.bin', '#!/bin/sh\nrm -rf /'],
  [28, 'configuration 100,000 levels deep', 'config', 'ext.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  [28, 'a number beyond all numbers', 'config', 'ext.json', '{"a":1e9999}'],
  [28, 'a key twice', 'config', 'ext.json', '{"extAppid":"a","extAppid":"b"}'],
  [28, 'the key __proto__', 'config', 'ext.json', '{"__proto__":{"admin":true}}'],
  [29, 'entities that grow', 'entities', 'a.svg', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>'],
  [29, 'an entity from a file', 'entities', 'a.xml', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'],
  [29, 'a declaration with a part of its own', 'entities', 'pages/x.wxml', '<!doctype view [ <!element a> ]><view/>'],
  [33, 'a drawing with a script', 'script-in-picture', 'icon.svg', '<svg><script>alert(1)</script></svg>'],
  [33, 'a drawing with an event', 'script-in-picture', 'icon.svg', '<svg onload="alert(1)"/>'],
  [33, 'a drawing with an address that is a script', 'script-in-picture', 'icon.svg', '<svg><a href="javascript:alert(1)">x</a></svg>'],
  [34, 'a picture of 50,000 by 50,000', 'picture-size', 'a.png', png(50_000, 50_000)],
  [
    34,
    'a GIF of ten thousand frames',
    'picture-size',
    'a.gif',
    Buffer.concat([
      Buffer.from('GIF89a\x01\x00\x01\x00'),
      ...Array.from({ length: 10_000 }, () => Buffer.from('21f904000a0000002c', 'hex')),
    ]),
  ],
  [
    55,
    'a private key',
    'secret',
    'utils/pay.js',
    `const key = \`-----BEGIN RSA PRIVATE KEY-----\n${randomBytes(60).toString('base64')}\n\``,
  ],
  [55, 'a file of passwords', 'secret', '.env.production', 'TOKEN=1'],
  [10, 'what a review does not see', 'left-out-folder', 'node_modules/x/index.js', 'x'],
  [10, 'what a review does not see, of a Mac', 'left-out-folder', '__MACOSX/._app.js', 'x'],
  [10, 'a list of what is not to be reviewed', 'review-settings', '.menshenignore', 'pages/'],
]

/** A file within the data of another. */
export const overlapping = (): Buffer => {
  const inner = { name: 'y.js', content: 'let y = 2' }
  const header = zip([inner])
  const around = { name: 'x.bin', method: 0, content: header.subarray(0, header.length - 22 - 46 - inner.name.length) }
  return zip([around, { ...inner, offset: 30 + around.name.length }, ...withProgram()])
}
export const tooManyFiles = (): Buffer =>
  beside(...Array.from({ length: PACKAGE_LIMITS.files }, (_, i) => ({ name: `f${i}.js`, content: '' })))
export const tooManyFolders = (): Buffer => beside(...Array.from({ length: 5000 }, (_, i) => ({ name: `f${i}/` })))
/** Close to every bound at once: nine files of ten megabytes that hardly shrink further. */
export const largest = (): Buffer => {
  const block = randomBytes(2_000_000)
  const files = Array.from({ length: 9 }, (_, i) => ({ name: `f${i}.bin`, content: Buffer.concat([block, Buffer.alloc(7_900_000)]) }))
  return zip(withProgram(...files))
}

export interface Attack {
  readonly number: number
  readonly what: string
  bytes(): Buffer
}
/** All of them, as archives. */
export const ATTACKS: readonly Attack[] = [
  ...NAMES.map(([number, what, name]) => ({ number, what, bytes: () => beside({ name, content: 'x' }) })),
  ...ENCODINGS.map(([number, what, name]) => ({ number, what, bytes: () => beside({ name, content: 'x' }) })),
  ...CLASHES.map(([number, what, entries]) => ({ number, what, bytes: () => beside(...entries) })),
  ...ARCHIVES.map(([number, what, , entries, options]) => ({ number, what, bytes: () => zip(withProgram(...entries), options) })),
  ...NO_PACKAGES.map(([number, what, bytes]) => ({ number, what, bytes: () => bytes })),
  ...CONTENTS.map(([number, what, , name, content]) => ({ number, what, bytes: () => beside({ name, content }) })),
  { number: 11, what: 'a file within the data of another', bytes: overlapping },
  { number: 19, what: 'two thousand and one files', bytes: tooManyFiles },
  { number: 19, what: 'thousands of empty folders', bytes: tooManyFolders },
  { number: 9, what: 'the largest that is allowed', bytes: largest },
]
