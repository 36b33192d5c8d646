/** Housekeeping: what stopped moving is set going again, what is over is forgotten, what nobody needs is taken away. */
import { DAY, HOUR, MINUTE, SYSTEM } from '../domain/words.ts'
import { sweepRooms } from '../intake/confine.ts'
import { forgetEvents } from '../store/events.ts'
import { sealPapers } from '../store/files.ts'
import { accountsToErase, eraseAccount, forgetOver, isOwned, papersToErase, takeUnowned, unusedAccounts } from '../store/house.ts'
import { forgetUses } from '../store/limits.ts'
import { enqueue, forgetSent } from '../store/outbox.ts'
import { Problem } from '../store/problem.ts'
import { keepWaiting, lockVersion, stalled } from '../store/review.ts'
import { transition } from '../store/transition.ts'
import { forgetWorkers } from '../store/workers.ts'
import type { Work } from './work.ts'

/** As many as are set going in one round: after an outage not everything at once. */
const MOST = 20
const STALLED = 10 * MINUTE

/** Sends the job of a state again; whatever still is at work finds it done, or does it once. */
const setGoing = async (work: Work): Promise<void> => {
  for (const { id, state } of await stalled(work.store, STALLED, MOST))
    await work.store.run(async (tx) => {
      const version = await lockVersion(tx, id)
      if (version.state !== state) return
      const queue = state === 'quarantined' ? 'intake' : state === 'in-auto' ? 'review' : 'auto-decision'
      await enqueue(tx, 'job', { queue, subject: 'version', id, rv: version.rv })
    })
}

let lastSlow = 0
/** One round; each worker may do it, and what one has done the next does not find. */
export const keepHouse = async (work: Work): Promise<void> => {
  const { store, blobs, secrets, log } = work
  const now = store.clock.now()
  await keepWaiting(store)
  await setGoing(work)
  if (Math.abs(now - lastSlow) < HOUR) return
  lastSlow = now
  for (const id of await unusedAccounts(store))
    await store
      .run((tx) => transition(tx, { subject: 'account', id, event: 'inactive', actor: SYSTEM }))
      .catch((error) => {
        if (!(error instanceof Problem)) throw error
      })
  for (const id of await accountsToErase(store)) {
    // The papers first: whatever happens in between, they are looked for again.
    for (const sha256 of await papersToErase(store, id)) await blobs.remove(sha256)
    await store.run((tx) => eraseAccount(tx, secrets, id))
  }
  await sealPapers(work)
  for (const sha256 of await takeUnowned(store, now - 2 * DAY)) {
    if (!(await isOwned(store, sha256))) await blobs.remove(sha256, now - DAY)
  }
  sweepRooms(2 * HOUR)
  await forgetSent(store, now - 7 * DAY)
  await forgetEvents(store, now - 3 * DAY)
  await forgetOver(store, now - 7 * DAY)
  await forgetUses(store)
  await forgetWorkers(store, now - 2 * DAY)
  log.info('house', {})
}
