/** A connection that only hears: told when something happened, made again when it breaks. */
import pg from 'pg'

/** Hears a channel until it is ended; called once more after each time it was away, for something may have been missed. */
export const hearing = (url: string, channel: 'menshen_outbox' | 'menshen_event', hear: () => void): (() => Promise<void>) => {
  let ended = false
  let client: pg.Client | null = null
  const connect = async (): Promise<void> => {
    if (ended) return
    const next = new pg.Client({
      connectionString: url,
      application_name: 'menshen-listen',
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    })
    let gone = false
    const again = () => {
      if (gone) return
      gone = true
      if (!ended) setTimeout(() => void connect(), 500).unref()
    }
    next.on('error', again)
    next.on('end', again)
    next.on('notification', hear)
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      client = next
      hear()
      if (ended) await next.end()
    } catch {
      await next.end().catch(() => {})
      again()
    }
  }
  void connect()
  return async () => {
    ended = true
    await client?.end().catch(() => {})
  }
}
