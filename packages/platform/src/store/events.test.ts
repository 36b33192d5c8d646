import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

test('should knock one time after the other, and not more and more often, while the database is away', async () => {
  // Stands before the database: lets everybody in, then nobody.
  const url = new URL(at.url.replace('@/', '@localhost/'))
  const place = url.searchParams.get('host') ?? url.hostname
  const port = url.searchParams.get('port') ?? (url.port || '5432')
  const reach = () => (place.startsWith('/') ? createConnection(`${place}/.s.PGSQL.${port}`) : createConnection(Number(port), place))
  const folder = mkdtempSync(join(tmpdir(), 'menshen-door-'))
  const lines = new Set<Socket>()
  let [away, knocks] = [false, 0]
  const door = createServer((line) => {
    lines.add(line)
    line.on('error', () => {})
    if (away) {
      knocks++
      line.destroy()
      return
    }
    const behind = reach()
    behind.on('error', () => line.destroy())
    line.pipe(behind).pipe(line)
  })
  await new Promise<void>((done) => door.listen(join(folder, '.s.PGSQL.5432'), done))
  const through = `postgres://${url.username}:${url.password}@${url.pathname}?host=${encodeURIComponent(folder)}&port=5432`
  const end = await listen(at.store, through, () => {})
  try {
    away = true
    for (const line of lines) line.destroy()
    await new Promise((done) => setTimeout(done, 6000))
    // One knock a second; doubled each time there would have been some fifty.
    expect(knocks).toBeGreaterThan(0)
    expect(knocks).toBeLessThan(12)
  } finally {
    await end()
    door.close()
    rmSync(folder, { recursive: true, force: true })
  }
}, 30_000)
