/** What was uploaded is opened by a child; its files are kept by their hash, and what holds them is written down. */
import type { Text } from '../domain/words.ts'
import { SYSTEM } from '../domain/words.ts'
import { ChildFailed, openPackage, Refused } from '../intake/open.ts'
import { Problem } from '../store/problem.ts'
import { lockVersion, noteBlobs, submissionOf } from '../store/review.ts'
import { transition } from '../store/transition.ts'
import { acceptIntake, refuseIntake } from '../store/versions.ts'
import { Stopped, type Try, type Work } from './work.ts'

const MAX = 30_000_000
const DAMAGED: Text = { zh: '保存的文件已损坏，请重新上传', en: 'What was stored is damaged; upload it again' }
const UNOPENED: Text = {
  zh: '打开代码包时出错，请重新上传；如果再次出错，请联系平台',
  en: 'The package could not be opened; upload it again, and tell the platform if that does not help',
}

const refuse = (work: Work, id: string, reason: Text) =>
  work.store.run(async (tx) => {
    if ((await lockVersion(tx, id)).state === 'quarantined') await refuseIntake(tx, id, reason)
  })

/** Opens the package of a version, or says why it is refused. Done again, it comes to the same. */
export const intake = async (work: Work, { data: { id }, last }: Try): Promise<void> => {
  const submission = await submissionOf(work.store, id)
  if (submission?.state !== 'quarantined' || submission.sha256 === null) return
  let bytes: Buffer
  try {
    // Checked against its hash as it is read: what is opened is what was promised.
    bytes = await work.blobs.read(submission.sha256, MAX)
  } catch (error) {
    if (error instanceof Problem && (error.code === 'corrupt' || error.code === 'not-found' || error.code === 'too-large'))
      return refuse(work, id, DAMAGED)
    throw error
  }
  try {
    await work.slots.use('short', () =>
      openPackage(
        bytes,
        async ({ manifest, files, content }) => {
          if (manifest.platform !== submission.platform) throw new Refused('other-platform', { platform: manifest.platform })
          const unique = [...new Map(files.map((file) => [file.sha256, file])).values()]
          for (const { sha256, size } of unique) {
            if ((await work.blobs.size(sha256)) === size) continue
            const bytes = content(sha256)
            if (bytes === null || bytes.length !== size) throw new ChildFailed(`a file is not there: ${sha256}`)
            await work.blobs.put([bytes], { max: size, expected: sha256 })
          }
          await work.store.run(async (tx) => {
            if ((await lockVersion(tx, id)).state !== 'quarantined') return
            await noteBlobs(
              tx,
              unique.map(({ sha256, size }) => ({ sha256, size, mime: 'application/octet-stream' })),
            )
            await acceptIntake(tx, { version: id, manifest, files })
          })
        },
        { stop: work.stop },
      ),
    )
  } catch (error) {
    if (error instanceof Refused) return refuse(work, id, error.text)
    if (work.stop.aborted) throw new Stopped()
    work.log.warn('intake', { version: id, error: String(error) })
    if (!last) throw error
    await refuse(work, id, UNOPENED)
  }
}

/** It was tried as often as it may be, and each time the worker was gone. */
export const intakeGivenUp = (work: Work, id: string): Promise<unknown> =>
  work.store.run(async (tx) => {
    if ((await lockVersion(tx, id)).state === 'quarantined')
      await transition(tx, { subject: 'version', id, event: 'intake-failed', actor: SYSTEM })
  })
