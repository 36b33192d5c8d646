import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStore, testStore } from '../../test/database.ts'
import { staff, waiting } from '../../test/scene.ts'
import { eventsAfter, forgetEvents, listen, type PageEvent } from './events.ts'
import { claim } from './queue.ts'

let at: TestStore
beforeAll(async () => {
  at = await testStore()
})
afterAll(() => at.close())
const until = async (holds: () => boolean) => {
  for (let n = 0; n < 400 && !holds(); n++) await new Promise((done) => setTimeout(done, 25))
  expect(holds()).toBe(true)
}

test('should be heard when committed and not before, and again after the line broke', async () => {
  const reviewer = await staff(at.store, 'reviewer')
  const [one, two] = [await waiting(at.store), await waiting(at.store)]
  const heard: PageEvent[] = []
  const end = await listen(at.store, at.url, (event) => heard.push(event))
  await at.store
    .run(async (tx) => {
      await claim(tx, { version: one.id, actor: reviewer })
      throw new Error('not this time')
    })
    .catch(() => {})
  await at.store.run((tx) => claim(tx, { version: one.id, actor: reviewer }))
  await until(() => heard.length === 1)
  expect(heard[0]).toMatchObject({ subject: 'version', subjectId: one.id, type: 'claim', state: 'in-human' })
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'menshen-events'`.execute(at.store.db)
  await at.store.run((tx) => claim(tx, { version: two.id, actor: reviewer }))
  await until(() => heard.some(({ subjectId }) => subjectId === two.id))
  await end()
  expect((await eventsAfter(at.store, heard[0]!.id - 1, { subject: 'version', id: one.id })).map(({ type }) => type)).toEqual(['claim'])
  at.clock.forward(1)
  await forgetEvents(at.store, at.clock.now())
  expect(await eventsAfter(at.store, 0)).toEqual([])
})
