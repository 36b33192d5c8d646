/** People and programs for a demonstration and for measurements: made through the store's own doors, used through the routes. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Actor, type Role, SYSTEM } from '../src/domain/words.ts'
import { hashPassword } from '../src/http/passwords.ts'
import { makeApiToken, publishTerms, register, seedStaff, verifyMail } from '../src/store/accounts.ts'
import type { Blobs } from '../src/store/blobs/blobs.ts'
import { enterEntity, uploadDocument } from '../src/store/entities.ts'
import type { Secrets } from '../src/store/secrets.ts'
import type { Store } from '../src/store/store.ts'
import { transition } from '../src/store/transition.ts'

export interface Opened {
  readonly store: Store
  readonly blobs: Blobs
  readonly secrets: Secrets
}
/** Somebody of the staff. */
export const makeStaff = async (
  { store }: Opened,
  email: string,
  name: string,
  password: string,
  roles: readonly Role[],
): Promise<Actor> => {
  const passwordHash = await hashPassword(password)
  const id = await store.run((tx) => seedStaff(tx, { email, passwordHash, displayName: name, roles, demo: true }))
  return { id, role: roles[0]!, entity: null }
}

export interface Developer {
  readonly actor: Actor
  readonly email: string
  readonly token: string
}
const TERMS = {
  version: 1,
  zh: '演示平台的服务条款：上传的小程序会被自动检查，也会由审核员查看。',
  en: 'The terms of a platform for demonstration: what is uploaded is checked by machine and seen by reviewers.',
}
/** Somebody whose address is verified and who has entered no firm yet. */
export const makeNewcomer = async (
  { store }: Opened,
  { email, name, password }: { readonly email: string; readonly name: string; readonly password: string },
): Promise<void> => {
  const passwordHash = await hashPassword(password)
  await store.run(async (tx) => {
    const { token } = await register(tx, { email, passwordHash, displayName: name, terms: 1 })
    await verifyMail(tx, token)
  })
}
/** A developer whose address and firm are verified, with a token for uploads. */
export const makeDeveloper = async (
  { store, blobs, secrets }: Opened,
  {
    email,
    name,
    firm,
    number,
    password,
    checker,
    days = 0,
  }: {
    readonly email: string
    readonly name: string
    readonly firm: string
    readonly number: string
    readonly password: string
    readonly checker: Actor
    readonly days?: number
  },
): Promise<Developer> => {
  if (!(await store.db.selectFrom('terms').select('version').executeTakeFirst()))
    await store.run((tx) => publishTerms(tx, SYSTEM, { ...TERMS, from: 0 }))
  const passwordHash = await hashPassword(password)
  const paper = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(64)])
  const blob = { ...(await blobs.put([paper], { max: 1000 })), mime: 'image/png' }
  return store.run(async (tx) => {
    const { id, token } = await register(tx, { email, passwordHash, displayName: name, terms: 1 })
    await verifyMail(tx, token)
    const self: Actor = { id, role: 'developer', entity: null }
    const entity = await enterEntity(tx, {
      account: id,
      actor: self,
      details: {
        kind: 'company',
        legalName: firm,
        numberSealed: await secrets.seal(tx, `account:${id}`, 'entity-number', number),
        numberKey: store.keyed('entity-number', number),
        seal: null,
      },
    })
    const known: Actor = { ...self, entity }
    await uploadDocument(tx, { entity, kind: 'identity', blob, fileName: 'licence.png', actor: known })
    await transition(tx, { subject: 'account', id, event: 'submit-entity', actor: known })
    await transition(tx, { subject: 'account', id, event: 'verify', actor: checker })
    if (days > 0)
      await tx.db
        .updateTable('account')
        .set({ created_at: tx.now - days * 86_400_000 })
        .where('id', '=', id)
        .execute()
    const { token: secret } = await makeApiToken(tx, {
      actor: known,
      name: 'demo',
      scopes: ['read', 'upload', 'submit', 'release'],
      forMs: 30 * 86_400_000,
    })
    return { actor: known, email, token: secret }
  })
}

/** What a route answered that is not what was wanted. */
export class Answered extends Error {
  override readonly name = 'Answered'
  readonly status: number
  readonly body: unknown
  constructor(status: number, body: unknown) {
    super(`${status} ${JSON.stringify(body).slice(0, 600)}`)
    this.status = status
    this.body = body
  }
}
export type Ask = <T>(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<T>
/** Speaks to the routes with a token. */
export const asking = (origin: string, token: string): Ask => speaking(origin, { authorization: `Bearer ${token}` })
/** Signs in, and speaks to the routes as the pages do. */
export const signedIn = async (origin: string, email: string, password: string): Promise<Ask> => {
  const page = { origin, 'sec-fetch-site': 'same-origin' }
  const response = await fetch(new URL('/api/sessions', origin), {
    method: 'POST',
    headers: { ...page, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
    signal: AbortSignal.timeout(60_000),
  })
  const answer = (await response.json()) as { readonly csrf?: string }
  if (!response.ok || answer.csrf === undefined) throw new Answered(response.status, answer)
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return speaking(origin, { ...page, cookie, 'x-csrf-token': answer.csrf })
}
const speaking =
  (origin: string, as: Readonly<Record<string, string>>): Ask =>
  async <T>(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> => {
    const bytes = body instanceof Uint8Array
    const response = await fetch(new URL(path, origin), {
      method,
      headers: {
        ...as,
        ...(body === undefined || bytes ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    })
    const text = await response.text()
    const answer: unknown = text === '' ? null : JSON.parse(text)
    if (!response.ok) throw new Answered(response.status, answer)
    return answer as T
  }

export interface Upload {
  readonly id: string
  readonly rv: number
  readonly state: string
}
/** Uploads a package; the same key again is the same upload. */
export const upload = async (
  ask: Ask,
  program: string,
  label: string,
  changelog: string,
  bytes: Uint8Array,
  key: string = randomUUID(),
): Promise<Upload> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const begun = await ask<Upload>(
    'POST',
    `/api/programs/${program}/versions`,
    { label, changelog, sha256, bytes: bytes.length },
    { 'idempotency-key': key },
  )
  return ask<Upload>('PUT', `/api/versions/${begun.id}/package`, bytes, { 'content-type': 'application/zip', 'x-content-sha256': sha256 })
}
/** Waits until intake has opened it. */
export const opened = async (ask: Ask, version: string, ms = 300_000): Promise<Upload> => {
  for (const end = Date.now() + ms; ; await pause(400)) {
    const now = await ask<Upload>('GET', `/api/versions/${version}`)
    if (!['uploading', 'quarantined'].includes(now.state)) return now
    if (Date.now() > end) throw new Error(`still ${now.state}`)
  }
}
export const submit = (
  ask: Ask,
  { id, rv }: Upload,
  listing: number,
  changelog: string,
  more: Readonly<Record<string, unknown>> = {},
  key: string = randomUUID(),
): Promise<Upload> =>
  ask<Upload>(
    'POST',
    `/api/versions/${id}/submission`,
    {
      rv,
      listing,
      changelog,
      testAccount: { kind: 'none-needed' },
      declarations: { userContent: false, aiContent: false, payments: false, privacyNotUsed: [] },
      ...more,
    },
    { 'idempotency-key': key },
  )
