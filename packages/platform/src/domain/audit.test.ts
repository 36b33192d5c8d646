import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AuditRow, canonical, chain, type Entry, GENESIS, NotPlain, type Plain, verify } from './audit.ts'
import { hmac, sha256 } from './sha256.ts'

const entry = (seq: number, payload: Plain = null): Entry => ({
  seq,
  at: 1_700_000_000_000 + seq,
  actor: 'someone',
  role: 'reviewer',
  onBehalf: null,
  type: 'version.claim',
  subject: 'version',
  subjectId: `v${seq}`,
  beforeRv: 1,
  afterRv: 2,
  payload,
})
const log = (payloads: readonly Plain[]): AuditRow[] => {
  const rows: AuditRow[] = []
  for (const [i, payload] of payloads.entries()) rows.push(chain(entry(i + 1, payload), rows.at(-1)?.hash ?? GENESIS))
  return rows
}
const plain = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4 }),
  ) as fc.Arbitrary<Plain>,
})).value

describe('hashes', () => {
  test('should be those that every other implementation gives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ maxLength: 100 }), (text, key) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
        expect(hmac(key, text)).toBe(createHmac('sha256', key).update(text, 'utf8').digest('hex'))
      }),
    )
    for (const length of [0, 55, 56, 63, 64, 65, 119, 120, 1000])
      expect(sha256('x'.repeat(length))).toBe(createHash('sha256').update('x'.repeat(length)).digest('hex'))
    expect(sha256('\ud800')).toBe(createHash('sha256').update('\ud800', 'utf8').digest('hex'))
  })
})

describe('canonical text', () => {
  test('should be one text for one value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(plain, (value) => {
        const text = canonical(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        const turned = (one: Plain): Plain =>
          Array.isArray(one)
            ? one.map(turned)
            : one !== null && typeof one === 'object'
              ? Object.fromEntries(
                  Object.entries(one)
                    .reverse()
                    .map(([key, inner]) => [key, turned(inner as Plain)]),
                )
              : one
        expect(canonical(turned(value))).toBe(text)
      }),
    )
    expect(canonical({ b: 1, a: [true, null, 'é\n'], '10': 0, '9': {} })).toBe('{"10":0,"9":{},"a":[true,null,"é\\n"],"b":1}')
    // By code units, not by code points.
    expect(canonical({ '\ufb33': 1, '\ud83d\ude00': 2 })).toBe('{"\ud83d\ude00":2,"\ufb33":1}')
  })
  test.each([
    0.5,
    -0,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    undefined,
    '\ud800',
    { a: undefined },
    [undefined],
    new Date(0),
    new Map(),
    1n,
    () => 1,
    Symbol('x'),
    { a: { b: [1, 0.1] } },
  ])('should refuse what readers print in two ways or drop: %o', (value) => {
    expect(() => canonical(value)).toThrow(NotPlain)
  })
  test('should name the place of what it refuses, and be bounded in depth', () => {
    expect(() => canonical({ a: { b: [1, 0.1] } })).toThrow('/a/b/1')
    let deep: Plain = 1
    for (let i = 0; i < 10_000; i++) deep = [deep]
    expect(() => canonical(deep)).toThrow('too deep')
    expect(() => canonical(Array(2))).toThrow('/0')
  })
})

describe('the chain', () => {
  test('should hold as it was written, and in parts after a known head', async () => {
    const rows = log([1, 'zwei', { drei: [3] }, null])
    expect(await verify(rows)).toMatchObject({ ok: true, rows: 4, head: { seq: 4, hash: rows[3]!.hash } })
    expect(await verify(rows.slice(2), { after: rows[1]! })).toMatchObject({ ok: true, rows: 2 })
    expect(await verify([])).toEqual({ ok: true, rows: 0, head: null, clockBack: [] })
  })
  test('should break whatever is changed, taken out, put in, swapped or cut off', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(plain, { minLength: 3, maxLength: 8 }),
        fc.nat(),
        fc.constantFrom('change', 'actor', 'delete', 'swap', 'insert', 'cut', 'rehash'),
        async (payloads, n, how) => {
          const rows = log(payloads)
          const head = rows.at(-1)!
          const at = n % rows.length
          const tampered = [...rows]
          if (how === 'change') tampered[at] = { ...rows[at]!, payload: { changed: payloads[at]! } }
          if (how === 'actor') tampered[at] = { ...rows[at]!, actor: 'nobody' }
          if (how === 'delete') tampered.splice(at, 1)
          if (how === 'swap') {
            const other = (at + 1) % rows.length
            ;[tampered[at], tampered[other]] = [rows[other]!, rows[at]!]
          }
          if (how === 'insert') tampered.splice(at, 0, chain(entry(at + 1, 'planted'), at === 0 ? GENESIS : rows[at - 1]!.hash))
          if (how === 'cut') tampered.splice(at)
          // Somebody who can write everything makes a whole new chain: only a head that was given away shows it.
          const verdict = await verify(
            how === 'rehash' ? log(payloads.map((payload, i) => (i === at ? { planted: payload } : payload))) : tampered,
            { known: [head] },
          )
          expect(verdict.ok).toBe(false)
        },
      ),
    )
  })
  test('should say how it breaks', async () => {
    const rows = log([1, 2, 3, 4])
    expect(await verify([rows[0]!, rows[2]!, rows[3]!])).toMatchObject({ broken: 'gap', seq: 2 })
    expect(await verify([rows[0]!, { ...rows[1]!, payload: 9 }, rows[2]!])).toMatchObject({ broken: 'hash', seq: 2 })
    expect(await verify([rows[0]!, chain(entry(2, 9), rows[0]!.hash), rows[2]!])).toMatchObject({ broken: 'link', seq: 3 })
    expect(await verify(rows.slice(0, 2), { known: [rows[3]!] })).toMatchObject({ broken: 'truncated', seq: 4 })
    expect(await verify(log([1, 2, 3, 5]), { known: [rows[3]!] })).toMatchObject({ broken: 'head', seq: 4 })
  })
  test('should tell of a clock that was set back, without calling it a break', async () => {
    const one = chain(entry(1), GENESIS)
    const two = chain({ ...entry(2), at: one.at - 3_600_000 }, one.hash)
    expect(await verify([one, two])).toMatchObject({ ok: true, clockBack: [2] })
  })
})
