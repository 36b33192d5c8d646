import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ACT_TYPES, actName, subjectName } from './acts.ts'
import { MACHINES } from './table.ts'

test('every event of the tables is called something in both languages', () => {
  const events = MACHINES.flatMap(({ subject, rows }) => rows.map(({ event }) => `${subject}.${event}`))
  expect([...new Set(events)].filter((type) => actName(type) === null)).toEqual([])
  for (const { subject } of MACHINES) expect(subjectName(subject).zh).toMatch(/\p{Script=Han}/u)
})
test('so is whatever else the log is told', () => {
  const told = ['store', 'http', 'http/routes', 'jobs'].flatMap((room) =>
    readdirSync(new URL(`../${room}/`, import.meta.url))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .flatMap(
        (name) =>
          readFileSync(new URL(`../${room}/${name}`, import.meta.url), 'utf8').match(
            /log\(\{\s*type: [^,]*|noteLook\(tx, actor, '[^']*'/g,
          ) ?? [],
      ),
  )
  const types = told.flatMap((text) => text.match(/'[a-z-]+\.[a-z-]+'/g) ?? []).map((text) => text.slice(1, -1))
  expect(types.length).toBeGreaterThan(40)
  expect(types.filter((type) => actName(type) === null)).toEqual([])
})
test('names are in both languages, and what has none says so', () => {
  for (const type of ACT_TYPES) {
    expect(actName(type)!.zh, type).toMatch(/\p{Script=Han}/u)
    expect(actName(type)!.en, type).toMatch(/^[a-z]/)
  }
  expect([actName('toString.call'), actName('version.toString'), actName('nothing')]).toEqual([null, null, null])
})
