/** Words that pages say for ids of the platform are the platform's own. */
import { expect, test } from 'vitest'
import { stateName } from '../src/domain/table.ts'
import { VERSION } from '../src/domain/transitions/version.ts'

// Pages belong to a project of their own, which this one does not list.
const { VERSION_STATES } = (await import(new URL('../web/src/words/states.ts', import.meta.url).href)) as {
  readonly VERSION_STATES: Readonly<Record<string, { readonly zh: string; readonly en: string }>>
}

test('states of a version are called on pages as the table calls them', () => {
  expect(Object.keys(VERSION_STATES).sort()).toEqual(Object.keys(VERSION.names).sort())
  for (const [state, name] of Object.entries(VERSION_STATES)) expect(stateName('version', state)).toEqual(name)
})
