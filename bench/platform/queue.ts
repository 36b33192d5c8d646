/**
 * The queue's page with ten thousand programs and a hundred thousand decisions in the database. The rows are made by SQL with the
 * guards off, for they would take hours through the doors; what is measured goes through the routes as a reviewer's browser does.
 *
 *   node bench/platform/queue.ts [--programs 10000] [--decisions 100000] [--waiting 2000] [--times 50] [--port 9150]
 */
import { parseArgs } from 'node:util'
import pg from 'pg'
import { makeStaff } from '../../packages/platform/scripts/seed.ts'
import { authors, harness, percentile, standIn } from './harness.ts'

const { values } = parseArgs({
  options: {
    programs: { type: 'string', default: '10000' },
    decisions: { type: 'string', default: '100000' },
    waiting: { type: 'string', default: '2000' },
    times: { type: 'string', default: '50' },
    port: { type: 'string', default: '9150' },
  },
})
const [programs, decisions, waiting, times] = [values.programs, values.decisions, values.waiting, values.times].map(Number) as [
  number,
  number,
  number,
  number,
]
const all = await harness({ port: Number(values.port), engine: standIn(10) })
try {
  const { place, origin } = all
  const [owner] = await authors(place, 1)
  await makeStaff(place, 'reviewer@bench.example', '审核员', 'a long enough secret', ['reviewer', 'senior-reviewer'])
  const client = new pg.Client({ connectionString: place.url })
  client.on('error', () => {})
  await client.connect()
  await client.query('set session_replication_role = replica; set statement_timeout = 0')
  const {
    rows: [me],
  } = await client.query<{ account: string; entity: string }>('select id account, entity from account where id = $1', [owner!.actor.id])
  const state = `'listed', null, 1, 1, 1700000000000`
  const perProgram = Math.ceil(decisions / programs)
  await client.query(`insert into program (id, appid, platform, name, name_key, owner, entity, created_at, state, prior, rv, entered_rv, entered_at)
    select gen_random_uuid(), 'mw' || lpad(to_hex(n), 16, '0'), case when n % 3 = 0 then 'douyin' else 'wechat' end, '程序' || n, 'key' || n, '${me!.account}', '${me!.entity}', 1700000000000, ${state} from generate_series(1, ${programs}) n`)
  await client.query(`insert into listing (id, program, n, content, created_by, created_at)
    select gen_random_uuid(), id, 1, jsonb_build_object('name', name, 'intro', '介绍', 'categories', jsonb_build_array('商家自营/百货'), 'contact', jsonb_build_object('email', 'a@b.example')), owner, 1 from program where name like '程序%'`)
  // Of each program versions that were decided on; of some a last one that waits.
  await client.query(`insert into version (id, program, n, label, uploaded_by, sha256, size, listing, submitted_at, due_at, risk, vetoed, created_at, state, prior, rv, entered_rv, entered_at)
    select gen_random_uuid(), p.id, k, '1.' || k, p.owner, encode(sha256((p.id::text || k)::bytea), 'hex'), 100000, l.id, 1700000000000 + k, 1700000000000 + k * 1000, '{"score": 12}', true, 1700000000000 + k,
      case when k = ${perProgram} then 'live' else 'retired' end, 'gray', 9, 9, 1700000000000 from program p join listing l on l.program = p.id, generate_series(1, ${perProgram}) k where p.name like '程序%'`)
  await client.query(`insert into version (id, program, n, label, uploaded_by, sha256, size, listing, submitted_at, due_at, expedited_at, risk, vetoed, created_at, state, prior, rv, entered_rv, entered_at)
    select gen_random_uuid(), p.id, 1000, '2.0', p.owner, encode(sha256((p.id::text || 'w')::bytea), 'hex'), 100000, l.id, 1790000000000 + (random() * 1e9)::bigint, 1795000000000 + (random() * 1e9)::bigint,
      case when random() < 0.02 then 1790000000000 end, jsonb_build_object('score', (random() * 80)::integer), true, 1790000000000, 'awaiting-human', 'in-auto', 5, 5, 1790000000000
    from (select * from program where name like '程序%' order by random() limit ${waiting}) p join listing l on l.program = p.id`)
  await client.query(
    `insert into review_reason (id, version, reason, text_zh, text_en, opened_at) select gen_random_uuid(), id, r, '原因', 'reason', 1790000000000 from version, unnest(array['blocking-finding', 'human-question']) r where state = 'awaiting-human'`,
  )
  await client.query(
    `insert into queue_item (queue, version) select case when random() < 0.5 then 'new' else 'update' end, id from version where state = 'awaiting-human'`,
  )
  await client.query(
    `insert into check_run (id, version, check_id, check_version, rulebook, state, queued_at, started_at, ended_at) select gen_random_uuid(), id, 'static', '1', 'r', 'done', 1790000000000, 1790000000000, 1790000000001 from version where state = 'awaiting-human'`,
  )
  await client.query(`insert into finding (id, check_run, version, rule, verdict, severity, confidence, clauses, content, fingerprint)
    select gen_random_uuid(), c.id, c.version, 'rule-' || n, case when n % 2 = 0 then 'violation' else 'review' end, 'error', 'high', '[]', '{}', md5(c.id::text || n) from check_run c, generate_series(1, 15) n`)
  await client.query(`insert into decision (id, reference, subject, version, action, automated, actor, actor_role, sha256, subject_rv, content, content_sha256, rulebook, heavy, in_review, inverse, created_at)
    select gen_random_uuid(), 'R' || row_number() over (), 'version', v.id, 'approve', 'no', (select account from role_grant limit 1), 'reviewer', v.sha256, 5, '{}', v.sha256, 'r', false, true, 'annul', 1700000000000 + v.n
    from version v where v.state in ('live', 'retired') limit ${decisions}`)
  await client.query(
    `insert into decision_status (id, carried_out_at, created_at, state, prior, rv, entered_rv, entered_at) select id, created_at, created_at, 'effective', 'drafted', 2, 2, created_at from decision where reference like 'R%'`,
  )
  await client.query('analyze')
  const counted = await client.query(
    'select (select count(*) from program) programs, (select count(*) from version) versions, (select count(*) from decision) decisions, (select count(*) from finding) findings, (select count(*) from version where state = $1) waiting',
    ['awaiting-human'],
  )
  await client.end()
  console.log(JSON.stringify(counted.rows[0]))

  const signedIn = await fetch(`${origin}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: 'reviewer@bench.example', password: 'a long enough secret' }),
  })
  if (!signedIn.ok) throw new Error(`${signedIn.status} ${await signedIn.text()}`)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const measure = async (name: string, path: string) => {
    const took: number[] = []
    let bytes = 0
    for (let n = 0; n < times; n++) {
      const began = performance.now()
      const response = await fetch(`${origin}${path}`, { headers: { cookie } })
      bytes = (await response.text()).length
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      took.push(performance.now() - began)
    }
    console.log(
      JSON.stringify({ what: name, bytes, ms: { median: +percentile(took, 0.5).toFixed(1), p95: +percentile(took, 0.95).toFixed(1) } }),
    )
  }
  await measure('a page of the queue', '/api/review/items')
  await measure('a page of one queue', '/api/review/items?queue=new')
  await measure('the queues with their numbers', '/api/review/queues')
  await measure('the public directory', '/api/directory')
  await measure('the public numbers', '/api/numbers')
} finally {
  await all.close()
}
process.exit(0)
