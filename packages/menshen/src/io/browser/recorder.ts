/** The driver's end of the record: takes what the page sends, trusts none of it, keeps it in order and in bounds. */
import type { CallRecord, HostRecord, Plain, RunRecord } from '../../simulator/types.ts'

const kinds = new Set([
  'call',
  'answer',
  'event',
  'life',
  'navigation',
  'error',
  'console',
  'warning',
  'storage',
  'network',
  'prompt',
  'prompt-closed',
  'host',
  'media',
])
export const recordLimit = 20_000
const textLimit = 64_000

export class Recorder {
  readonly #records: RunRecord[] = []
  readonly #answers = new Map<number, NonNullable<CallRecord['answer']>>()
  #offset = 0
  #last = 0
  #dropped = 0
  #at = 0

  /** Takes one message of the page; gives back what is no record. */
  take(text: string): { tell: string; value: Record<string, unknown> } | null {
    if (text.length > textLimit * 4) {
      this.host('limit', 'a record too long')
      return null
    }
    let value: Record<string, unknown>
    try {
      value = JSON.parse(text) as Record<string, unknown>
    } catch {
      this.host('forged', 'not a record')
      return null
    }
    if (typeof value.tell === 'string') return { tell: value.tell, value: (value.value ?? {}) as Record<string, unknown> }
    if (!kinds.has(String(value.kind)) || typeof value.id !== 'number' || value.id !== this.#last + 1) {
      this.host('forged', 'out of order')
      return null
    }
    this.#last = value.id
    const id = value.id + this.#offset
    this.#at = typeof value.at === 'number' ? value.at : this.#at
    const record = shift(value, this.#offset) as unknown as RunRecord
    if (record.kind === 'answer') {
      this.#answers.set(record.call, { ok: record.ok, errMsg: record.errMsg, summary: record.summary, at: record.at, by: record.by })
      return null
    }
    if (this.#records.length >= recordLimit) {
      if (this.#dropped++ === 0)
        this.#records.push({ kind: 'host', id: id + 0.5, at: this.#at, page: null, view: 0, what: 'limit', detail: 'records', stack: [] })
      return null
    }
    this.#records.push(record)
    return null
  }
  /** Notes what happened around the program. */
  host(what: HostRecord['what'], detail: string, stack: HostRecord['stack'] = []): void {
    if (this.#records.length >= recordLimit + 200) return
    const before = this.#records[this.#records.length - 1]
    this.#records.push({
      kind: 'host',
      id: (before?.id ?? 0) + 0.001,
      at: this.#at,
      page: before?.page ?? null,
      view: before?.view ?? 0,
      what,
      detail: detail.slice(0, 500),
      stack,
    })
  }
  /** The page was made anew: its numbers start again, ours go on. */
  restart(): void {
    this.#offset += this.#last
    this.#last = 0
  }
  get count(): number {
    return this.#records.length
  }
  /** All records from an index on, calls with their answers. */
  records(from = 0): RunRecord[] {
    return this.#records.slice(from).map((r) => {
      if (r.kind !== 'call') return r
      const answer = this.#answers.get(r.id)
      return answer ? { ...r, answer } : r
    })
  }
}

/** Moves the ids inside a record past those of an earlier page. */
function shift(value: Record<string, unknown>, by: number): Record<string, unknown> {
  if (!by) return value
  const out = { ...value }
  for (const key of ['id', 'call', 'prompt'])
    if (typeof out[key] === 'number' && (out[key] as number) > 0) out[key] = (out[key] as number) + by
  if (out.cause && typeof out.cause === 'object') {
    const cause = { ...(out.cause as Record<string, Plain>) }
    for (const key of ['tap', 'formerTap']) if (typeof cause[key] === 'number') cause[key] = (cause[key] as number) + by
    out.cause = cause
  }
  return out
}
