/**
 * How long the pages of a large platform take: ten thousand programs, a hundred thousand decisions, two thousand versions that
 * wait. Rows are written past the triggers, for what is measured is reading.
 *
 *   node bench/platform/pages.ts [--programs 10000] [--decisions 100000] [--explain] [--only WORDS] [--keep FOLDER]
 *
 * --explain prints the database's plan of each query of a page that takes two milliseconds or more; --keep leaves the database
 * in a folder, and measures the one that lies there.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import pg from 'pg'
import { pino } from 'pino'
import { createApp } from '../../packages/platform/src/http/app.ts'
import { ROUTES } from '../../packages/platform/src/http/routes/index.ts'
import { openServices } from '../../packages/platform/src/http/services.ts'
import { openSession, seedStaff } from '../../packages/platform/src/store/accounts.ts'
import { diskBlobs } from '../../packages/platform/src/store/blobs/disk.ts'
import { startEmbedded } from '../../packages/platform/src/store/postgres/embedded.ts'
import { openSecrets } from '../../packages/platform/src/store/secrets.ts'
import { openStore } from '../../packages/platform/src/store/store.ts'

const { values } = parseArgs({
  options: {
    programs: { type: 'string', default: '10000' },
    decisions: { type: 'string', default: '100000' },
    explain: { type: 'boolean', default: false },
    only: { type: 'string' },
    keep: { type: 'string' },
  },
})
const [programs, decisions] = [Number(values.programs), Number(values.decisions)]
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'menshen-bench-'))
mkdirSync(folder, { recursive: true })
chmodSync(folder, 0o711)
const server = await startEmbedded({ folder })
const store = openStore({ url: server.url, clock: Date, key: Buffer.alloc(32, 1) })
await store.migrate()
const now = Date.now()
const begun = performance.now()
const filled = (await store.db.selectFrom('program').select('id').limit(1).executeTakeFirst()) !== undefined
const fill = () =>
  store.db.connection().execute(async (db) => {
    const run = (text: string) => sql.raw(text).execute(db)
    await run('set session_replication_role = replica')
    await run(
      `insert into entity (id, kind, legal_name, created_at) select gen_random_uuid(), 'company', 'firm ' || n, 0 from generate_series(1, 2000) n`,
    )
    await run(`insert into account (id, email, email_key, display_name, entity, last_seen_at, created_at, state, rv, entered_rv, entered_at)
    select gen_random_uuid(), 'd' || n || '@example.com', 'd' || n || '@example.com', 'dev ' || n, e.id, ${now}, 0, 'active', 1, 1, 0
    from (select id, row_number() over () n from entity) e`)
    await run(`insert into program (id, appid, platform, name, name_key, owner, entity, created_at, state, rv, entered_rv, entered_at)
    select gen_random_uuid(), 'mw' || lpad(to_hex(n), 16, '0'), case n % 2 when 0 then 'wechat' else 'douyin' end, '茶馆' || n, 'k' || n, a.id, a.entity, n, case when n % 3 = 0 then 'draft' else 'listed' end, 1, 1, 0
    from generate_series(1, ${programs}) n join (select id, entity, row_number() over () - 1 r from account) a on a.r = n % 2000`)
    await run(
      `insert into listing (id, program, n, content, created_by, created_at) select gen_random_uuid(), id, 1, jsonb_build_object('name', name, 'intro', '喝茶看书', 'categories', '[]'::jsonb), owner, 0 from program`,
    )
    const each = Math.ceil(decisions / programs)
    await run(
      `insert into blob (sha256, size, mime, created_at) select encode(sha256((p.id::text || v)::bytea), 'hex'), 1000, 'application/zip', 0 from program p, generate_series(1, ${each}) v`,
    )
    await run(`insert into version (id, program, n, label, uploaded_by, sha256, size, listing, round, submitted_at, due_at, released_at, created_at, risk, percent, state, rv, entered_rv, entered_at)
    select gen_random_uuid(), p.id, v, '1.0.' || v, p.owner, encode(sha256((p.id::text || v)::bytea), 'hex'), 1000, l.id, 1, ${now} - v * 86400000, ${now} - (random() * 172800000)::bigint + 86400000, 0, v,
      jsonb_build_object('score', (random() * 100)::int), 100,
      case when v = ${each} and p.appid ~ '[05a]$' then 'awaiting-human' when v = ${each - 1} then 'live' else 'retired' end, 1, 1, 0
    from program p join listing l on l.program = p.id, generate_series(1, ${each}) v`)
    await run(`insert into decision (id, reference, subject, version, action, automated, actor, actor_role, sha256, subject_rv, content, content_sha256, rulebook, heavy, in_review, inverse, created_at)
    select gen_random_uuid(), 'r' || row_number() over (), 'version', v.id, case when random() < 0.2 then 'refuse' else 'approve' end, 'no', v.uploaded_by, 'reviewer', v.sha256, 1, '{"subject": "version", "action": "approve", "automated": "no", "sha256": null, "facts": {"zh": "看过", "en": "seen"}, "grounds": [], "until": null, "capabilities": [], "curable": true, "rulebook": "r"}', '', 'r', false, false, 'annul', v.submitted_at + 3600000
    from version v`)
    await run(
      `insert into decision_status (id, carried_out_at, created_at, state, rv, entered_rv, entered_at) select id, created_at, created_at, 'effective', 1, 1, 0 from decision`,
    )
    await run(`insert into decision_clause (decision, n, clause, edition)
    select d.id, n, 'wx-op/' || (abs(hashtext(d.id::text)) % 60 + n), '2018-09' from decision d, generate_series(1, 2) n where d.action = 'refuse'`)
    // As the triggers write them, one by one.
    await run('insert into searched select id, id, grams(name) from program')
    await run('insert into searched select id, program, grams(listing_words(content)) from listing')
    await run('insert into decided select * from decision_figure')
    await run(
      'insert into decided_clause select distinct f.decision, c.clause, f.at, f.reversed from decision_figure f join decision_clause c on c.decision = f.decision',
    )
    await run(`insert into queue (id, name_zh, name_en) values ('update', '更新', 'updates')`)
    await run(`insert into queue_item (queue, version) select 'update', id from version where state = 'awaiting-human'`)
    await run('set session_replication_role = origin')
    await run('vacuum analyze')
  })
if (!filled) await fill()
const {
  rows: [size],
} = await sql<Record<string, number>>`select (select count(*)::int from program) programs, (select count(*)::int from version) versions,
  (select count(*)::int from decision) decisions, (select count(*)::int from version where state = 'awaiting-human') waiting`.execute(
  store.db,
)
console.log(
  size,
  filled ? 'as it was' : `written in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  `load ${loadavg()[0]!.toFixed(1)}`,
)

const services = await openServices({
  store,
  blobs: await diskBlobs(join(folder, 'blobs')),
  secrets: openSecrets(Buffer.alloc(32, 2)),
  databaseUrl: null,
  log: pino({ level: 'silent' }),
  options: { origin: 'http://127.0.0.1:1', evidenceOrigin: 'http://127.0.0.1:2', staffSecondFactor: false },
})
const app = createApp(services, ROUTES)
const cookieFor = async (account: string) =>
  `menshen-session=${(await store.run((tx) => openSession(tx, { account, forMs: 3_600_000 }))).token}`
const staff = await store.run((tx) =>
  seedStaff(tx, { email: 's@example.com', passwordHash: 'x', displayName: 's', roles: ['senior-reviewer'], demo: true }),
)
const [reviewer, owner] = [
  await cookieFor(staff),
  await cookieFor((await store.db.selectFrom('program').select('owner').limit(1).executeTakeFirstOrThrow()).owner),
]
const waiting = await store.db.selectFrom('version').select('id').where('state', '=', 'awaiting-human').limit(1).executeTakeFirstOrThrow()
const PAGES: readonly (readonly [string, string, string])[] = [
  ['queue', '/api/review/items?limit=50', reviewer],
  ['queue, one of them', '/api/review/items?limit=50&queue=update', reviewer],
  ['numbers of queues', '/api/review/queues', reviewer],
  ['one item', `/api/review/items/${waiting.id}`, reviewer],
  ['its difference', `/api/review/items/${waiting.id}/diff`, reviewer],
  ['lead', '/api/staff/lead', reviewer],
  ['own programs', '/api/programs', owner],
  ['own decisions', '/api/decisions', owner],
  ['directory', '/api/directory', ''],
  ['search', `/api/directory?words=${encodeURIComponent('茶馆77')}`, ''],
  ['search, no hit', `/api/directory?words=${encodeURIComponent('火星站')}`, ''],
  ['search, common word', `/api/directory?words=${encodeURIComponent('茶馆')}`, ''],
  ['search, two words', `/api/directory?words=${encodeURIComponent('喝茶 77')}`, ''],
  ['public numbers', '/api/numbers', ''],
]
// What the pages ask, with how long each answer took.
interface Asked {
  readonly text: string
  readonly values: readonly unknown[]
  readonly ms: number
}
let asked: Asked[] | null = null
const query = pg.Client.prototype.query as (...given: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]): unknown {
  const [first, second] = given
  const [text, values] =
    typeof first === 'string' ? [first, second] : [(first as { text?: string }).text, (first as { values?: unknown }).values ?? second]
  const at = performance.now()
  const answer = query.apply(this, given)
  if (asked && text && /^\s*(?:select|with)/i.test(text) && answer instanceof Promise)
    void answer.then(() => asked?.push({ text, values: Array.isArray(values) ? values : [], ms: performance.now() - at })).catch(() => {})
  return answer
} as never
const ask = async (path: string, cookie: string, n: number): Promise<number> => {
  const at = performance.now()
  const response = await app.request(path, { headers: { cookie } }, { incoming: { socket: { remoteAddress: `10.0.${n}.1` } } })
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
  return performance.now() - at
}
for (const [name, path, cookie] of PAGES.filter(([name]) => values.only === undefined || name.includes(values.only))) {
  const times: number[] = []
  for (let n = 0; n < 21; n++) {
    const ms = await ask(path, cookie, n)
    if (n > 0) times.push(ms)
  }
  times.sort((a, b) => a - b)
  console.log(name.padEnd(20), `median ${times[10]!.toFixed(0)} ms`, `p95 ${times[18]!.toFixed(0)} ms`)
  if (!values.explain) continue
  const seen: Asked[] = []
  asked = seen
  await ask(path, cookie, 22)
  asked = null
  for (const { text, values: given, ms } of seen.filter((one) => one.ms >= 2)) {
    const { rows } = await store.opened.pool.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, [...given])
    const plan = rows.map((row) => row['QUERY PLAN'])
    console.log(`  ${ms.toFixed(1)} ms: ${text.replace(/\s+/g, ' ').trim()}`)
    console.log(plan.map((line) => `    ${line}`).join('\n'))
  }
}
await services.hub.close()
await store.close()
await server.stop()
if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
