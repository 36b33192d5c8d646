/** Programs, their members, and what is said of them. */

import { type NameProblem, nameProblems, skeleton } from '../domain/names.ts'
import type { Actor } from '../domain/words.ts'
import { characters } from './characters.ts'
import { constraintOf } from './db.ts'
import { missingOfListing } from './listing-content.ts'
import { Problem } from './problem.ts'
import type { Store, Tx } from './store.ts'
import { create, lockRow } from './transition.ts'

/** What is wrong with a name, all at once. */
export const nameFaults = (name: string): readonly NameProblem[] => nameProblems(name, { tables: characters() })

/** Creates a program; its name is refused when it breaks the rules or looks like one that is taken. */
export const createProgram = async (
  tx: Tx,
  { actor, name, platform }: { readonly actor: Actor; readonly name: string; readonly platform: 'wechat' | 'douyin' },
): Promise<{ readonly id: string; readonly appid: string }> => {
  const faults = nameFaults(name)
  if (faults.length > 0) throw new Problem('invalid', { zh: '名称不符合规则', en: 'the name breaks the rules for names' }, { faults })
  if (actor.entity === null || actor.id === null)
    throw new Problem('guard', { zh: '账号还没有完成实名', en: 'the account is not verified' }, { guard: 'accountActive' })
  const id = tx.id()
  const appid = `${platform === 'wechat' ? 'mw' : 'mt'}${Buffer.from(tx.store.random(8)).toString('hex')}`
  const row = {
    id,
    appid,
    platform,
    name: name.normalize('NFC'),
    name_key: skeleton(name, characters()),
    owner: actor.id,
    entity: actor.entity,
    created_at: tx.now,
  }
  try {
    await create(tx, { subject: 'program', event: 'create', actor, row, payload: { appid } })
  } catch (error) {
    if (constraintOf(error) === 'program_name')
      throw new Problem(
        'guard',
        { zh: '名称与已有的小程序相同或过于相近', en: 'the name is taken, or too near to one that is' },
        { guard: 'nameFree' },
      )
    throw error
  }
  for (const role of ['program-admin', 'developer'] as const)
    await tx.db.insertInto('membership').values({ program: id, account: actor.id, role, added_by: actor.id, added_at: tx.now }).execute()
  return { id, appid }
}

/** Adds a member or tester. */
export const addMember = async (
  tx: Tx,
  {
    program,
    account,
    role,
    actor,
  }: { readonly program: string; readonly account: string; readonly role: 'developer' | 'program-admin' | 'tester'; readonly actor: Actor },
): Promise<void> => {
  await tx.db
    .insertInto('membership')
    .values({ program, account, role, added_by: actor.id, added_at: tx.now })
    .onConflict((same) => same.doNothing())
    .execute()
  tx.log({ type: 'member.added', actor, subject: 'program', subjectId: program, payload: { account, role } })
}
/** Takes a member away; a program keeps at least one administrator. */
export const endMember = async (
  tx: Tx,
  {
    program,
    account,
    role,
    actor,
  }: { readonly program: string; readonly account: string; readonly role: 'developer' | 'program-admin' | 'tester'; readonly actor: Actor },
): Promise<void> => {
  await lockRow(tx, 'program', program)
  if (role === 'program-admin') {
    const rest = await tx.db
      .selectFrom('membership')
      .select('account')
      .where('program', '=', program)
      .where('role', '=', role)
      .where('ended_at', 'is', null)
      .where('account', '<>', account)
      .execute()
    if (rest.length === 0) throw new Problem('guard', { zh: '至少要有一名管理员', en: 'at least one administrator has to stay' })
  }
  await tx.db
    .updateTable('membership')
    .set({ ended_at: tx.now })
    .where('program', '=', program)
    .where('account', '=', account)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .execute()
  tx.log({ type: 'member.ended', actor, subject: 'program', subjectId: program, payload: { account, role } })
}
export const membersOf = (store: Store, program: string) =>
  store.db
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account')
    .select(['m.account', 'm.role', 'm.added_at', 'a.display_name', 'a.email'])
    .where('m.program', '=', program)
    .where('m.ended_at', 'is', null)
    .orderBy('m.added_at')
    .execute()

export const programById = (store: Store, id: string) => store.db.selectFrom('program').selectAll().where('id', '=', id).executeTakeFirst()
/** The programs that an account owns or works on. */
export const programsOf = (store: Store, account: string) =>
  store.db
    .selectFrom('program')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('owner', '=', account),
        eb('id', 'in', eb.selectFrom('membership').select('program').where('account', '=', account).where('ended_at', 'is', null)),
      ]),
    )
    .orderBy('created_at', 'desc')
    .execute()

/** Saves what is said of a program as a new revision; revisions never change. What is missing is told and does not refuse. */
export const saveListing = async (
  tx: Tx,
  { program, content, actor }: { readonly program: string; readonly content: unknown; readonly actor: Actor },
) => {
  await lockRow(tx, 'program', program)
  const last = await tx.db.selectFrom('listing').select('n').where('program', '=', program).orderBy('n', 'desc').limit(1).executeTakeFirst()
  const id = tx.id()
  const n = (last?.n ?? 0) + 1
  await tx.db
    .insertInto('listing')
    .values({ id, program, n, content: JSON.stringify(content), created_by: actor.id!, created_at: tx.now })
    .execute()
  tx.log({ type: 'listing.saved', actor, subject: 'program', subjectId: program, payload: { listing: id, n } })
  return { id, n, missing: missingOfListing(content) }
}
export const latestListing = async (store: Store, program: string) => {
  const row = await store.db
    .selectFrom('listing')
    .selectAll()
    .where('program', '=', program)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Programs that people may find, by words of their name; nothing that was not released is ever in it. */
export const directory = async (
  store: Store,
  {
    words = '',
    platform,
    limit = 30,
    after = '',
  }: { readonly words?: string; readonly platform?: 'wechat' | 'douyin'; readonly limit?: number; readonly after?: string },
) => {
  let query = store.db
    .selectFrom('program as p')
    .innerJoin('entity as e', 'e.id', 'p.entity')
    .select(['p.id', 'p.appid', 'p.name', 'p.platform', 'e.legal_name as entity'])
    .where('p.state', '=', 'listed')
    .where((eb) => eb.exists(eb.selectFrom('public_version as v').select('v.id').whereRef('v.program', '=', 'p.id')))
    .where('p.appid', '>', after)
    .orderBy('p.appid')
    .limit(Math.min(limit, 100))
  if (words.trim() !== '') query = query.where('p.name', 'ilike', `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`)
  if (platform) query = query.where('p.platform', '=', platform)
  return query.execute()
}

/** One revision of a listing. */
export const listingRevision = (store: Store, program: string, n: number) =>
  store.db.selectFrom('listing').selectAll().where('program', '=', program).where('n', '=', n).executeTakeFirst()
export const listingById = (store: Store, id: string) => store.db.selectFrom('listing').selectAll().where('id', '=', id).executeTakeFirst()
/** Whether no program has a name that looks like this one. */
export const nameIsFree = async (store: Store, key: string): Promise<boolean> =>
  (await store.db.selectFrom('program').select('id').where('name_key', '=', key).where('state', '<>', 'terminated').executeTakeFirst()) ===
  undefined
