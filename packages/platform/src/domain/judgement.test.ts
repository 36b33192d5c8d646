import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CheckRun } from '../../../menshen/src/check/types.ts'
import { masked, shown } from './mask.ts'
import { nameLength, nameProblems, skeleton } from './names.ts'
import { expediteQuota, fee, left, SUBMISSIONS, WITHDRAWALS } from './quota.ts'
import { inShare, nextShare } from './release.ts'
import { assess, FACTORS, factsOfRun, type RiskFacts, sampled, VETOES } from './risk.ts'
import { DAY, HOUR, MINUTE } from './words.ts'

describe('names', () => {
  const kinds = (name: string) => nameProblems(name).map(({ kind }) => kind)
  test.each([
    ['城南茶馆', []],
    ['Teahouse 茶馆', []],
    ['茶', ['short']],
    ['一个非常非常非常非常长的茶馆名字啊啊', ['long']],
    ['茶馆\u200b城南', ['unseen']],
    ['城南\u202e茶馆', ['unseen']],
    [' 城南茶馆', ['spaces']],
    ['城南茶馆★限时', ['symbols']],
    ['微信茶馆', ['platform']],
    ['Wеchat 茶馆', ['mixed-scripts', 'platform']],
    ['ＷｅＣｈａｔ茶馆', ['platform']],
    ['We-Chat茶馆', ['platform']],
    ['W3CHAT茶馆', []],
    ['测试小程序', ['generic']],
  ])('should judge %j', (name, expected) => {
    expect(kinds(name)).toEqual(expected)
  })
  test('should take names that look alike for one', () => {
    const same = [
      ['Paypal', 'paypa1'],
      ['Apple', 'Αрple'],
      ['modern', 'modem'],
      ['城南茶馆', '城南 茶馆'],
      ['城南茶馆', '城\u200b南茶馆'],
      ['TikTok', 'TIKT0K'],
      ['Café', 'cafe'],
      ['二手车', '亠手车'],
    ] as const
    for (const [a, b] of same) expect(`${a} ${skeleton(a)}`).toBe(`${a} ${skeleton(b)}`)
    expect(skeleton('城南茶馆')).not.toBe(skeleton('城北茶馆'))
    expect(skeleton('門神', { simplified: new Map([['門', '门']]) })).toBe(skeleton('门神'))
    expect(skeleton('扌斗音', { splits: [['扌斗', '抖']] })).toBe('抖音')
  })
  test('should give a skeleton of a skeleton that is itself, on any text, and never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        nameProblems(text)
        expect(skeleton(`${text}\u200b`)).toBe(skeleton(text))
        expect(skeleton(text.toLowerCase())).toBe(skeleton(text.toLowerCase().toUpperCase().toLowerCase()))
      }),
    )
    expect(nameLength('茶馆ab')).toBe(6)
  })
})

describe('quotas', () => {
  const now = Date.parse('2026-11-21T12:00:00+08:00')
  test('should count within a minute, an hour, a day and a month', () => {
    expect(left(SUBMISSIONS, [], now)).toEqual({ allowed: true, left: 3 })
    expect(left(SUBMISSIONS, [now - 10, now - 20, now - 30], now)).toMatchObject({ allowed: false, until: now - 30 + MINUTE })
    expect(
      left(
        SUBMISSIONS,
        Array.from({ length: 10 }, (_, i) => now - (i + 2) * MINUTE),
        now,
      ),
    ).toMatchObject({ allowed: false, until: now - 11 * MINUTE + HOUR })
    const today = Array.from({ length: 24 }, (_, i) => now - HOUR - i * 60_000 * 20)
    expect(left(SUBMISSIONS, today, now)).toMatchObject({ allowed: false, until: Date.parse('2026-11-22T00:00:00+08:00') })
    expect(left(SUBMISSIONS, today, now + DAY)).toMatchObject({ allowed: true })
    expect(
      left(
        WITHDRAWALS,
        Array.from({ length: 10 }, (_, i) => now - i * DAY),
        now,
      ),
    ).toMatchObject({ allowed: false, until: Date.parse('2026-12-01T00:00:00+08:00') })
  })
  test('should allow again at the moment it names, and not a moment before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: now - 40 * DAY, max: now }), { maxLength: 90 }), (past) => {
        const result = left(SUBMISSIONS, past, now)
        if (result.allowed) return
        expect(result.until).toBeGreaterThan(now)
        expect(left([result.limit], past, result.until).allowed).toBe(true)
        expect(left([result.limit], past, result.until - 1).allowed).toBe(false)
      }),
    )
  })
  test('should charge only above what is free, and by default nothing', () => {
    expect([
      fee(null, Array(99).fill(now), now),
      fee({ freePerMonth: 2, each: 100 }, [now], now),
      fee({ freePerMonth: 2, each: 100 }, [now, now], now),
    ]).toEqual([0, 0, 100])
  })
  test('should let quality earn expedited reviews, within a bound', () => {
    expect([0, 10, 1000].map((n) => expediteQuota('person', n)[0]!.most)).toEqual([1, 2, 4])
  })
})

const CALM: RiskFacts = {
  blocking: [],
  warning: [],
  forHumans: [],
  failedChecks: [],
  understood: true,
  firstVersion: false,
  accountDays: 400,
  approvedBefore: 9,
  refusedInLast90Days: 0,
  strikes: 0,
  dailyUsers: 10,
  newPermissions: 0,
  changedFiles: 0,
  files: 30,
  listingChanged: false,
  sensitiveCategory: false,
  documentsValid: true,
  likeness: 0,
  onBlocklist: false,
  openComplaints: 0,
  ignored: 0,
  humanAsked: false,
}
describe('risk', () => {
  test('should let pass what nothing speaks against', () => {
    expect(assess(CALM)).toEqual({ vetoes: [], factors: [], score: 0, band: 'low', recommends: 'approve' })
  })
  test.each<[string, Partial<RiskFacts>]>([
    ['check-failed', { failedChecks: ['run'] }],
    ['blocking-finding', { blocking: ['a'] }],
    ['human-question', { forHumans: ['a'] }],
    ['not-understood', { understood: false }],
    ['blocklisted', { onBlocklist: true }],
    ['documents', { documentsValid: false }],
    ['first-version', { firstVersion: true }],
    ['sensitive-category', { sensitiveCategory: true }],
    ['complaints', { openComplaints: 1 }],
    ['near-copy', { likeness: 900 }],
    ['asked-for', { humanAsked: true }],
  ])('should name the veto %s, and it alone', (name, change) => {
    expect(assess({ ...CALM, ...change }).vetoes.map((one) => one.name)).toEqual([name])
  })
  test('should have tried every veto and every factor', () => {
    expect(VETOES.length).toBe(11)
    const worst = assess({
      ...CALM,
      blocking: ['a', 'b'],
      warning: Array(5).fill('w'),
      forHumans: Array(5).fill('h'),
      ignored: 5,
      accountDays: 0,
      approvedBefore: 0,
      refusedInLast90Days: 3,
      strikes: 2,
      newPermissions: 2,
      changedFiles: 30,
      listingChanged: true,
      likeness: 900,
      dailyUsers: 100_000,
    })
    expect(worst.factors.length).toBe(FACTORS.length)
    expect(worst.score).toBe(FACTORS.reduce((sum, { weight }) => sum + weight, 0))
    expect([worst.band, worst.recommends, assess({ ...CALM, accountDays: 0, approvedBefore: 0 }).band]).toEqual([
      'high',
      'refuse',
      'middle',
    ])
  })
  test('should never fall when something gets worse', () => {
    const count = fc.nat(12)
    fc.assert(
      fc.property(
        fc.record({ strikes: count, newPermissions: count, refusedInLast90Days: count, ignored: count, likeness: fc.nat(1000) }),
        fc.constantFrom('strikes', 'newPermissions', 'refusedInLast90Days', 'ignored', 'likeness'),
        (facts, worse) => {
          expect(assess({ ...CALM, ...facts, [worse]: facts[worse as 'strikes'] + 1 }).score).toBeGreaterThanOrEqual(
            assess({ ...CALM, ...facts }).score,
          )
        },
      ),
    )
  })
  test('should sample by key and bytes: the same each time, another with another key, and about as many as wanted', () => {
    const shas = Array.from({ length: 4000 }, (_, i) => `${i}`)
    const share = (key: string, band: 'low' | 'middle' | 'high') => shas.filter((sha) => sampled(key, sha, band)).length / shas.length
    expect(share('k', 'low')).toBeGreaterThan(0.012)
    expect(share('k', 'low')).toBeLessThan(0.028)
    expect(Math.abs(share('k', 'middle') - 0.2)).toBeLessThan(0.03)
    expect(share('k', 'high')).toBe(1)
    expect(shas.filter((sha) => sampled('a', sha, 'middle'))).not.toEqual(shas.filter((sha) => sampled('b', sha, 'middle')))
    // Whoever is sampled at a low rate is at a higher one.
    for (const sha of shas) if (sampled('k', sha, 'low')) expect(sampled('k', sha, 'middle')).toBe(true)
  })
  test('should read a run by the modes of its rules, and not honour what a developer set aside', () => {
    const finding = (rule: string, verdict: 'violation' | 'review', setAside?: string) => ({
      rule,
      verdict,
      ...(setAside ? { setAside: { by: setAside, reason: 'x' } } : {}),
    })
    const run = {
      findings: [
        finding('a', 'violation'),
        finding('b', 'review'),
        finding('c', 'violation', 'ignore'),
        finding('d', 'violation', 'waiver'),
        finding('e', 'violation'),
        finding('f', 'violation'),
        finding('g', 'violation', 'shadow'),
      ],
      incomplete: ['run'],
      problems: [{ hides: true }],
    } as unknown as CheckRun
    expect(factsOfRun(run, { e: 'shadow', f: 'warn' })).toEqual({
      blocking: ['a', 'c'],
      warning: ['f'],
      forHumans: ['b'],
      failedChecks: ['run'],
      understood: false,
      ignored: 1,
    })
  })
})

describe('gray release', () => {
  test('should only rise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: -5, max: 105 }), (before, wanted) => {
        const result = nextShare(before, wanted, 'raise')
        expect(result.ok).toBe(wanted > before && wanted >= 1 && wanted <= 100)
      }),
    )
    expect([
      nextShare(10, 10, 'publish').ok,
      nextShare(10, 9, 'publish').ok,
      nextShare(0, 0.5, 'publish').ok,
      nextShare(0, Number.NaN, 'raise').ok,
    ]).toEqual([true, false, false, false])
  })
  test('should keep in whoever was in, and let in about as many as it says', () => {
    const users = Array.from({ length: 3000 }, (_, i) => `user-${i}`)
    const at = (percent: number) => new Set(users.filter((user) => inShare('v1', user, percent)))
    const shares = [1, 5, 20, 50, 99, 100].map(at)
    for (const [i, share] of shares.entries())
      for (const user of share) if (i + 1 < shares.length) expect(shares[i + 1]!.has(user)).toBe(true)
    expect(Math.abs(shares[3]!.size / users.length - 0.5)).toBeLessThan(0.04)
    expect(shares[5]!.size).toBe(users.length)
  })
})

describe('masks', () => {
  test('should show enough to recognise and not enough to use', () => {
    expect(masked('phone', '13812345678')).toBe('138******78')
    expect(masked('mail', 'teahouse@example.com')).toBe('t*******@example.com')
    expect(masked('name', '张三丰')).toBe('张**')
    expect(masked('id-number', '11010519491231002X')).toBe('1************X')
    expect(masked('secret', 'hunter2')).toBe('******')
  })
  test('should never give away what is short, nor how long a long one is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('phone' as const, 'name' as const, 'id-number' as const, 'address' as const, 'account' as const),
        fc.string({ unit: 'grapheme', minLength: 2, maxLength: 40 }),
        (kind, text) => {
          expect(masked(kind, text)).toContain('**')
          expect(masked(kind, text)).not.toBe(text)
        },
      ),
    )
  })
  test('should unmask one’s own, and by permission only when asked', () => {
    expect(shown('phone', '13812345678', { role: 'developer', self: true })).toBe('13812345678')
    expect(shown('phone', '13812345678', { role: 'reviewer', asked: true })).toBe('138******78')
    expect(shown('phone', '13812345678', { role: 'complaints' })).toBe('138******78')
    expect(shown('phone', '13812345678', { role: 'complaints', asked: true })).toBe('13812345678')
    expect(shown('id-number', '11010519491231002X', { role: 'complaints', asked: true })).toBe('1************X')
    expect(shown('secret', 'hunter2', { role: 'entity-checker', self: true, asked: true })).toBe('******')
  })
})
