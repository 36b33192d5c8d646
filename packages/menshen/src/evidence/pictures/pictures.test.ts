import { describe, expect, test } from 'vitest'
import table from '../../../data/picture-codes.json' with { type: 'json' }
import { loadProgram } from '../../program/load.ts'
import { memoryFiles } from '../../program/memory.ts'
import { choosePictures } from './choose.ts'
import { meaningOf } from './codes.ts'
import { headerOf, svgLines } from './header.ts'
import { inked, withoutFrames } from './ink.ts'
import { likeMark } from './marks.ts'
import { distance, measure } from './measure.ts'
import { enlarge, greyOf, shrink } from './pixels.ts'
import { rayCodes } from './rays.ts'
import { textRows } from './rows.ts'
import type { Grey, Pixels } from './types.ts'
import { linesOf } from './words.ts'

const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0))
const chance = (seed: number) => () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff

/** A grey picture from a rule for each pixel. */
const grey = (width: number, height: number, at: (x: number, y: number) => number): Grey => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))),
})
const pixels = (width: number, height: number, at: (x: number, y: number) => readonly [number, number, number, number?]): Pixels => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height * 4 }, (_, i) => at((i >> 2) % width, Math.floor((i >> 2) / width))[i % 4] ?? 255),
})

describe('sizes from the first bytes', () => {
  test('should tell each form by its bytes and not by a name', () => {
    expect(headerOf(latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x58\0\0\x01\x90'))).toEqual({ format: 'png', width: 600, height: 400 })
    expect(headerOf(latin('GIF89a\x2c\x01\x64\0\0\0'))).toEqual({ format: 'gif', width: 300, height: 100 })
    expect(headerOf(latin('\xff\xd8\xff\xe0\0\x04JF\xff\xc0\0\x11\x08\x00\x64\x00\xc8\x03\0\0\0'))).toEqual({
      format: 'jpeg',
      width: 200,
      height: 100,
    })
    expect(headerOf(latin('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x8f\0\0\x3f\0\0'))).toEqual({ format: 'webp', width: 144, height: 64 })
    expect(headerOf(latin('<?xml version="1.0"?><svg viewBox="0 0 48 24"></svg>'))).toEqual({ format: 'svg', width: 48, height: 24 })
    expect(headerOf(latin('<html>'))).toBeUndefined()
    expect(headerOf(new Uint8Array())).toBeUndefined()
  })
  test('should read the words of a drawing and nothing else in it', () => {
    const source = '<svg><script>alert("x")</script><text x="1">满 100 <tspan>减 &#50;0</tspan></text><text>A&amp;B</text></svg>'
    expect(svgLines(source)).toEqual(['满 100 减 20', 'A&B'])
  })
})

describe('what codes lead to', () => {
  const said: Readonly<Record<string, string>> = {
    'wxp://f2f0sample': '微信个人收款码',
    'weixin://wxpay/bizpayurl?pr=sample': '微信支付',
    'HTTPS://QR.ALIPAY.COM/FKX0SAMPLE': '支付宝收款码',
    'https://i.qianbao.qq.com/wallet/sqrcode.htm?m=tenpay': 'QQ 钱包',
    'https://qr.95516.com/00010000/sample': '银联收款码',
    '00020101021126330011hk.com.hkicl02051234563048A1B': '收款码（EMV 格式）',
    'https://qr.shouqianba.com/sample': '聚合收款码',
    'bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT': '数字钱包地址',
    'https://weixin.qq.com/g/AwYAAsample': '微信群',
    'https://u.wechat.com/sample': '个人微信',
    'http://weixin.qq.com/r/sample': '公众号',
    'https://work.weixin.qq.com/gm/sample': '企业微信',
    'https://weixin.qq.com/sph/sample': '视频号',
    'https://jq.qq.com/?_wv=1027&k=sample': 'QQ 号或 QQ 群',
    'https://qr.dingtalk.com/action/joingroup?code=sample': '钉钉',
    'https://t.me/sample': '社交账号',
    'BEGIN:VCARD\nVERSION:3.0\nEND:VCARD': '名片',
    'https://mp.weixin.qq.com/a/~~sample': '小程序',
    'https://example.com/down/app-1.0.apk?from=qr': '应用下载',
    'https://mp.weixin.qq.com/s/sample': '公众号文章',
    'WIFI:S:tea;T:WPA;P:12345678;;': '无线网络',
  }
  test('should know every row of the table by a sample of its own', () => {
    expect(Object.keys(said).map((text) => [text, meaningOf(text).of.zh])).toEqual(Object.entries(said))
    expect(new Set(Object.values(said))).toEqual(new Set(table.rows.map((row) => row.of.zh)))
  })
  test('should name the host of any other page, and call the rest words', () => {
    expect(meaningOf('https://user@shop.example.com:8080/a?b=wxp://c')).toEqual({
      meaning: 'link',
      of: { zh: 'shop.example.com', en: 'shop.example.com' },
    })
    expect(meaningOf('座位 12 排 3 号').meaning).toBe('other')
    expect(meaningOf('https://notweixin.qq.com.example.org/g/a')).toMatchObject({ meaning: 'link' })
  })
})

/** A round code: rays of bars around a logo, as it is drawn by the platforms' own makers in form, with chance for content. */
const round = (width: number, height: number, cx: number, cy: number, radius: number, rays: number, seed = 5): Grey => {
  const next = chance(seed)
  const bits = Array.from({ length: rays }, () => Array.from({ length: 5 }, () => next() < 0.55))
  return grey(width, height, (x, y) => {
    const [dx, dy] = [(x - cx) / radius, (y - cy) / radius]
    const d = Math.hypot(dx, dy)
    if (d > 1.04) return 252
    for (const [fx, fy] of [
      [-0.62, -0.62],
      [0.62, -0.62],
      [-0.62, 0.62],
    ] as const) {
      const f = Math.hypot(dx - fx, dy - fy)
      if (f < 0.2) return (f < 0.16 && f > 0.11) || f < 0.06 ? 20 : 252
    }
    if (d < 0.4) return 90
    if (d < 0.5 || d > 1) return 252
    const turn = (((Math.atan2(dy, dx) + Math.PI * 2) % (Math.PI * 2)) / (2 * Math.PI)) * rays
    const ring = Math.min(4, Math.floor((d - 0.5) / 0.1))
    const near = (Math.abs(turn - Math.round(turn)) * 2 * Math.PI * d) / rays
    return near < 0.65 / rays && bits[Math.round(turn) % rays]![ring] ? 20 : 252
  })
}

describe('round codes', () => {
  test.each([
    [430, 430, 215, 215, 200, 36],
    [280, 280, 140, 140, 120, 36],
    [375, 667, 187, 480, 80, 36],
    [600, 600, 300, 300, 280, 72],
  ])('should be found in a picture of %i by %i', (width, height, cx, cy, radius, rays) => {
    const [box, ...others] = rayCodes(round(width, height, cx, cy, radius, rays))
    expect(others).toEqual([])
    expect(Math.hypot(box![0] + box![2] / 2 - cx, box![1] + box![3] / 2 - cy)).toBeLessThan(radius * 0.12)
  })
  test('should not be seen in text, in grain, in a clock or in a wheel of spokes that are whole', () => {
    const next = chance(9)
    expect(rayCodes(grey(300, 300, () => next() * 255))).toEqual([])
    expect(rayCodes(words(300, 200, 20))).toEqual([])
    const clock = grey(300, 300, (x, y) => {
      const [a, d] = [Math.atan2(y - 150, x - 150), Math.hypot(x - 150, y - 150)]
      return d > 120 && d < 135 && Math.abs(((a / (2 * Math.PI)) * 12 + 24) % 1) < 0.06 ? 0 : 255
    })
    expect(rayCodes(clock)).toEqual([])
  })
})

/** Something that looks like lines of small letters: short strokes side by side. */
function words(width: number, height: number, size: number): Grey {
  const next = chance(3)
  const marks = Array.from({ length: 400 }, () => next())
  return grey(width, height, (x, y) => {
    const line = Math.floor(y / (size * 1.8))
    const inside = y % (size * 1.8) < size && x > 12 && x < width - 12
    return inside && marks[(Math.floor(x / 3) * 7 + line * 13 + Math.floor((y % size) / 4)) % 400]! < 0.5 ? 30 : 245
  })
}

describe('lines of text', () => {
  test('should be found where letters stand, and not on plain or soft grounds', () => {
    expect(textRows(words(300, 200, 20)).length).toBeGreaterThanOrEqual(4)
    expect(textRows(grey(300, 200, (x) => x * 0.8))).toEqual([])
    expect(textRows(grey(300, 200, () => 255))).toEqual([])
  })
  test('should come out dark on light, whatever they were', () => {
    const letters = words(240, 120, 20)
    for (const turned of [letters, grey(240, 120, (x, y) => 255 - letters.data[y * 240 + x]!)]) {
      const ink = inked(turned)
      const dark = ink.data.filter((one, i) => one < 100 && letters.data[i]! < 100).length
      const wrong = ink.data.filter((one, i) => one < 100 && letters.data[i]! > 200).length
      expect(dark).toBeGreaterThan(letters.data.filter((one) => one < 100).length * 0.9)
      expect(wrong).toBeLessThan(dark * 0.05)
    }
  })
  test('should lose the frame around them and stay themselves', () => {
    const framed = grey(300, 100, (x, y) =>
      (x === 10 || x === 290 || y === 10 || y === 90) && x >= 10 && x <= 290 && y >= 10 && y <= 90
        ? 0
        : x > 100 && x < 112 && y > 40 && y < 60
          ? 0
          : 255,
    )
    const out = withoutFrames(framed)
    expect(out.data[10 * 300 + 150]).toBe(255)
    expect(out.data[50 * 300 + 105]).toBe(0)
  })
  test('should be put together from the words of the reader, Chinese without gaps', () => {
    const row = (line: number, left: number, confidence: number, text: string) =>
      `5\t1\t1\t1\t${line}\t1\t${left}\t${line * 40}\t30\t20\t${confidence}\t${text}`
    const table = [
      row(1, 0, 96, '会员'),
      row(1, 32, 92, '中心'),
      row(1, 200, 95, 'VIP'),
      row(2, 0, 12, '噪声'),
      row(3, 0, 50, '|'),
      row(4, 0, 88, 'tea'),
      row(4, 40, 90, 'house'),
      'x',
    ].join('\n')
    expect(linesOf(table, 0.5).map(({ text, box }) => [text, box])).toEqual([
      ['会员中心 VIP', [0, 20, 115, 10]],
      ['tea house', [0, 80, 35, 10]],
    ])
  })
})

describe('measures', () => {
  const disc = (soft: number) =>
    pixels(200, 200, (x, y) => {
      const edge = Math.max(0, Math.min(1, (70 - Math.hypot(x - 100, y - 100)) / soft + 0.5))
      return [255 - 200 * edge, 255 - 60 * edge, 255 - 200 * edge]
    })
  test('should tell soft edges from sharp ones, whatever their number', () => {
    expect(measure(disc(1)).sharpness).toBeGreaterThan(0.7)
    expect(measure(disc(9)).sharpness).toBeLessThan(0.4)
  })
  test('should know clear corners and a white rim', () => {
    const rounded = measure(pixels(100, 100, (x, y) => [20, 120, 60, Math.hypot(x - 50, y - 50) < 50 ? 255 : 0]))
    expect(rounded.clear).toBeGreaterThan(0.15)
    expect(measure(disc(1)).blankRim).toBe(1)
    expect(measure(pixels(50, 50, () => [10, 20, 30])).blankRim).toBe(0)
  })
  test('should give like pictures like hashes', () => {
    const face = grey(120, 120, (x, y) => 128 + 90 * Math.sin(x / 19 + y / 31) * Math.cos(y / 23))
    const same = enlarge(shrink(face, 60, 60), 2)
    const other = grey(120, 120, (x, y) => 128 + 90 * Math.cos(x / 11) * Math.sin(y / 17 + 2))
    const hash = (one: Grey) =>
      measure(
        pixels(one.width, one.height, (x, y) => [one.data[y * one.width + x]!, one.data[y * one.width + x]!, one.data[y * one.width + x]!]),
      ).likeness
    expect(distance(hash(face), hash(same))).toBeLessThan(12)
    expect(distance(hash(face), hash(other))).toBeGreaterThan(16)
  })
  test('should see bare skin as one patch, and not a red or a grey field', () => {
    const face = measure(pixels(100, 100, (x) => (x < 60 ? [224, 172, 140] : [40, 60, 90])))
    expect(face.skin).toBeCloseTo(0.6, 1)
    expect(face.skinPatch).toBeCloseTo(0.6, 1)
    expect(measure(pixels(50, 50, () => [230, 20, 30])).skin).toBe(0)
    expect(measure(pixels(50, 50, () => [150, 150, 150])).skin).toBe(0)
  })
  test('should lay clear pixels on white before they are looked at', () => {
    expect([...greyOf({ width: 2, height: 1, data: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 255) }).data]).toEqual([255, 0])
  })
})

test('drawings like the marks of platforms are known by shape and colour, others are not', () => {
  const bubble = (x: number, y: number, cx: number, cy: number, r: number) => Math.hypot((x - cx) / 1.12, y - cy) < r
  const drawn = (ground: readonly [number, number, number]) =>
    measure(
      pixels(240, 240, (x, y) => {
        const front = bubble(x, y, 150, 146, 46)
        const gap = bubble(x, y, 150, 146, 53)
        const back = bubble(x, y, 96, 98, 56)
        return front || (back && !gap) ? [255, 255, 255] : ground
      }),
    )
  expect(likeMark(drawn([40, 190, 90]))?.name.en).toBe('the two bubbles of WeChat')
  expect(likeMark(drawn([200, 40, 40]))).toBeUndefined()
  const leaf = measure(pixels(240, 240, (x, y) => (Math.abs(x - y) < 60 && x + y > 140 && x + y < 340 ? [255, 255, 255] : [40, 190, 90])))
  expect(likeMark(leaf)).toBeUndefined()
})

test('small pictures are not looked at, telling names come first, and the listing’s icon before all', () => {
  const png = (width: number, height: number) =>
    latin(
      `\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0${String.fromCharCode(width >> 8, width & 255)}\0\0${String.fromCharCode(height >> 8, height & 255)}${'\0'.repeat(500)}`,
    )
  const program = loadProgram(
    memoryFiles({
      'app.json': '{"pages":["pages/a/a"]}',
      'pages/a/a.wxml': '<view/>',
      'pages/a/a.js': 'Page({})',
      'images/tab.png': png(81, 81),
      'images/photo.png': png(600, 400),
      'images/shoukuan.png': png(300, 300),
      'images/line.png': png(600, 30),
      'images/not.png': 'nothing',
      'icon.png': png(144, 144),
    }),
    { root: '', platform: 'wechat' },
  )
  const choice = choosePictures(program, { file: 'listing.json', icon: './icon.png', problems: [] })
  expect(choice.candidates.map(({ path }) => path)).toEqual(['icon.png', 'images/shoukuan.png', 'images/photo.png', 'images/line.png'])
  expect(choice.small).toBe(2)
})
