/** The same as seen in a run: what lay in the clipboard afterwards, and what was said of it. */
import {
  behind,
  calledAt,
  callsIn,
  type Detail,
  moveOf,
  optionOf,
  type ProgramModel,
  pageSpot,
  pageWords,
  type RunEvidence,
  screenBefore,
  settledAfter,
  stepsWitness,
  targetOf,
  trusted,
  unansweredBefore,
} from '../kit.ts'
import { COMMAND, LEAVE, SHOP_HOST, SHOPS } from './signs.ts'

export interface Copied {
  readonly message: 'command-copied' | 'link-copied'
  readonly data: Readonly<Record<string, string>>
  readonly detail: Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence' | 'severity'>
}

export function copiedIn(program: ProgramModel, run: RunEvidence): readonly Copied[] {
  const found = new Map<string, Copied & { readonly rank: number }>()
  const douyin = program.platform === 'douyin'
  for (const pass of trusted(run))
    for (const call of callsIn(pass, 'setClipboardData')) {
      const text = optionOf(call, 'data')
      const move = moveOf(pass, call)
      if (!move || text.trim() === '' || unansweredBefore(pass, move, call)) continue
      const { screen, last, records } = settledAfter(pass, move)
      const old = new Set(pageWords(screenBefore(pass, move)))
      const said = [
        targetOf(pass, move)?.text ?? '',
        ...pageWords(screen).filter((one) => !old.has(one)),
        ...records.flatMap((record) => (record.kind === 'prompt' ? [`${record.title} ${record.text}`] : [])),
      ].join(' ')
      // What a slow answer to a tap brings is still that tap's doing.
      const unasked = behind(pass, call) === 'nobody' && call.cause.ended !== 'time'
      const command = COMMAND.test(text) || SHOP_HOST.test(text)
      // Beside a phrase for another shop, words that send people there settle it; a clipboard that is filled unasked is a trick by itself.
      const rank =
        command || (LEAVE.test(said) && SHOPS.test(`${said} ${text}`)) || (unasked && douyin)
          ? 3
          : unasked || (LEAVE.test(said) && /^https?:/.test(text))
            ? 1
            : 0
      const place = calledAt(program, call, pageSpot(pass, move, call.page))
      const key = JSON.stringify(place.at)
      if (rank <= (found.get(key)?.rank ?? 0)) continue
      found.set(key, {
        rank,
        message: rank === 3 ? 'command-copied' : 'link-copied',
        data: { text: text.slice(0, 40) },
        detail: {
          ...place,
          ...(rank === 3
            ? { verdict: 'violation' as const }
            : { verdict: 'review' as const, confidence: 'medium' as const, severity: 'warning' as const }),
          witness: stepsWitness(pass, last, {
            zh: `${unasked ? '没有点按，' : ''}剪贴板里是“${text.slice(0, 40)}”`,
            en: `${unasked ? 'nobody tapped; ' : ''}the clipboard holds “${text.slice(0, 40)}”`,
          }),
        },
      })
    }
  return [...found.values()]
}
