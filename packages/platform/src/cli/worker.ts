/** `menshen worker`: works on the queue until it is stopped. */
import { openEngine } from '../jobs/engine.ts'
import { mailWay } from '../jobs/mail.ts'
import { startWorker } from '../jobs/worker.ts'
import { flagsOf } from './flags.ts'
import { lineLog } from './log.ts'
import { openPlace, slotsOf } from './place.ts'
import { untilStopped } from './run.ts'
import { type Lang, mailWaits } from './words.ts'

export const workerCommand = async (argv: readonly string[], lang: Lang): Promise<number> => {
  const { values } = flagsOf(argv, { jobs: { type: 'string' }, origin: { type: 'string' } })
  const slots = slotsOf(values.jobs as string | undefined)
  const origin = (values.origin as string | undefined) ?? (process.env['MENSHEN_ORIGIN'] || 'http://localhost:8080')
  const place = await openPlace(values)
  const worker = await startWorker({
    ...place,
    engine: openEngine(),
    mail: mailWay({ origin, from: process.env['MENSHEN_MAIL_FROM'] || 'menshen@localhost', server: process.env['MENSHEN_SMTP'] }),
    slots,
    log: lineLog('worker'),
  }).catch(async (error) => {
    await place.close()
    throw error
  })
  process.stdout.write(
    lang === 'zh' ? `后台进程 ${worker.id} 已开始工作（同时运行 ${slots} 个）\n` : `worker ${worker.id} is at work (${slots} at once)\n`,
  )
  const waits = mailWaits(process.env['MENSHEN_SMTP'])
  if (waits) process.stderr.write(`${waits[lang]}\n`)
  return untilStopped(lang, [place.close, worker.stop])
}
