/** The same as seen in a run: the address that the data really went to, wherever it had come from. */
import {
  type CallRecord,
  calledAt,
  callsIn,
  type Detail,
  hostKind,
  hostOf,
  moveOf,
  optionOf,
  type Personal,
  type ProgramModel,
  pageSpot,
  personalSent,
  type RunEvidence,
  siteOf,
  stepsWitness,
  unansweredBefore,
} from '../kit.ts'

const TELLING = new Set<Personal>(['phone', 'location', 'address', 'identity', 'birthday', 'password', 'contact'])

export interface SentAway {
  readonly host: string
  readonly kinds: readonly Personal[]
  readonly detail: Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'>
}

export function sentAway(program: ProgramModel, own: ReadonlySet<string>, run: RunEvidence): readonly SentAway[] {
  const found = new Map<string, SentAway>()
  for (const pass of run.passes) {
    // Where most calls go is the program's own house.
    const calls = callsIn(pass, 'request', 'uploadFile')
    const sites = new Map<string, number>()
    for (const call of calls) {
      const host = hostOf(optionOf(call, 'url'))
      if (host) sites.set(siteOf(host), (sites.get(siteOf(host)) ?? 0) + 1)
    }
    const [most, second] = [...sites].sort((a, b) => b[1] - a[1])
    const mine = new Set([...own, ...(most && (!second || most[1] > second[1]) ? [most[0]] : [])])
    for (const call of calls) {
      const host = hostOf(optionOf(call, 'url'))
      // A host's name tells who stands behind it: only those that live on other people's data are certain.
      if (!host || mine.has(siteOf(host)) || hostKind(host) !== 'trades') continue
      const kinds = personalSent(pass, call).filter((kind) => TELLING.has(kind))
      const move = moveOf(pass, call)
      if (kinds.length === 0 || !move || unansweredBefore(pass, move, call)) continue
      const place = calledAt(program, call, pageSpot(pass, move, call.page))
      const key = `${host} ${JSON.stringify(place.at)}`
      if (!found.has(key))
        found.set(key, {
          host,
          kinds,
          detail: { ...place, verdict: 'violation', confidence: 'medium', witness: stepsWitness(pass, move, seen(call, host)) },
        })
    }
  }
  return [...found.values()]
}
const seen = (call: CallRecord, host: string) => ({ zh: `${call.api} 把数据发到了 ${host}`, en: `${call.api} sent the data to ${host}` })
