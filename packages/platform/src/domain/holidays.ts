/** Public holidays of mainland China as the State Council announces them, year by year: days off, and weekend days that are worked. */

export interface HolidayYear {
  readonly year: number
  readonly source: string
  /** When it was announced. */
  readonly announced: string
  /** First and last day off, inclusive, as month-day. */
  readonly off: readonly (readonly [string, string])[]
  /** Weekend days on which people work. */
  readonly worked: readonly string[]
}

export const HOLIDAYS: readonly HolidayYear[] = [
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知',
    announced: '2024-11-12',
    off: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知',
    announced: '2025-11-04',
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
]

/** Days off by law whose date is the same every year: what is assumed of a year that is not announced yet. */
export const FIXED: readonly (readonly [string, string])[] = [
  ['01-01', '01-01'],
  ['05-01', '05-02'],
  ['10-01', '10-03'],
]
