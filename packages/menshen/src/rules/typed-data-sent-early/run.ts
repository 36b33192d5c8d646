/** The same as seen in a run: something was typed, nothing was sent by hand, and it had left the telephone. */
import {
  type CallRecord,
  calledAt,
  type Detail,
  journey,
  type Move,
  outcome,
  type Pass,
  PERSONAL_WORDS,
  type Personal,
  type ProgramModel,
  pageSpot,
  personalByLabel,
  type RunEvidence,
  screenBefore,
  stepsWitness,
  type Text,
  tapsOn,
  targetOf,
  trusted,
  unansweredBefore,
} from '../kit.ts'

const TELLING = new Set<Personal>(['phone', 'identity', 'birthday', 'address', 'contact', 'name', 'password'])
const SEARCH = /搜|查找|查询|关键|search|find|query|suggest|check|exist|valid/i

export interface Early {
  readonly data: Readonly<Record<string, Text>>
  readonly detail: Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'>
}

/** What was typed since the last tap, by what it is. */
const typedUntil = (pass: Pass, move: Move): ReadonlyMap<string, Personal> => {
  const out = new Map<string, Personal>()
  for (const one of journey(pass, move)) {
    if (one.step.do === 'tap') out.clear()
    if (one.step.do !== 'input' || !one.done || one.step.value.length < 2) continue
    const kind = personalByLabel(targetOf(pass, one)?.text ?? '')
    if (kind && TELLING.has(kind) && !SEARCH.test(targetOf(pass, one)?.text ?? '')) out.set(one.step.value, kind)
  }
  return out
}

export function sentEarly(program: ProgramModel, run: RunEvidence): readonly Early[] {
  const found = new Map<string, Early & { readonly kinds: number }>()
  for (const pass of trusted(run))
    for (const move of pass.moves) {
      if (move.step.do !== 'input' || !move.done) continue
      const typed = typedUntil(pass, move)
      if (typed.size === 0) continue
      for (const record of outcome(pass, move)) {
        if (record.kind !== 'call' || !/^request$|^cloud\.|^SocketTask\.send$/.test(record.api) || unansweredBefore(pass, move, record))
          continue
        const call: CallRecord = record
        const sent = JSON.stringify(call.args)
        const kinds = [...new Set([...typed].flatMap(([value, kind]) => (sent.includes(value) ? [kind] : [])))]
        if (kinds.length === 0 || SEARCH.test(sent.slice(0, 300))) continue
        const place = calledAt(program, call, pageSpot(pass, move, call.page))
        const key = JSON.stringify(place.at)
        if ((found.get(key)?.kinds ?? 0) >= kinds.length) continue
        // A box to tick is the program's own word that it waits; two pieces are a form and no look-up.
        const box = tapsOn(screenBefore(pass, move)).some(({ tag }) => /^(?:checkbox|radio|switch)$/.test(tag))
        found.set(key, {
          kinds: kinds.length,
          data: {
            data: {
              zh: kinds.map((kind) => PERSONAL_WORDS[kind].zh).join('、'),
              en: kinds.map((kind) => PERSONAL_WORDS[kind].en).join(', '),
            },
          },
          detail: {
            ...place,
            verdict: box || kinds.length > 1 ? 'violation' : 'review',
            confidence: box ? 'high' : 'medium',
            witness: stepsWitness(pass, move, {
              zh: '还没有点提交，填的内容已经发了出去',
              en: 'nothing was submitted, and what was typed had been sent',
            }),
          },
        })
      }
    }
  return [...found.values()]
}
