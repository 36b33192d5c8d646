/** What a run showed: rows of one list, each of which opens another mini program. */
import {
  type CallRecord,
  callsIn,
  type Detail,
  lacksAnswers,
  type Move,
  moveOf,
  type Pass,
  type ProgramModel,
  type RunEvidence,
  recordSpot,
  screenBefore,
  stepsWitness,
  targetOf,
  trusted,
  unaskedIn,
} from '../kit.ts'

/** Taps on rows are tried a few times only: so many different programs behind the rows of one list stand for all of them. */
const TRIED = 3

const programOf = (call: CallRecord): string => {
  const args = call.args as { readonly appId?: unknown; readonly shortLink?: unknown } | null
  return String(args?.appId ?? args?.shortLink ?? '')
}

export const directorySeen = (program: ProgramModel, run: RunEvidence, apis: readonly string[], many: number): Detail | undefined => {
  interface Row {
    readonly pass: Pass
    readonly move: Move
    readonly call: CallRecord
  }
  const lists = new Map<string, { readonly rows: Row[]; readonly programs: Set<string>; length: number }>()
  for (const pass of trusted(run))
    for (const call of callsIn(pass, ...apis)) {
      const move = moveOf(pass, call)
      const target = move ? targetOf(pass, move) : null
      if (!move || !target || unaskedIn(call) || lacksAnswers(pass, move) || programOf(call).length < 6) continue
      const kind = (selector: string) => selector.replace(/\[\d+\]/g, '')
      const key = `${call.page} ${target.handler ?? target.openType} ${kind(target.selector)}`
      const list = lists.get(key) ?? { rows: [], programs: new Set<string>(), length: 0 }
      list.rows.push({ pass, move, call })
      list.programs.add(programOf(call))
      const alike = screenBefore(pass, move)?.tappables?.filter(
        (one) => one.handler === target.handler && kind(one.selector) === kind(target.selector) && one.text !== '',
      )
      list.length = Math.max(list.length, new Set((alike ?? []).map((one) => one.text)).size)
      lists.set(key, list)
    }
  for (const { rows, programs, length } of lists.values()) {
    const [first] = rows
    if (!first || programs.size < Math.min(TRIED, many) || Math.max(length, programs.size) < many) continue
    const count = `${Math.max(length, programs.size)}`
    return {
      at: recordSpot(program, first.pass, first.call),
      related: first.call.page === null ? [] : [{ at: { page: first.call.page } }],
      data: { count },
      witness: stepsWitness(first.pass, rows.at(-1)!.pass === first.pass ? rows.at(-1)!.move : first.move, {
        zh: `列表里有 ${count} 项，点开的 ${programs.size} 项各打开一个小程序`,
        en: `the list has ${count} rows; ${programs.size} that were tapped opened a mini program each`,
      }),
    }
  }
  return undefined
}
