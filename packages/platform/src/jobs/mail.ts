/**
 * Mail: made from the outbox in the language of whoever gets it, written down, then sent. Where nobody named a server for it,
 * it waits in the outbox for a worker that has one; it is kept to be read here only where somebody said so.
 */
import nodemailer from 'nodemailer'
import { mailToken } from '../store/accounts.ts'
import { type MailOrder, mailFacts, mailFailed, mailSent, mailsToSend, makeMail } from '../store/mails.ts'
import { type Outgoing, sent, takeOutgoing, unsent } from '../store/outbox.ts'
import { MAILS, written } from './mail-words.ts'
import type { Work } from './work.ts'

/** What stands in place of a server's address where mails are kept and sent to nobody. */
export const KEEP = 'keep'

export interface MailWay {
  /** Where people reach the platform; links begin with it. */
  readonly origin: string
  readonly from: string
  /** sends: by a server · keeps: in the database, to be looked at, because somebody said so · waits: nobody said how, so it stays queued. */
  readonly how: 'sends' | 'keeps' | 'waits'
  readonly send:
    | ((mail: { readonly to: string; readonly subject: string; readonly text: string; readonly id: string }) => Promise<void>)
    | null
}
/** By a server's address, smtp://user:word@host:port or smtps://…; `keep` says that mails are kept and go nowhere. */
export const mailWay = ({
  origin,
  from,
  server,
  development = false,
}: {
  readonly origin: string
  readonly from: string
  readonly server?: string | undefined
  /** Whether mails are kept where no server is named. */
  readonly development?: boolean
}): MailWay => {
  if (server === KEEP || (development && (server ?? '') === '')) return { origin, from, how: 'keeps', send: null }
  if (server === undefined || server === '') return { origin, from, how: 'waits', send: null }
  const transport = nodemailer.createTransport(server, { from })
  return {
    origin,
    from,
    how: 'sends',
    send: async ({ to, subject, text, id }) => {
      // As an object the address cannot be a list, whatever stands in it.
      await transport.sendMail({
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@menshen>`,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
  }
}

const HOUR = 3_600_000
/** What lets somebody in is not kept once it was sent. */
const withoutToken = (body: string): string => body.replace(/([?&]token=)[\w-]+/g, '$1…')

const make = (work: Work, way: MailWay, item: Outgoing): Promise<void> =>
  work.store.run(async (tx) => {
    const order = item.content as unknown as MailOrder
    const { recipients, program, version, reason } = await mailFacts(tx, order)
    const before = await mailsToSend(work.store, item.id)
    for (const { id, email, lang } of recipients) {
      if (before.some(({ account }) => account === id)) continue
      const token = MAILS[order.template]?.token
      const secret = token ? await mailToken(tx, id, token.kind, token.hours * HOUR) : undefined
      const { subject, body, path } = written(order.template, lang, {
        program: program?.name,
        'program-id': program?.id,
        version: version?.label,
        'version-id': version?.id,
        reason: reason?.[lang],
        token: secret,
      })
      await makeMail(tx, {
        outbox: item.id,
        account: id,
        template: order.template,
        lang,
        to: email,
        subject,
        body: `${body}\n\n${way.origin}${path}\n`,
        about: order.subject,
        aboutId: order.id,
      })
    }
  })

/** Sends what is due; what fails is tried again, later each time. */
export const deliverMail = async (work: Work, way: MailWay): Promise<void> => {
  const { store, log } = work
  // Not even taken: it uses up no try, and is made when it can go out, so that what lets somebody in is fresh then.
  if (way.how === 'waits') return
  for (;;) {
    const items = await takeOutgoing(store, ['mail'], 20)
    for (const item of items)
      try {
        await make(work, way, item)
        let failed: string | null = null
        for (const { id, to_address: to, subject, body } of await mailsToSend(store, item.id))
          try {
            if (way.send) await way.send({ to: to!, subject, text: body, id })
            await mailSent(store, id, { kept: way.send === null, body: way.send ? withoutToken(body) : body })
          } catch (error) {
            failed = error instanceof Error ? error.message : String(error)
            await mailFailed(store, id, failed)
          }
        if (failed === null) await sent(store, item.id)
        else await unsent(store, item, failed)
      } catch (error) {
        log.warn('mail', { outbox: item.id, error: String(error) })
        await unsent(store, item, String(error))
      }
    if (items.length < 20) return
  }
}
