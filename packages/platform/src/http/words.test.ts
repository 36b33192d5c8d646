/** The small parts: codes by time, addresses, languages, problems, pictures, QR codes, the description of the wire. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { png } from '../../test/journey.ts'
import { API } from '../contract/index.ts'
import { problem } from '../contract/words.ts'
import { Problem } from '../store/problem.ts'
import { addressOf } from './address.ts'
import { shaped } from './app.ts'
import { eachSound } from './call.ts'
import { cookieOf } from './caller.ts'
import { invalid, languageOf, problemOf, Refusal } from './errors.ts'
import { measure, sniff } from './files.ts'
import { openApi } from './openapi.ts'
import { hashPassword, passwordFits, weak } from './passwords.ts'
import { qrSvg } from './qr.ts'
import { base32, codeAt, otpauth, stepOf, stepOfCode } from './totp.ts'

describe('codes by time', () => {
  const secret = Buffer.from('12345678901234567890')
  // RFC 6238, appendix B, SHA-1.
  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at %i seconds', (seconds, code) => {
    expect(codeAt(secret, stepOf(seconds * 1000), 8)).toBe(code)
  })
  // RFC 4226, appendix D.
  test('by counter', () => {
    expect(Array.from({ length: 10 }, (_, n) => codeAt(secret, n))).toEqual([
      '755224',
      '287082',
      '359152',
      '969429',
      '338314',
      '254676',
      '287922',
      '162583',
      '399871',
      '520489',
    ])
  })
  test('are good for a step early or late, and no more', () => {
    const now = 1_000_000_000_000
    const step = stepOf(now)
    expect([-2, -1, 0, 1, 2].map((by) => stepOfCode(secret, codeAt(secret, step + by), now))).toEqual([
      null,
      step - 1,
      step,
      step + 1,
      null,
    ])
    for (const bad of ['', '12345', '1234567', '12345a', '１２３４５６']) expect(stepOfCode(secret, bad, now)).toBe(null)
  })
  // RFC 4648, section 10.
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('base32 of %j', (text, encoded) => {
    expect(base32(Buffer.from(text))).toBe(encoded)
  })
  test('are carried by an address that apps read', () => {
    expect(otpauth(secret, 'Menshen', 'a b@example.com')).toBe(
      'otpauth://totp/Menshen:a%20b%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Menshen&algorithm=SHA1&digits=6&period=30',
    )
  })
})

describe('network addresses', () => {
  const from = (remoteAddress: string) => ({ remoteAddress })
  test.each([
    ['of the socket, whatever a header says', from('203.0.113.9'), '1.2.3.4', [], '203.0.113.9'],
    ['as a declared proxy says', from('10.0.0.1'), '1.2.3.4', ['10.0.0.1'], '1.2.3.4'],
    ['the last that a stranger cannot write', from('10.0.0.1'), '6.6.6.6, 1.2.3.4', ['10.0.0.1'], '1.2.3.4'],
    ['through two proxies', from('10.0.0.1'), '6.6.6.6, 1.2.3.4, 10.0.0.2', ['10.0.0.1', '10.0.0.2'], '1.2.3.4'],
    ['of a proxy that says nothing', from('10.0.0.1'), undefined, ['10.0.0.1'], '10.0.0.1'],
    ['IPv4 in IPv6', from('::ffff:192.0.2.1'), undefined, [], '192.0.2.1'],
    ['IPv6 by its network', from('2001:db8:1:2:aaaa::1'), undefined, [], '2001:db8:1:2::/64'],
    ['IPv6, short', from('2001:db8::7'), undefined, [], '2001:db8:0:0::/64'],
    ['none', undefined, '1.2.3.4', [], 'unknown'],
  ])('%s', (_, socket, header, proxies, address) => {
    expect(addressOf(socket, header, proxies)).toBe(address)
  })
})

describe('problems', () => {
  test.each([
    [undefined, 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr, zh;q=0.5, en;q=0.8', 'en'],
    ['zh-CN,en;q=0.9', 'zh'],
    ['en;q=0, zh;q=0.1', 'zh'],
    ['de', 'zh'],
    [';;;,,q=', 'zh'],
  ] as const)('are said to %j in %s', (header, lang) => {
    expect(languageOf(header)).toBe(lang)
  })
  const wire = (error: unknown, lang: 'zh' | 'en' = 'en') => {
    const { wire: one } = problemOf(error, lang, 'urn:uuid:x')
    expect(problem.parse(one)).toEqual(one)
    return one
  }
  test('say in the language that was asked for, and in both', () => {
    expect(wire(new Refusal('role'), 'zh')).toMatchObject({
      status: 403,
      title: '没有权限',
      said: { title: { en: 'Not allowed' } },
      type: 'urn:menshen:problem:role',
    })
  })
  test('tell a stale page what it has not seen, and not who did it', () => {
    const stale = new Problem(
      'stale',
      { zh: '变了', en: 'changed' },
      {
        rv: 3,
        state: 'held',
        changes: [{ type: 'version.hold', event: 'hold', role: 'reviewer', at: 0, rv: 3, from: 'in-human', to: 'held', actor: 'secret' }],
      },
    )
    const { now } = problem.parse(problemOf(stale, 'en', 'x').wire)
    expect(now).toEqual({
      rv: 3,
      state: 'held',
      changes: [
        {
          event: 'hold',
          name: { zh: '等待第二人确认', en: 'held for a second person' },
          role: 'reviewer',
          at: '1970-01-01T00:00:00.000Z',
          rv: 3,
          from: 'in-human',
          to: 'held',
        },
      ],
    })
  })
  test('tell nothing of what nobody foresaw', () => {
    const one = wire(new Error('password=hunter2 at /srv/menshen/db.ts'))
    expect([one.status, JSON.stringify(one).includes('hunter2'), JSON.stringify(one).includes('/srv')]).toEqual([500, false, false])
    expect(wire(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toMatchObject({ status: 503, retryAfter: 5 })
  })
  test('name every field that is wrong, in both languages', () => {
    const schema = z.strictObject({ name: z.string().min(3), mail: z.email(), list: z.array(z.int()).max(1), kind: z.enum(['a', 'b']) })
    const { error } = schema.safeParse({ name: 'x', mail: 'y', list: [1, 2.5], kind: 'c', role: 'operator' })
    const { fields } = wire(invalid(error!))
    expect(fields!.map(({ path }) => path)).toEqual(['name', 'mail', 'list', 'kind', ''])
    expect(fields!.find(({ path }) => path === 'name')!.said).toEqual({ zh: '至少 3 个字符', en: 'at least 3 characters' })
    expect(fields!.find(({ path }) => path === '')!.said.en).toBe('unknown fields: role')
  })
})

test('a list leaves out what cannot be shown; anything else does not hide it', () => {
  const endpoint = API['GET /api/sessions']
  const good = {
    id: '0198c0de-0000-7000-8000-000000000000',
    here: true,
    agent: null,
    created: '2026-11-23T02:00:00.000Z',
    seen: '2026-11-23T02:00:00.000Z',
    expires: '2026-11-23T02:00:00.000Z',
  }
  const broken: unknown[] = []
  expect(shaped(endpoint, { items: [good, { ...good, id: 'x' }], next: null }, (error) => broken.push(error))).toMatchObject({
    items: [good],
    unreadable: 1,
  })
  expect(broken).toHaveLength(1)
  expect(() => shaped(API['GET /ready'], { ok: 'x' }, () => {})).toThrow()
  // Columns that nobody declared stay inside.
  expect(shaped(endpoint, { items: [{ ...good, hash: 'secret' }], next: null }, () => {})).toEqual({
    items: [good],
    next: null,
    total: null,
    unreadable: 0,
  })
})
test('a row that cannot be shown is left out, and told in the log with its id', async () => {
  const said: unknown[] = []
  const log = { error: (about: unknown) => void said.push(about) } as never
  const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  const shown = await eachSound({ log }, rows, async ({ id }) => {
    if (id === 'b') throw new Error('poison')
    return id
  })
  expect([shown, said]).toEqual([['a', 'c'], [{ id: 'b', error: expect.any(Error) }]])
})
test('a cookie is for https when the site is, and gone when it is taken away', () => {
  expect(cookieOf('https://a.example', 'x', 60)).toBe('__Host-menshen=x; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60')
  expect(cookieOf('http://127.0.0.1:8080', null, 60)).toBe('menshen-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
})
describe('passwords', () => {
  test('are kept as argon2id, and fit themselves only', async () => {
    const stored = await hashPassword('ｐassword of mine')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect([
      await passwordFits(stored, 'password of mine'),
      await passwordFits(stored, 'Password of mine'),
      await passwordFits('x', 'x'),
      await passwordFits(null, 'nobody has this password'),
    ]).toEqual([true, false, false, false])
  })
  test.each([
    ['aaaaaaaaaa', true],
    ['abababababab', true],
    ['Password123', true],
    ['wangxiaoming88', true],
    ['correct horse battery', false],
    ['茶馆在城南第三条街', false],
  ])('%j is weak: %s', (password, is) => {
    expect(weak(password, 'wangxiaoming')).toBe(is)
  })
})
describe('pictures', () => {
  test('are known by what they are', () => {
    expect(sniff(png())).toBe('image/png')
    expect(sniff(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'))).toBe(null)
    expect(sniff(Buffer.from('GIF89a'))).toBe(null)
    expect(sniff(Buffer.alloc(0))).toBe(null)
    expect(measure(png(50_000, 40_000), 'image/png')).toEqual({ width: 50_000, height: 40_000 })
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108012c019003012200021101031101', 'hex')
    expect([sniff(jpeg), measure(jpeg, 'image/jpeg')]).toEqual(['image/jpeg', { width: 400, height: 300 }])
    const webp = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8X'), Buffer.from([10, 0, 0, 0, 0, 0, 0, 0, 0x8f, 1, 0, 0x2b, 1, 0])])
    expect([sniff(webp), measure(webp, 'image/webp')]).toEqual(['image/webp', { width: 400, height: 300 }])
    for (const type of ['image/png', 'image/jpeg', 'image/webp']) expect(measure(Buffer.from('ffd8ff'), type)).toBe(null)
  })
})
test('a QR code says what it was made of, and holds nothing but rectangles', async () => {
  const text = 'https://menshen.example/p/mw0123456789abcdef?茶'
  const svg = await qrSvg(text)
  expect(svg.replace(/<path fill="#(?:fff|000)" d="[Mhv HZz\d-]+"\/>/g, '')).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+" shape-rendering="crispEdges"><\/svg>$/,
  )
  const size = Number(svg.match(/viewBox="0 0 (\d+)/)![1])
  const scale = 4
  const data = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255)
  for (const [, x, y, w] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let dy = 0; dy < scale; dy++)
      for (let dx = 0; dx < Number(w) * scale; dx++)
        data.set([0, 0, 0], ((Number(y) * scale + dy) * size * scale + Number(x) * scale + dx) * 4)
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer } })
  const [read] = await readBarcodes({ data, width: size * scale, height: size * scale, colorSpace: 'srgb' } as never, {
    formats: ['QRCode'],
  })
  expect(read?.text).toBe(text)
  expect(createHash('sha256').update(svg).digest('hex')).toBe(
    createHash('sha256')
      .update(await qrSvg(text))
      .digest('hex'),
  )
})
test('the description names every route once, with who may and what goes wrong', () => {
  const { paths, openapi, components } = openApi('https://menshen.example') as {
    openapi: string
    paths: Record<
      string,
      Record<string, { operationId: string; 'x-permission': string; parameters: { in: string; name: string }[]; responses: object }>
    >
    components: object
  }
  expect(openapi).toBe('3.1.0')
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ route: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`, ...one })),
  )
  expect(operations.map(({ route }) => route).sort()).toEqual(Object.keys(API).sort())
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  for (const { route, parameters, responses } of operations) {
    expect(
      parameters.filter((one) => one.in === 'path').map(({ name }) => name),
      route,
    ).toEqual([...route.matchAll(/:(\w+)/g)].map(([, name]) => name))
    expect(Object.keys(responses)).toContain('default')
  }
  expect(JSON.stringify(components)).toContain('application/problem+json')
})
