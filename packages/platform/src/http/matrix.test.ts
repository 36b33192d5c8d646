/**
 * Every role at every route, each cell asked of the running application. The table is written by hand: a route that it does
 * not name fails, and so does one that it names and that is gone.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, ORIGIN, type TestHttp, testHttp } from '../../test/http.ts'
import { developer, as as inRole, program as makeProgram, waiting } from '../../test/scene.ts'
import { API, type Route } from '../contract/index.ts'
import { type Endpoint, problem } from '../contract/words.ts'
import { may } from '../domain/roles.ts'
import { ROLES, type Role } from '../domain/words.ts'
import { addMember } from '../store/programs.ts'
import { bind } from './app.ts'
import { gateOpen } from './caller.ts'
import { ROUTES } from './routes/index.ts'

const LETTERS: Readonly<Record<string, Role>> = {
  v: 'visitor',
  c: 'complainant',
  d: 'developer',
  a: 'program-admin',
  x: 'outside-reviewer',
  r: 'reviewer',
  s: 'senior-reviewer',
  l: 'appeals',
  m: 'complaints',
  e: 'entity-checker',
  p: 'policy-editor',
  o: 'operator',
  u: 'auditor',
}
/** Who is let in where. */
const TABLE = `
GET /health                                                      vcdaxrslmepou
GET /ready                                                       vcdaxrslmepou
GET /metrics                                                     vcdaxrslmepou
GET /api/openapi.json                                            vcdaxrslmepou
GET /api/here                                                    vcdaxrslmepou
GET /api/terms                                                   vcdaxrslmepou
POST /api/accounts                                               v
POST /api/accounts/verification                                  vda
POST /api/accounts/verification/again                            vda
POST /api/password/forgotten                                     vcdaxrslmepou
POST /api/password/reset                                         vcdaxrslmepou
POST /api/sessions                                               vcdaxrslmepou
GET /api/sessions                                                daxrslmepou
DELETE /api/sessions                                             daxrslmepou
DELETE /api/sessions/:session                                    daxrslmepou
PATCH /api/me                                                    daxrslmepou
PUT /api/me/password                                             daxrslmepou
POST /api/me/terms                                               daxrslmepou
POST /api/me/closing                                             da
POST /api/me/second-factor                                       daxrslmepou
POST /api/me/second-factor/confirmation                          daxrslmepou
DELETE /api/me/second-factor                                     daxrslmepou
GET /api/me/tokens                                               daxrslmepou
POST /api/me/tokens                                              daxrslmepou
DELETE /api/me/tokens/:token                                     daxrslmepou
PUT /api/files                                                   da
GET /api/files/:file                                             da
GET /api/entity                                                  da
PUT /api/entity                                                  da
POST /api/entity/submission                                      da
GET /api/documents                                               da
POST /api/documents                                              da
POST /api/documents/:document/withdrawal                         da
GET /api/certification                                           da
POST /api/certification                                          da
GET /api/categories                                              vcdaxrslmepou
GET /api/programs                                                da
POST /api/programs                                               da
GET /api/names                                                   da
GET /api/programs/:program                                       da
POST /api/programs/:program/visibility                           a
POST /api/programs/:program/closing                              a
GET /api/programs/:program/members                               da
POST /api/programs/:program/members                              a
DELETE /api/programs/:program/members/:account/:role             a
GET /api/programs/:program/webhooks                              da
POST /api/programs/:program/webhooks                             a
DELETE /api/programs/:program/webhooks/:webhook                  a
GET /api/programs/:program/webhooks/:webhook/calls               da
POST /api/programs/:program/webhooks/:webhook/rotation           a
POST /api/programs/:program/webhooks/:webhook/calls/:call/retry  a
GET /api/programs/:program/listing                               da
PUT /api/programs/:program/listing                               da
GET /api/programs/:program/versions                              da
POST /api/programs/:program/versions                             da
PUT /api/versions/:version/package                               da
GET /api/versions/:version                                       da
GET /api/versions/:version/events                                da
GET /api/versions/:version/files                                 da
GET /api/versions/:version/file                                  da
GET /api/versions/:version/picture/:file                         da
POST /api/versions/:version/trial                                da
POST /api/versions/:version/trial/end                            da
POST /api/versions/:version/submission                           da
POST /api/versions/:version/withdrawal                           da
POST /api/versions/:version/expedition                           a
POST /api/versions/:version/reply                                da
POST /api/versions/:version/findings/:finding/answer             da
GET /api/versions/:version/release                               da
POST /api/versions/:version/release                              a
GET /api/decisions                                               cda
GET /api/decisions/:decision                                     cda
POST /api/decisions/:decision/appeal                             cda
POST /api/decisions/:decision/appeal/withdrawal                  cda
GET /api/trials/:trial                                           daxrslmepou
GET /api/trials/:trial/package                                   daxrslmepou
GET /api/directory                                               vcdaxrslmepou
GET /api/directory/:appid                                        vcdaxrslmepou
GET /api/directory/:appid/code                                   vcdaxrslmepou
GET /api/directory/:appid/package                                vcdaxrslmepou
GET /api/nearby                                                  vcdaxrslmepou
GET /api/numbers                                                 vcdaxrslmepou
GET /api/clauses                                                 vcdaxrslmepou
GET /api/clauses/:document/:number                               vcdaxrslmepou
GET /api/review/queues                                           xrs
GET /api/review/items                                            xrs
GET /api/review/events                                           xrs
POST /api/review/next                                            xrs
POST /api/review/items/:version/claim                            xrs
POST /api/review/items/:version/renewal                          xrs
POST /api/review/items/:version/return                           xrs
POST /api/review/items/:version/hand-over                        xrs
GET /api/review/reviewers                                        xrs
GET /api/review/items/:version                                   xrs
GET /api/review/items/:version/diff                              xrsl
GET /api/review/items/:version/files                             xrsl
GET /api/review/items/:version/file                              xrsl
GET /api/review/items/:version/run                               xrslm
POST /api/review/items/:version/ticket                           xrslm
POST /api/review/items/:version/test-account                     xrs
POST /api/review/items/:version/marks                            xrs
POST /api/review/items/:version/notes                            xrs
POST /api/review/items/:version/preview                          xrs
POST /api/review/items/:version/decision                         rs
POST /api/review/items/:version/question                         rs
POST /api/review/items/:version/postponement                     rs
POST /api/review/items/:version/resumption                       rs
POST /api/review/items/:version/recommendation                   x
POST /api/review/items/:version/stop                             s
POST /api/review/items/:version/unstop                           s
GET /api/review/held                                             s
POST /api/review/held/:decision/confirmation                     s
POST /api/review/held/:decision/return                           s
GET /api/review/appeals                                          l
POST /api/review/appeals/:decision/outcome                       l
GET /api/review/decisions/:decision                              rslmu
GET /api/staff/entities                                          e
GET /api/staff/entities/:account                                 e
POST /api/staff/entities/:account/identity                       e
POST /api/staff/entities/:account/ticket                         e
POST /api/staff/entities/:account/check                          e
GET /api/staff/documents                                         e
POST /api/staff/documents/:document/ticket                       e
POST /api/staff/documents/:document/check                        e
POST /api/staff/documents/:document/annulment                    le
GET /api/staff/certifications                                    e
POST /api/staff/certifications/:certification/adviser            e
POST /api/staff/certifications/:certification/decision           e
POST /api/staff/certifications/:certification/annulment          le
GET /api/advice                                                  x
POST /api/advice/:certification                                  x
GET /api/staff/people                                            o
GET /api/staff/grants                                            o
POST /api/staff/grants                                           o
POST /api/staff/grants/:grant/confirmation                       o
DELETE /api/staff/people/:account/roles/:role                    o
PUT /api/staff/people/:account/queues                            o
GET /api/staff/rules                                             p
POST /api/staff/rules/:rule                                      p
POST /api/staff/rules/:rule/confirmation                         p
GET /api/staff/settings                                          p
POST /api/staff/settings                                         p
POST /api/staff/settings/:setting/confirmation                   p
GET /api/staff/terms                                             p
POST /api/staff/terms                                            p
POST /api/staff/terms/:edition/confirmation                      p
GET /api/staff/audit                                             u
POST /api/staff/audit/head                                       ou
POST /api/staff/audit/verification                               ou
GET /api/staff/mail                                              o
GET /api/staff/lead                                              su
GET /api/staff/agreement                                         su
GET /api/staff/operation                                         o
PUT /api/staff/switches/:switch                                  o
`
const table = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [, route = '', letters = ''] = line.match(/^(\S+ \S+)\s+(\w+)$/) ?? []
      return [route, new Set([...letters].map((letter) => LETTERS[letter]!))] as const
    }),
)
const routes = Object.keys(API) as Route[]
/** Nobody signs in as these: the gate is asked itself. */
const NEVER: readonly Role[] = ['complainant', 'system']

let http: TestHttp
const people = new Map<Role, Browser>()
let program = ''
let version = ''
beforeAll(async () => {
  http = await testHttp()
  const { store } = http.services
  const one = await makeProgram(store)
  const item = await waiting(store, one)
  ;[program, version] = [one.id, item.id]
  for (const role of ['developer', 'program-admin'] as const) {
    const member = await developer(store)
    await store.run((tx) => addMember(tx, { program, account: member.id!, role, actor: inRole(one.owner, 'program-admin') }))
    people.set(role, await http.as(member.id!))
  }
  people.set('visitor', http.browser())
  for (const role of ROLES) if (!people.has(role) && !NEVER.includes(role)) people.set(role, await http.staff(role))
})
afterAll(() => http.close())

const ask = async (route: string, role: Role) => {
  const [method = '', path = ''] = route.split(' ')
  let browser = people.get(role)!
  // What signs out is asked in a session of its own.
  if (route.startsWith('DELETE /api/sessions') && role !== 'visitor') browser = await http.as(browser.account)
  const at = path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'program'
      ? program
      : name === 'version'
        ? version
        : name === 'role'
          ? 'tester'
          : name === 'switch'
            ? 'stop-uploads'
            : name === 'session'
              ? 'current'
              : name === 'file'
                ? 'a'.repeat(64)
                : name === 'rule'
                  ? 'abuse-copy'
                  : name === 'appid'
                    ? 'mw0000'
                    : name === 'document' && path.includes('clauses')
                      ? 'wx-op'
                      : name === 'number'
                        ? '7'
                        : name === 'trial'
                          ? 'x'
                          : name === 'setting'
                            ? 'fee'
                            : name === 'edition'
                              ? '2'
                              : '0198c0de-0000-7000-8000-000000000000',
  )
  const changes = method !== 'GET'
  const reply = await browser.raw(at, {
    method,
    headers: changes ? { origin: ORIGIN, 'x-csrf-token': browser.csrf, 'content-type': 'application/json' } : {},
    ...(changes ? { body: '{}' } : {}),
  })
  if (route === 'DELETE /api/sessions' && role !== 'visitor') people.set(role, await http.as(browser.account))
  return reply
}

test('names every route that there is, and none that there is not', () => {
  expect([...table.keys()].sort()).toEqual([...routes].sort())
})
test('has no route in a program’s own right outside a program', () => {
  for (const route of routes) {
    const { permission } = API[route] as Endpoint
    if (permission !== 'public' && may('program-admin', permission) && !may('developer', permission))
      expect(route).toMatch(/ \/api\/(?:programs\/:program|versions\/:version)/)
  }
})
describe.each(ROLES.filter((role) => !NEVER.includes(role)))('%s', (role) => {
  test('is let in where the table says, and nowhere else', async () => {
    const wrong: string[] = []
    for (const route of routes) {
      const { status, problem: told } = await ask(route, role)
      const inside = status !== 401 && !(status === 403 && ['role', 'second-factor', 'csrf', 'scope'].includes(told?.code ?? ''))
      // The password is asked again for some; that is past the gate.
      if (inside !== table.get(route)!.has(role)) wrong.push(`${route}: ${status} ${told?.code ?? ''}`)
      if (!inside && told.code !== (role === 'visitor' ? 'signed-out' : 'role')) wrong.push(`${route}: refused as ${told.code}`)
      if (status >= 500) wrong.push(`${route}: ${status}`)
      if (status >= 400 && !problem.safeParse(told).success) wrong.push(`${route}: not a problem: ${JSON.stringify(told)}`)
    }
    expect(wrong).toEqual([])
  })
})
test.each(NEVER)('%s is let in by the gate where the table says; nobody signs in as that', (role) => {
  for (const route of routes) {
    const { permission } = API[route] as Endpoint
    expect(gateOpen(permission, [role]) === role, `${role} at ${route}`).toBe(role !== 'system' && table.get(route)!.has(role))
  }
})

describe('bind', () => {
  const endpoint = API['GET /health'] as Endpoint
  const answer = async () => ({ ok: true })
  test('starts with what is declared and answered', () => {
    expect(bind(API, ROUTES)).toHaveLength(routes.length)
  })
  test.each([
    ['declared, and nobody answers', { 'GET /a': endpoint }, {}],
    ['answered, and not declared', {}, { 'GET /a': answer }],
    ['no such permission', { 'GET /a': { ...endpoint, permission: 'everything' as never } }, { 'GET /a': answer }],
    [
      'the same as',
      { 'GET /a/:x': { ...endpoint, params: API['GET /api/trials/:trial'].params }, 'GET /a/:y': endpoint },
      { 'GET /a/:x': answer, 'GET /a/:y': answer },
    ],
    ['its parameters are not', { 'GET /a/:x': endpoint }, { 'GET /a/:x': answer }],
    ['not a method and a path', { 'FETCH a': endpoint }, { 'FETCH a': answer }],
  ])('does not start with a route that is %s', (why, api, handlers) => {
    expect(() => bind(api, handlers)).toThrow(why)
  })
})
