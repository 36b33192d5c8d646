import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addServiceHours, addWorkingDays, CHINA, calendar, dateOf, due, endOf, startOf, workingDaysBetween } from './deadlines.ts'
import { HOLIDAYS } from './holidays.ts'
import { DAY, HOUR } from './words.ts'

/** A moment by the clock in Shanghai. */
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
const shown = (moment: number) => new Date(moment + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ')
const moments = fc.integer({ min: at('2025-01-01 00:00'), max: at('2026-12-31 23:59') })

describe('working days', () => {
  test.each([
    ['2026-11-20 15:30', 1, '2026-11-23 15:30', 'over a weekend'],
    ['2026-11-18 15:30', 2, '2026-11-20 15:30', 'within a week'],
    ['2026-11-21 15:30', 1, '2026-11-24 09:00', 'from a Saturday: it arrives when Monday opens'],
    ['2026-11-21 15:30', 0, '2026-11-23 09:00', 'none at all still waits for the next working day'],
    ['2026-02-13 10:00', 1, '2026-02-14 10:00', 'the Saturday before Spring Festival is worked'],
    ['2026-02-14 10:00', 1, '2026-02-24 10:00', 'over Spring Festival'],
    ['2026-09-30 18:00', 1, '2026-10-08 18:00', 'over National Day'],
    ['2026-10-08 18:00', 2, '2026-10-10 18:00', 'the Saturday after it is worked'],
    ['2025-12-31 23:59', 1, '2026-01-04 23:59', 'over New Year, to a Sunday that is worked'],
    ['2026-12-31 10:00', 1, '2027-01-04 10:00', 'into a year that is not announced: New Year by law, then the weekend'],
  ])('from %s, %i more: %s (%s)', (from, days, to) => {
    expect(shown(addWorkingDays(at(from), days))).toBe(to)
  })
  test('should always end on a working day, not before it began, and count back to the same number', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 40 }), (from, days) => {
        const to = addWorkingDays(from, days)
        expect(workingDaysBetween(to - DAY, to)).toBe(1)
        expect(to).toBeGreaterThanOrEqual(from)
        const start = addWorkingDays(from, 0)
        expect(workingDaysBetween(start, to)).toBe(days)
      }),
    )
  })
  test('should be the same in one step or two, and never run backwards', () => {
    fc.assert(
      fc.property(moments, moments, fc.nat(20), fc.nat(20), (a, b, m, n) => {
        expect(addWorkingDays(addWorkingDays(a, m), n)).toBe(addWorkingDays(a, m + n))
        const [early, late] = a <= b ? [a, b] : [b, a]
        // On a day off the clock stands at the opening, so what arrives later the same day is not due earlier.
        if (dateOf(early) !== dateOf(late) || addWorkingDays(early, 0) === early)
          expect(addWorkingDays(early, n)).toBeLessThanOrEqual(addWorkingDays(late, n))
      }),
    )
  })
  test('should know as many days off and worked as the announcements say', () => {
    const year = (n: number) => HOLIDAYS.find((one) => one.year === n)!
    const days = (n: number) =>
      year(n).off.reduce((sum, [first, last]) => sum + (Date.parse(`${n}-${last}`) - Date.parse(`${n}-${first}`)) / DAY + 1, 0)
    expect([days(2025), days(2026)]).toEqual([28, 33])
    for (const { year: n, worked } of HOLIDAYS) for (const date of worked) expect([0, 6]).toContain(new Date(`${n}-${date}`).getUTCDay())
    expect([CHINA.known(2026), CHINA.known(2027)]).toEqual([true, false])
  })
  test('should take an operator’s own days', () => {
    const closed = calendar([...HOLIDAYS, { year: 2026, source: 'own', announced: '2026-11-01', off: [['11-23', '11-24']], worked: [] }])
    expect(shown(addWorkingDays(at('2026-11-20 15:30'), 1, closed))).toBe('2026-11-25 15:30')
  })
})

describe('other clocks', () => {
  test('should run hours of service from nine to midnight', () => {
    expect(shown(addServiceHours(at('2026-11-21 10:00'), 2))).toBe('2026-11-21 12:00')
    expect(shown(addServiceHours(at('2026-11-21 23:00'), 2))).toBe('2026-11-22 10:00')
    expect(shown(addServiceHours(at('2026-11-21 03:00'), 2))).toBe('2026-11-21 11:00')
    expect(shown(addServiceHours(at('2026-11-21 09:00'), 15))).toBe('2026-11-22 00:00')
    expect(shown(addServiceHours(at('2026-11-21 12:00'), 40))).toBe('2026-11-23 22:00')
  })
  test('should keep promises: a day and a night for the deletion of data, days off or not', () => {
    expect(due('user-data-deletion', at('2026-10-01 12:00'))).toBe(at('2026-10-02 12:00'))
    expect(shown(due('review', at('2026-10-01 12:00')))).toBe('2026-10-09 09:00')
    expect(shown(due('expedited', at('2026-10-01 12:00')))).toBe('2026-10-01 14:00')
  })
  test('should begin and end periods in Shanghai', () => {
    expect(shown(startOf('day', at('2026-11-21 00:30')))).toBe('2026-11-21 00:00')
    expect(shown(startOf('month', at('2026-11-01 00:30')))).toBe('2026-11-01 00:00')
    expect(shown(endOf('month', at('2026-12-31 23:30')))).toBe('2027-01-01 00:00')
    fc.assert(
      fc.property(moments, fc.constantFrom('day' as const, 'month' as const, 'year' as const), (moment, period) => {
        expect(startOf(period, moment)).toBeLessThanOrEqual(moment)
        expect(endOf(period, moment)).toBeGreaterThan(moment)
        expect(startOf(period, endOf(period, moment))).toBe(endOf(period, moment))
        expect(endOf(period, startOf(period, moment))).toBe(endOf(period, moment))
      }),
    )
  })
})
