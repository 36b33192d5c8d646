/** A developer's way through the routes, as far as a test wants it. What the machine does in between is done through the store. */
import { createHash, randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { Finding } from '../../menshen/src/check/types.ts'
import type { Listing } from '../src/contract/programs.ts'
import type { Verdict } from '../src/contract/review.ts'
import { SYSTEM } from '../src/domain/words.ts'
import { rulebook } from '../src/http/rulebook.ts'
import { accountByMail, mailToken, register, verifyMail } from '../src/store/accounts.ts'
import { beginCheck, endCheck, planCheck, saveRisk } from '../src/store/checks.ts'
import { noteEvidence } from '../src/store/evidence.ts'
import { transition } from '../src/store/transition.ts'
import { acceptIntake, noteBlob } from '../src/store/versions.ts'
import { type Browser, PASSWORD, passwordOf, type TestHttp } from './http.ts'

export const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
let counter = 0

/** A small picture that is one. */
export const png = (width = 2, height = 2): Buffer => {
  const crcTable = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
  })
  const crc = (bytes: Buffer) => {
    let c = 0xffffffff
    for (const byte of bytes) c = crcTable[(c ^ byte) & 255]! ^ (c >>> 8)
    return (c ^ 0xffffffff) >>> 0
  }
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
    head.writeUInt32BE(data.length)
    tail.writeUInt32BE(crc(body))
    return Buffer.concat([head, body, tail])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(Math.min(height, 100) * (1 + Math.min(width, 100) * 3), ++counter & 255)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('tEXt', randomBytes(8)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
export const putFile = async (browser: Browser, bytes: Buffer = png(), type = 'image/png'): Promise<string> => {
  const reply = await browser.call('PUT /api/files', { bytes, headers: { 'content-type': type, 'x-content-sha256': sha(bytes) } })
  if (reply.status !== 201) throw new Error(reply.raw)
  return reply.body.sha256
}

/** Somebody with an account whose address is verified, signed in. */
export const registered = async (http: TestHttp, email = `dev${++counter}@example.com`): Promise<Browser> => {
  const { store } = http.services
  const id = await store.run(async (tx) => {
    const made = await register(tx, { email, passwordHash: await passwordOf(), displayName: `dev ${counter}`, terms: 1 })
    await verifyMail(tx, made.token)
    return made.id
  })
  return http.as(id, false)
}
/** And whose entity a checker has verified. */
export const verified = async (http: TestHttp): Promise<Browser> => {
  const browser = await registered(http)
  const paper = await putFile(browser)
  await browser.call('PUT /api/entity', {
    body: {
      kind: 'company',
      legalName: `茶馆有限公司${++counter}`,
      idNumber: `91110000MA${String(counter).padStart(8, '0')}`,
      papers: [{ sha256: paper, kind: 'identity', fileName: 'licence.png' }],
    },
  })
  const { body } = await browser.call('GET /api/entity')
  const sent = await browser.call('POST /api/entity/submission', { body: { rv: body.rv } })
  const checker = await http.staff('entity-checker')
  const done = await checker.call('POST /api/staff/entities/:account/check', {
    params: { account: browser.account },
    body: { do: 'verify', rv: sent.body.rv },
  })
  if (done.status !== 200) throw new Error(done.raw)
  return browser
}
export const LISTING: Omit<Listing, 'name'> = {
  intro: '喝茶看书的地方',
  description: '在这里可以预约座位。',
  categories: ['餐饮/点餐平台'],
  tags: ['茶'],
  contact: { email: 'tea@example.com' },
  privacy: [],
  domains: [],
  icon: null,
  screenshots: [],
  nearby: [],
  userContent: { has: false },
}
const DIGITS = '零一二三四五六七八九'
export const newName = (): string => `城南书茶${String(++counter + 1000).replace(/\d/g, (d) => DIGITS[Number(d)]!)}`

export interface Made {
  readonly browser: Browser
  readonly program: string
  readonly appid: string
  readonly name: string
}
/** A program with a complete listing. */
export const program = async (http: TestHttp, given?: Browser, listing: Partial<Listing> = {}): Promise<Made> => {
  const browser = given ?? (await verified(http))
  const name = newName()
  const made = await browser.call('POST /api/programs', { body: { name, platform: 'wechat' } })
  if (made.status !== 201) throw new Error(made.raw)
  const icon = await putFile(browser)
  const saved = await browser.call('PUT /api/programs/:program/listing', {
    params: { program: made.body.id },
    body: { base: 0, content: { ...LISTING, name, icon, ...listing } },
  })
  if (saved.status !== 200) throw new Error(saved.raw)
  return { browser, program: made.body.id, appid: made.body.appid, name }
}

export const FILES: Readonly<Record<string, string>> = {
  'app.json': '{"pages":["pages/home/home"]}',
  'pages/home/home.js': 'Page({ onLoad() { wx.getLocation({}) } })\n',
  'pages/home/home.wxml': '<view>茶</view>',
}
/** Uploads a package; nothing has been opened yet. */
export const upload = async (
  made: Made,
  label = '1.0.0',
  bytes: Buffer = Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(40)]),
) => {
  const begun = await made.browser.call('POST /api/programs/:program/versions', {
    params: { program: made.program },
    body: { label, sha256: sha(bytes), bytes: bytes.length },
  })
  if (begun.status !== 201) throw new Error(begun.raw)
  const put = await made.browser.call('PUT /api/versions/:version/package', {
    params: { version: begun.body.id },
    bytes,
    headers: { 'content-type': 'application/zip', 'x-content-sha256': sha(bytes) },
  })
  if (put.status !== 201) throw new Error(put.raw)
  return { version: begun.body.id, bytes, sha256: sha(bytes) }
}
/** A version that passed intake. */
export const checked = async (http: TestHttp, made: Made, { label = '1.0.0', files = FILES, access = [] as readonly string[] } = {}) => {
  const one = await upload(made, label)
  const rows: { path: string; sha256: string; size: number }[] = []
  for (const [path, text] of Object.entries(files)) {
    const stored = await http.services.blobs.put([Buffer.from(text)], { max: 1_000_000 })
    rows.push({ path, ...stored })
  }
  await http.services.store.run((tx) =>
    acceptIntake(tx, {
      version: one.version,
      manifest: { platform: 'wechat', root: '', pages: ['pages/home/home'], subpackages: 0, access, files: rows.length, unpacked: 1 },
      files: rows,
    }),
  )
  return one
}
export const finding = (n: number, over: Partial<Finding> = {}): Finding => ({
  rule: 'location-unasked',
  message: { id: 'unasked', data: {} },
  what: { zh: '打开页面就取位置', en: 'takes the position as the page opens' },
  why: { zh: '要先征得同意', en: 'consent comes first' },
  mend: { zh: '点按之后再取', en: 'take it after a tap' },
  verdict: 'violation',
  severity: 'error',
  confidence: 'high',
  clauses: [{ id: 'wx-op/12.4.1', edition: '2018-09' }],
  places: [{ file: 'pages/home/home.js', start: { line: 1, column: 20 }, end: { line: 1, column: 40 } }],
  fingerprint: `fingerprint-${n}`,
  ...over,
})
export const submission = (rv: number, listing = 1) => ({
  rv,
  listing,
  changelog: '可以预约座位了',
  testAccount: { kind: 'password' as const, username: 'tester', password: 'open sesame' },
  declarations: { userContent: false, aiContent: false, payments: false },
})
export const rvOf = async (browser: Browser, version: string): Promise<number> =>
  (await browser.call('GET /api/versions/:version', { params: { version } })).body.rv
/** A version that the machine has handed to people, with these findings and a screenshot. */
export const waiting = async (
  http: TestHttp,
  given?: Made,
  {
    label = '1.0.0',
    findings = [finding(1)] as readonly Finding[],
    files = FILES,
    access = [] as readonly string[],
    queues = [] as readonly string[],
  } = {},
) => {
  const made = given ?? (await program(http))
  const one = await checked(http, made, { label, files, access })
  const { services } = http
  const listing = (await made.browser.call('GET /api/programs/:program/listing', { params: { program: made.program } })).body.rev
  const sent = await made.browser.call('POST /api/versions/:version/submission', {
    params: { version: one.version },
    body: submission(await rvOf(made.browser, one.version), listing),
  })
  if (sent.status !== 200) throw new Error(sent.raw)
  const shot = png()
  const record = Buffer.from(
    JSON.stringify({
      coverage: [
        { clause: 'wx-op/12.4.1', status: 'violation', rules: [] },
        { clause: 'wx-op/1', status: 'not-checked', reason: 'human', rules: [] },
      ],
    }),
  )
  const run = Buffer.from(
    JSON.stringify({
      format: 'menshen-evidence/1',
      run: {
        status: 'collected',
        value: {
          passes: [
            {
              id: 'sweep/accept-all/none',
              kind: 'sweep',
              profile: 'accept-all',
              server: 'none',
              seed: 1,
              records: [{ kind: 'call', api: 'getLocation', page: 'pages/home/home' }],
              screens: [{ id: 1, image: sha(shot), state: { route: 'pages/home/home' } }],
              moves: [
                { step: { do: 'open', route: 'pages/home/home', query: '' }, from: 0, to: 1, before: null, after: 1, purpose: 'open' },
              ],
            },
          ],
        },
      },
    }),
  )
  for (const bytes of [shot, record, run]) await services.blobs.put([bytes], { max: 1_000_000 })
  await services.store.run(async (tx) => {
    for (const [bytes, mime] of [
      [shot, 'image/png'],
      [record, 'application/json'],
      [run, 'application/json'],
    ] as const)
      await noteBlob(tx, { sha256: sha(bytes), size: bytes.length, mime })
    const check = await planCheck(tx, { version: one.version, check: 'static', checkVersion: '1', rulebook: 'r', required: true })
    await beginCheck(tx, check)
    await endCheck(tx, { id: check, findings, resultSha256: sha(record) })
    await noteEvidence(tx, { version: one.version, sha256: sha(shot), kind: 'screenshot' })
    await noteEvidence(tx, { version: one.version, sha256: sha(run), kind: 'run' })
    await saveRisk(
      tx,
      one.version,
      {
        score: 12,
        band: 'low',
        recommends: 'look',
        factors: [{ name: 'warning', points: 12, of: 15, text: { zh: '留意', en: 'look' } }],
        vetoes: [],
      },
      true,
    )
    for (const queue of queues) {
      await tx.db
        .insertInto('queue')
        .values({ id: queue, name_zh: queue, name_en: queue })
        .onConflict((same) => same.doNothing())
        .execute()
      await tx.db.insertInto('queue_item').values({ queue, version: one.version }).execute()
    }
    await transition(tx, { subject: 'version', id: one.version, event: 'hand-over', actor: SYSTEM })
  })
  return { ...made, ...one, shot, listing }
}
export const GROUND = (fingerprint: string) => {
  const clause = rulebook().find('wx-op/12.4.1')!
  return {
    clause: { id: clause.id, edition: clause.edition },
    quote: 'wx.getLocation({})',
    where: [{ file: 'pages/home/home.js', line: 1 }],
    screenshots: [] as string[],
    steps: [],
    fix: { zh: '点按之后再取位置', en: 'Ask after a tap' },
    example: {
      right: { zh: '点按后弹出说明', en: 'a tap, then an explanation' },
      wrong: { zh: '打开页面就弹窗', en: 'a prompt as the page opens' },
    },
    findings: [fingerprint],
  }
}
export const refusal = (rv: number, sha256: string, fingerprint = 'fingerprint-1'): Verdict => ({
  rv,
  sha256,
  action: 'refuse',
  facts: { zh: '已打开全部页面查看', en: 'All pages were opened and seen' },
  grounds: [GROUND(fingerprint)],
})
export const approval = (rv: number, sha256: string): Verdict => ({
  rv,
  sha256,
  action: 'approve',
  facts: { zh: '已打开全部页面查看', en: 'All pages were opened and seen' },
  grounds: [],
})

/** Claims and approves; findings are dismissed first. */
export const approve = async (
  reviewer: Browser,
  item: { readonly version: string; readonly sha256: string; readonly browser: Browser },
) => {
  const params = { version: item.version }
  const lease = await reviewer.call('POST /api/review/items/:version/claim', {
    params,
    body: { rv: await rvOf(item.browser, item.version) },
  })
  if (lease.status !== 200) throw new Error(lease.raw)
  const { body } = await reviewer.call('GET /api/review/items/:version', { params })
  if (body.version.findings.length > 0)
    await reviewer.call('POST /api/review/items/:version/marks', {
      params,
      body: { marks: body.version.findings.map(({ id }) => ({ finding: id, as: 'dismiss' as const, reason: 'seen, and fine' })) },
    })
  const decided = await reviewer.call('POST /api/review/items/:version/decision', { params, body: approval(lease.body.rv, item.sha256) })
  if (decided.status !== 201) throw new Error(decided.raw)
  return decided.body
}
export const mailedToken = async (http: TestHttp, email: string, kind: 'verify' | 'reset'): Promise<string> => {
  const row = (await accountByMail(http.services.store, email))!
  return http.services.store.run((tx) => mailToken(tx, row.id, kind, 3_600_000))
}
export { PASSWORD }
