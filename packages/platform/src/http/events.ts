/** Events to open pages: one ear on the database for all of them, a beat so that lines stay open, and what was missed on coming back. */
import { eventsAfter, listen, type PageEvent } from '../store/events.ts'
import type { Store } from '../store/store.ts'

export interface Hub {
  /** Hears each event; `end` is called when nothing more will be heard. */
  hear(to: (event: PageEvent) => void, end?: () => void): () => void
  readonly size: number
  close(): Promise<void>
}
const ALL_AT_ONCE = 5000

/** Listens; without a database to listen to, pages only have their beat. */
export const openHub = async (store: Store, url: string | null): Promise<Hub> => {
  const ears = new Map<(event: PageEvent) => void, () => void>()
  const end =
    url === null
      ? async () => {}
      : await listen(store, url, (event) => {
          for (const ear of [...ears.keys()]) ear(event)
        })
  return {
    hear: (to, end = () => {}) => {
      ears.set(to, end)
      return () => void ears.delete(to)
    },
    get size() {
      return ears.size
    },
    close: async () => {
      for (const over of [...ears.values()]) over()
      ears.clear()
      await end()
    },
  }
}

export interface StreamOptions {
  readonly store: Store
  readonly hub: Hub
  readonly about?: { readonly subject: 'version'; readonly id: string }
  /** Which events this page may have. */
  readonly keep: (event: PageEvent) => boolean
  /** What this page is told of an event; the event as it is when nothing else is said. */
  readonly shown?: (type: string) => string
  /** The last event that the page has seen. */
  readonly after: number | null
  /** Sent beside the events, as `progress`, when it is another than before. */
  readonly also?: () => Promise<unknown>
  /** Asked at each beat: whoever is not let in any more is let go. */
  readonly alive: () => Promise<boolean>
  readonly beatMs?: number
  readonly onOpen?: (by: 1 | -1) => void
}
const wireEvent = ({ at, type, ...event }: PageEvent, shown: (type: string) => string) => ({
  ...event,
  type: shown(type),
  at: new Date(at).toISOString(),
})

/** A stream of events: text/event-stream, each with the id by which it is resumed. */
export const eventStream = ({
  store,
  hub,
  about,
  keep,
  shown: word = (type) => type,
  after,
  also,
  alive,
  beatMs = 10_000,
  onOpen,
}: StreamOptions): Response => {
  if (hub.size >= ALL_AT_ONCE) return new Response(null, { status: 503, headers: { 'retry-after': '10' } })
  let stop = (): void => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const text = new TextEncoder()
      let [shown, ended] = ['', false]
      // By id, and not by the highest: what was begun earlier may be committed later.
      const told = new Set<number>()
      const write = (line: string): void => {
        if (ended) return
        // Whoever does not read is let go, and comes back with what it has.
        if ((controller.desiredSize ?? 0) < -256) {
          stop()
          return
        }
        controller.enqueue(text.encode(line))
      }
      const tell = (event: PageEvent): void => {
        if (told.has(event.id) || !keep(event)) return
        told.add(event.id)
        if (told.size > 1000) told.delete(told.values().next().value!)
        write(`id: ${event.id}\nevent: change\ndata: ${JSON.stringify(wireEvent(event, word))}\n\n`)
      }
      const more = async (): Promise<void> => {
        if (!also) return
        const now = JSON.stringify(await also())
        if (now !== shown) write(`event: progress\ndata: ${now}\n\n`)
        shown = now
      }
      const waiting: PageEvent[] = []
      let caughtUp = after === null
      const deaf = hub.hear(
        (event) => {
          if (!caughtUp) return void waiting.push(event)
          tell(event)
          if (keep(event)) void more().catch(() => {})
        },
        () => stop(),
      )
      const beat = setInterval(async () => {
        try {
          if (!(await alive())) return stop()
          await more()
          write(': beat\n\n')
        } catch {
          // The database is away for a moment: the next beat asks again.
        }
      }, beatMs)
      stop = () => {
        if (ended) return
        ended = true
        clearInterval(beat)
        deaf()
        onOpen?.(-1)
        try {
          controller.close()
        } catch {
          // The page closed it first.
        }
      }
      onOpen?.(1)
      write('retry: 2000\n\n')
      void (async () => {
        if (after !== null) for (const event of await eventsAfter(store, after, about, 500)) tell(event)
        caughtUp = true
        for (const event of waiting) tell(event)
        await more()
      })().catch(() => stop())
    },
    cancel() {
      stop()
    },
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}
