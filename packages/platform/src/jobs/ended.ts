/** What follows when an account or a paper has come to its end. */
import { SYSTEM } from '../domain/words.ts'
import { endSessions } from '../store/accounts.ts'
import { endApiTokens, openProgramsOf } from '../store/house.ts'
import { Problem } from '../store/problem.ts'
import { transition } from '../store/transition.ts'
import { endWebhook, webhooksOf } from '../store/webhooks.ts'
import type { Try, Work } from './work.ts'

/** Nobody can act for it any more: its sessions and tokens end; where it is closed for good, its programs close with it. */
export const accountEnded = async (work: Work, { data: { id } }: Try): Promise<void> => {
  const { store } = work
  const account = await store.db.selectFrom('account').select('state').where('id', '=', id).executeTakeFirst()
  if (!account || !['banned', 'terminated', 'freed'].includes(account.state)) return
  await store.run(async (tx) => {
    await endSessions(tx, id)
    await endApiTokens(tx, id)
  })
  if (account.state === 'banned') return
  for (const program of await openProgramsOf(store, id))
    try {
      await store.run((tx) =>
        transition(tx, {
          subject: 'program',
          id: program,
          event: 'terminate',
          actor: { ...SYSTEM, onBehalf: id },
          payload: { because: 'account-ended' },
        }),
      )
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      work.log.warn('account-ended', { program, error: error.message })
    }
}

/** A program is closed for good: what was sealed for it is never opened again, and nobody is told of it any more. */
export const programEnded = async (
  { store, secrets }: Pick<Work, 'store' | 'secrets'>,
  { data: { id } }: Pick<Try, 'data'>,
): Promise<void> => {
  const program = await store.db.selectFrom('program').select('state').where('id', '=', id).executeTakeFirst()
  if (program?.state !== 'terminated') return
  const hooks = await webhooksOf(store, id)
  await store.run(async (tx) => {
    await secrets.erase(tx, `program:${id}`, SYSTEM)
    for (const { id: webhook } of hooks) await endWebhook(tx, { program: id, webhook, actor: SYSTEM, reason: 'program-ended' })
  })
}

/** The state says it all: what depends on it asks the state. */
export const nothingElse = async (): Promise<void> => {}
