import { expect, test } from 'vitest'
import { rule } from './kit.ts'

const message = { what: { zh: '甲', en: 'a' }, why: { zh: '乙', en: 'b' }, fix: { zh: '丙', en: 'c' } }
const meta = { clauses: ['wx-op/1.1'], since: '2026-11', severity: 'info', confidence: 'low', messages: { said: message } } as const

// What must not compile is marked: were it to compile, the type check would fail on the mark.
test('a rule is held by its types to the evidence and the messages that it declares', () => {
  const made = [
    rule({ ...meta, needs: ['program'], wants: ['listing'] }, ({ program, listing }, report) => {
      report('said', { at: { file: program.app.base, start: 0, end: 0 }, data: { name: listing?.name ?? '' } })
    }),
    // @ts-expect-error the evidence was not declared
    rule({ ...meta, needs: ['program'] }, ({ copy }) => copy),
    // @ts-expect-error evidence that is only wanted may be absent
    rule({ ...meta, needs: ['program'], wants: ['listing'] }, ({ listing }) => listing.name && undefined),
    rule({ ...meta, needs: ['program'] }, (_, report) => {
      // @ts-expect-error there is no such message
      report('unsaid', { at: { listing: 'name' } })
    }),
    // @ts-expect-error English is missing
    rule({ ...meta, needs: ['program'], messages: { said: { ...message, why: { zh: '乙' } } } }, () => {}),
    // @ts-expect-error a rule says undefined, 'inapplicable' or notChecked, and nothing else
    rule({ ...meta, needs: ['program'] }, () => 'pass'),
  ]
  expect(made.map((one) => one.meta.needs)).toEqual(Array.from({ length: 6 }, () => ['program']))
})
