/** Working days and the deadlines that are counted in them, by the clock of Asia/Shanghai, which has known no summer time since 1991. */
import { FIXED, HOLIDAYS, type HolidayYear } from './holidays.ts'
import { DAY, HOUR, type Moment } from './words.ts'

const ZONE = 8 * HOUR
/** When a working day begins, for what arrives outside of one. */
const OPENING = 9 * HOUR

/** A calendar day in Shanghai: whole days since 1970-01-01. */
export type CalendarDay = number
const dayOf = (at: Moment): CalendarDay => Math.floor((at + ZONE) / DAY)
const timeOf = (at: Moment): number => at + ZONE - dayOf(at) * DAY
const momentOf = (day: CalendarDay, time: number): Moment => day * DAY + time - ZONE
/** A day as YYYY-MM-DD. */
export const dateOf = (at: Moment): string => new Date(dayOf(at) * DAY).toISOString().slice(0, 10)

export interface Calendar {
  /** Whether people work on the day. */
  works(day: CalendarDay): boolean
  /** Whether the year's holidays were announced, or are only assumed. */
  known(year: number): boolean
}

/** A calendar of years; operators add later years, or days of their own, as more of the same data. */
export const calendar = (years: readonly HolidayYear[] = HOLIDAYS): Calendar => {
  const off = new Set<CalendarDay>()
  const worked = new Set<CalendarDay>()
  const number = (year: number, date: string): CalendarDay => Date.parse(`${year}-${date}T00:00:00Z`) / DAY
  for (const one of years) {
    for (const [first, last] of one.off) for (let day = number(one.year, first); day <= number(one.year, last); day++) off.add(day)
    for (const date of one.worked) worked.add(number(one.year, date))
  }
  const announced = new Set(years.map(({ year }) => year))
  return {
    known: (year) => announced.has(year),
    works: (day) => {
      if (worked.has(day)) return true
      if (off.has(day)) return false
      const date = new Date(day * DAY)
      const year = date.getUTCFullYear()
      if (!announced.has(year) && FIXED.some(([first, last]) => day >= number(year, first) && day <= number(year, last))) return false
      return date.getUTCDay() % 6 !== 0
    },
  }
}
export const CHINA = calendar()

const MOST = 3660
/** The next working day at or after a day. */
const working = (day: CalendarDay, { works }: Calendar): CalendarDay => {
  for (let n = 0; n < MOST; n++) if (works(day + n)) return day + n
  throw new Error('a calendar without working days')
}

/**
 * The moment so many working days later, at the same time of day. What arrives on a day off counts as arriving when the
 * next working day opens.
 */
export const addWorkingDays = (at: Moment, days: number, by: Calendar = CHINA): Moment => {
  const arrived = dayOf(at)
  let day = working(arrived, by)
  const time = day === arrived ? timeOf(at) : OPENING
  for (let n = 0; n < days; n++) day = working(day + 1, by)
  return momentOf(day, time)
}

/** Working days that lie after one moment's day up to and including the other's; negative backwards. */
export const workingDaysBetween = (from: Moment, to: Moment, { works }: Calendar = CHINA): number => {
  const [a, b] = [dayOf(from), dayOf(to)]
  let count = 0
  for (let day = Math.min(a, b) + 1; day <= Math.max(a, b); day++) if (works(day)) count++
  return from <= to ? count : -count
}

/** A moment so many hours of service later; service runs daily between two hours of the day. */
export const addServiceHours = (at: Moment, hours: number, [open, close]: readonly [number, number] = [9, 24]): Moment => {
  let left = hours * HOUR
  let day = dayOf(at)
  let time = Math.max(timeOf(at), open * HOUR)
  for (;;) {
    const room = close * HOUR - time
    if (room > 0 && left <= room) return momentOf(day, time + left)
    left -= Math.max(room, 0)
    day += 1
    time = open * HOUR
  }
}

/** What is promised, to whom it is due: counted in working days, in hours of service, or in hours and days that always run. */
export const PROMISES = {
  review: { workingDays: 1 },
  expedited: { serviceHours: 2 },
  'entity-check': { workingDays: 3 },
  'document-check': { workingDays: 2 },
  certification: { workingDays: 5 },
  'second-person': { workingDays: 1 },
  reply: { days: 14 },
  'fix-by': { days: 14 },
  appeal: { workingDays: 5 },
  'complaint-acknowledged': { hours: 24 },
  'complaint-safety': { hours: 4 },
  'user-data-deletion': { hours: 24 },
} as const satisfies Record<string, { workingDays?: number; serviceHours?: number; hours?: number; days?: number }>
export type Promised = keyof typeof PROMISES

/** When a promise made now falls due. */
export const due = (promise: Promised, at: Moment, by: Calendar = CHINA): Moment => {
  const one: { workingDays?: number; serviceHours?: number; hours?: number; days?: number } = PROMISES[promise]
  if (one.workingDays !== undefined) return addWorkingDays(at, one.workingDays, by)
  if (one.serviceHours !== undefined) return addServiceHours(at, one.serviceHours)
  return at + (one.hours ?? 0) * HOUR + (one.days ?? 0) * DAY
}

/** The first moment of the day, month or year that a moment lies in. */
export const startOf = (period: 'day' | 'month' | 'year', at: Moment): Moment => {
  const date = new Date(dayOf(at) * DAY)
  const day = period === 'day' ? date.getUTCDate() : 1
  return Date.UTC(date.getUTCFullYear(), period === 'year' ? 0 : date.getUTCMonth(), day) - ZONE
}
/** The first moment of the period after. */
export const endOf = (period: 'day' | 'month' | 'year', at: Moment): Moment => {
  const date = new Date(startOf(period, at) + ZONE)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  return (period === 'day' ? Date.UTC(year, month, day + 1) : period === 'month' ? Date.UTC(year, month + 1) : Date.UTC(year + 1, 0)) - ZONE
}
