/** The same as seen in a run: somebody shared, and what had been shut stood open. */
import {
  type Deed,
  type Detail,
  deedsIn,
  type Interpretation,
  lacksAnswers,
  type Pass,
  type ProgramModel,
  pageSpot,
  pageWords,
  type RunEvidence,
  type Screen,
  shares,
  stepsWitness,
  tapsOn,
  trusted,
} from '../kit.ts'

/** Words about the sharing itself: thanks, counts, another label on the button. */
const ABOUT = /谢|已分享|分享(?:成功|了|过|次数)|转发|好友|朋友|友|群|海报|邀请|再(?:次|来)|[次人]$/
const plain = (text: string): string => text.replace(/\d+(?:[.,]\d+)*/g, '#')

interface Opened {
  readonly pass: Pass
  readonly deed: Deed
  readonly shared: Deed
  readonly route: string
  readonly gained: readonly string[]
  readonly lost: readonly string[]
}
/** What a page says, without its buttons and without the numbers in it. */
const said = (screen: Screen): readonly string[] => {
  const buttons = new Set(tapsOn(screen).map(({ text }) => text))
  return pageWords(screen).filter((text) => !buttons.has(text) && text.trim() !== '')
}

function openedBy(pass: Pass): readonly Opened[] {
  const deeds = deedsIn(pass)
  const out: Opened[] = []
  for (const [i, shared] of deeds.entries()) {
    if (!shares(pass, shared.move)) continue
    const before = pass.screens.find(({ id }) => id === shared.move.before)
    const route = before?.state.route
    if (!before || !route || lacksAnswers(pass, shared.move)) continue
    const [old, all] = [new Set(said(before).map(plain)), new Set(pageWords(before).map(plain))]
    // The share, perhaps leaving and coming back, and nothing else.
    for (const deed of deeds.slice(i, i + 4)) {
      if (deed !== shared && !['share', 'hide', 'show'].includes(deed.move.step.do)) break
      if (deed.screen?.state.route !== route) break
      const now = new Set(pageWords(deed.screen).map(plain))
      const gained = said(deed.screen).filter((text) => !all.has(plain(text)) && !ABOUT.test(text))
      const lost = [...old].filter((text) => !now.has(text) && !ABOUT.test(text))
      if (gained.length > 1 || (lost.length > 0 && gained.some((text) => text.length >= 6))) {
        out.push({ pass, deed, shared, route, gained, lost })
        break
      }
    }
  }
  return out
}

/** The same could be read without sharing: after a tap, after a while, or to begin with. */
const openAnyway = (run: RunEvidence, { route, gained }: Opened): boolean =>
  trusted(run).some((pass) => {
    const first = pass.moves.findIndex((move) => shares(pass, move))
    return deedsIn(pass).some(
      ({ screen, index }) =>
        (first < 0 || index < first) && screen?.state.route === route && gained.every((text) => pageWords(screen).includes(text)),
    )
  })

/** A page that says something else each time it comes up proves nothing by doing so. */
const restless = (run: RunEvidence, route: string): boolean =>
  trusted(run).some((pass) => {
    const first = pass.moves.findIndex((move) => shares(pass, move))
    const looks = new Map<string, string>()
    return deedsIn(pass).some(({ move, screen, index }) => {
      if ((first >= 0 && index >= first) || screen?.state.route !== route || !['open', 'show'].includes(move.step.do)) return false
      const key = JSON.stringify(screen.state.query)
      const look = said(screen).map(plain).join('|')
      const had = looks.get(key)
      looks.set(key, look)
      return had !== undefined && had !== look
    })
  })

export const openedByShare = (
  program: ProgramModel,
  interpretation: Interpretation,
  run: RunEvidence,
): Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'> | null => {
  for (const pass of trusted(run))
    for (const opened of openedBy(pass)) {
      if (openAnyway(run, opened) || restless(run, opened.route)) continue
      const { deed, route, gained, lost } = opened
      const unit = program.pages.find(({ base }) => base.slice(program.root.length) === route)
      const handler = interpretation.returned.find((one) => one.unit === unit && one.method === 'onShareAppMessage')?.at
      const writes = interpretation.writes.filter((write) => write.unit === unit && write.root.kind !== 'gesture').slice(0, 6)
      const spot = pageSpot(pass, deed.last, route)
      return {
        at: handler ?? spot,
        related: [...writes.map(({ at }) => ({ at })), { at: spot }],
        verdict: 'violation',
        confidence: 'high',
        witness: stepsWitness(pass, deed.last, {
          zh: `分享之前${lost.length > 0 ? `是“${lost.slice(0, 2).join('、')}”` : '没有'}，分享之后出现“${gained.slice(0, 3).join('、')}”`,
          en: `before sharing: “${lost.slice(0, 2).join(', ') || 'nothing'}”; after it: “${gained.slice(0, 3).join(', ')}”`,
        }),
      }
    }
  return null
}
