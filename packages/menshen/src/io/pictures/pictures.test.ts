import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { collectors } from '../../check/collectors.ts'
import { check } from '../../check/index.ts'
import type { PictureEvidence } from '../../evidence/pictures/types.ts'
import { loadProgram } from '../../program/load.ts'
import { memoryFiles } from '../../program/memory.ts'
import { loadRulebook } from '../../rulebook/index.ts'
import { rules } from '../../rules/generated/index.ts'
import { ALL, FEW, lookAtPictures } from './index.ts'
import { lookAt } from './look.ts'
import { lookAtAll } from './pool.ts'

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)))
/** A screen in dark colours, drawn for these tests: words about paying, and a code of a WeCom account. */
const PAGE = fixture('pay-page.png')
const CONTACT = fixture('contact.jpg')
const PURSE = fixture('purse.webp')

const folder = mkdtempSync(join(tmpdir(), 'menshen-pictures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const chunk = (type: string, data: Uint8Array): Buffer => {
  const out = Buffer.alloc(12 + data.length)
  out.writeUInt32BE(data.length, 0)
  out.write(type, 4, 'latin1')
  out.set(data, 8)
  let crc = 0xffffffff
  for (const byte of out.subarray(4, 8 + data.length)) {
    crc ^= byte
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 8 + data.length)
  return out
}
/** A PNG that says one size and holds whatever is given. */
const png = (width: number, height: number, rows: Uint8Array): Uint8Array => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const parts = [
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]
  return new Uint8Array(Buffer.concat(parts))
}
const plain = (width: number, height: number, grey = 200) => {
  const rows = new Uint8Array((width + 1) * height).fill(grey)
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0
  return png(width, height, rows)
}

describe('a look at one picture', () => {
  test('should read a screen in dark colours, and the code on it', async () => {
    const { lines, codes, unseen } = await lookAt(PAGE, { read: true })
    expect(unseen).toBeUndefined()
    const said = (lines ?? []).map(({ text }) => text).join('\n')
    for (const words of ['请用支付宝扫一扫付款', '备注订单号以便核对', '我已付款']) expect(said).toContain(words)
    expect(codes.map(({ kind, meaning, of }) => [kind, meaning, of.zh])).toEqual([['qr', 'contact', '企业微信']])
  })
  test('should read codes in a JPEG and in a WebP', async () => {
    expect((await lookAt(CONTACT, { read: false })).codes.map(({ text }) => text)).toEqual(['https://u.wechat.com/sample'])
    expect((await lookAt(PURSE, { read: false })).codes.map(({ meaning }) => meaning)).toEqual(['payment'])
  })
  test('should show the first frame of a GIF', async () => {
    // Two by one, black and white, by the uncompressed trick of the format: clear code, two pixels, end.
    const gif = Uint8Array.from([
      ...Buffer.from('GIF89a', 'latin1'),
      2,
      0,
      1,
      0,
      0x80,
      0,
      0,
      0,
      0,
      0,
      255,
      255,
      255,
      0x2c,
      0,
      0,
      0,
      0,
      2,
      0,
      1,
      0,
      0,
      2,
      2,
      0x44,
      0x0a,
      0,
      0x3b,
    ])
    const { measures } = await lookAt(gif, { read: false })
    expect(measures).toMatchObject({ colours: 2, blank: 0.5 })
  })
  test('should take the words of a drawing from its source', async () => {
    expect(
      (await lookAt(Buffer.from('<svg width="200" height="50"><text>扫码进群</text></svg>'), { read: true })).lines?.map(
        ({ text }) => text,
      ),
    ).toEqual(['扫码进群'])
  })
})

describe('hostile pictures', () => {
  test('should be refused by their size before they are decoded', async () => {
    expect(await lookAt(png(60_000, 60_000, new Uint8Array(8)), { read: true })).toMatchObject({ unseen: 'too-large' })
    expect(await lookAt(new Uint8Array(9_000_000), { read: true })).toMatchObject({ unseen: 'too-large' })
  })
  test('should be broken, not fatal, when there is more or less in them than they say', async () => {
    const bomb = png(100, 100, new Uint8Array(60_000_000))
    const before = process.memoryUsage().rss
    const look = await lookAt(bomb, { read: true })
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
    expect(look.codes).toEqual([])
    for (const whole of [PAGE, CONTACT, PURSE]) {
      const look = await lookAt(whole.slice(0, whole.length >> 1), { read: false })
      expect(look.codes).toEqual([])
    }
    expect(await lookAt(Uint8Array.from(Buffer.from('GIF89a\xff\xff\xff\xff\0\0\0', 'latin1')), { read: true })).toMatchObject({
      unseen: 'too-large',
    })
  })
  test('should never make the look throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(CONTACT, PURSE, plain(40, 40)),
        fc.array(fc.tuple(fc.nat(7000), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        async (from, changes) => {
          const bytes = from.slice()
          for (const [at, value] of changes) bytes[at % bytes.length] = value
          const look = await lookAt(bytes, { read: false })
          expect(look.unseen === undefined || ['broken', 'too-large', 'format'].includes(look.unseen)).toBe(true)
        },
      ),
      { numRuns: 40, seed: 7 },
    )
  })
})

describe('many pictures', () => {
  test('should be looked at by threads, the broken among them named', async () => {
    const found = await lookAtAll(
      [
        { key: 'contact', bytes: CONTACT },
        { key: 'broken', bytes: png(900, 900, new Uint8Array(8)) },
        { key: 'purse', bytes: PURSE },
      ],
      { reads: 0, time: 30_000 },
    ).found
    expect([...found].map(([key, look]) => [key, look.unseen ?? look.codes[0]?.meaning]).sort()).toEqual([
      ['broken', 'broken'],
      ['contact', 'contact'],
      ['purse', 'payment'],
    ])
  })
  test('should end in time with what there is', async () => {
    const found = await lookAtAll([{ key: 'page', bytes: PAGE }], { reads: 1, time: 1 }).found
    expect(found.size).toBeLessThanOrEqual(1)
  })
})

const program = (files: Readonly<Record<string, string | Uint8Array>>) =>
  loadProgram(
    memoryFiles({
      'app.json': '{"pages":["pages/a/a"]}',
      'app.js': 'App({})',
      'pages/a/a.js': 'Page({})',
      'pages/a/a.wxml': '<image src="/images/pay.png"/><view>茶单</view>',
      ...files,
    }),
    { root: '', platform: 'wechat' },
  )

describe('the pictures of a program', () => {
  // Two folders side by side: a cache never lies inside of what is reviewed.
  const cache = { folder: join(folder, 'cache'), program: mkdtempSync(join(folder, 'program-')) }

  test('should be looked at once, and known the next time', async () => {
    const asked = { program: program({ 'images/pay.png': PAGE, 'images/who.jpg': CONTACT }), listing: undefined, bounds: FEW, cache }
    const first = lookAtPictures(asked)
    expect(first.busy).toBe(true)
    const seen = await first.evidence
    const again = lookAtPictures(asked)
    expect(again.busy).toBe(false)
    expect(await again.evidence).toEqual(seen)
    expect(seen.pictures.map(({ path, codes }) => [path, codes[0]?.meaning])).toEqual([
      ['images/pay.png', 'contact'],
      ['images/who.jpg', 'contact'],
    ])
  })
  test('should start nothing where none could hold anything', async () => {
    const looking = lookAtPictures({
      program: program({ 'images/tab.png': plain(81, 81), 'images/dot.png': plain(4, 4) }),
      listing: undefined,
      bounds: FEW,
    })
    expect(looking.busy).toBe(false)
    expect(await looking.evidence).toMatchObject({ pictures: [], small: 2 })
  })
  test('should say which ones nobody came to', async () => {
    const { pictures } = await lookAtPictures({
      program: program({ 'images/pay.png': PAGE, 'images/who.jpg': CONTACT }),
      listing: undefined,
      bounds: { ...FEW, looks: 1, reads: 0 },
    }).evidence
    expect(pictures.map(({ path, unseen, unread }) => [path, unseen ?? unread])).toEqual([
      ['images/pay.png', 'budget'],
      ['images/who.jpg', 'budget'],
    ])
  })

  test('should end as findings for a human, with the picture and the box as their place', async () => {
    const model = loadProgram(
      memoryFiles({
        'app.json': '{"pages":["pages/a/a"]}',
        'app.js': 'App({})',
        'pages/a/a.js': 'Page({})',
        'pages/a/a.ttml': '<image src="/images/pay.png"/><image src="/images/purse.webp"/>',
        'images/pay.png': PAGE,
        'images/purse.webp': PURSE,
      }),
      { root: '', platform: 'douyin' },
    )
    const value: PictureEvidence = await lookAtPictures({ program: model, listing: undefined, bounds: ALL }).evidence
    const judged = (pictures: PictureEvidence | undefined) =>
      check({
        program: model,
        rules,
        rulebook: loadRulebook(),
        collectors,
        pictures: pictures && { status: 'collected', by: { collector: 'pictures', at: '2026-11-21' }, value: pictures },
        only: new Set(['transfer-payment', 'payment-code-shown']),
        digest: '',
        version: '0',
        at: '2026-11-21',
      }).run
    const { findings, coverage } = judged(value)
    expect(
      findings.map(({ rule, verdict, places: [place] }) => [
        rule,
        verdict,
        place && 'file' in place && place.file,
        place && 'file' in place && place.box?.length,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['payment-code-shown', 'review', 'images/purse.webp', 4],
        ['transfer-payment', 'review', 'images/pay.png', 4],
      ]),
    )
    expect(findings.every(({ verdict, confidence }) => verdict === 'review' && confidence !== 'high')).toBe(true)
    expect(coverage.find(({ clause }) => clause === 'dy-review/1.2.1.1.b')?.status).toBe('review')
    // Nobody looked: then nothing is known, and the clause says so.
    expect(judged(undefined).coverage.find(({ clause }) => clause === 'dy-review/1.2.1.1.b')).toMatchObject({
      status: 'not-checked',
      reason: 'no-images',
    })
  })
})
