/** What a run showed: an advertisement that changes its place over the page while nobody touches anything. */
import {
  attributeOf,
  type Detail,
  lacksAnswers,
  type Pass,
  type ProgramModel,
  pageAt,
  pageFile,
  pageSpot,
  parseStyle,
  type RunEvidence,
  type Screen,
  type ShownText,
  screenAfter,
  screenBefore,
  stepsWitness,
  textsOn,
  trusted,
  unitsOn,
  writtenAt,
} from '../kit.ts'

type Box = ShownText['box']
const meets = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
/** It lies over something else: not in a bar of its own, as a running line does. */
const over = (screen: Screen, text: ShownText): boolean =>
  textsOn(screen, 'page').some((one) => one !== text && meets(one.box, text.box)) ||
  (screen.tappables ?? []).some((one) => one.layer === 'page' && meets(one.box, text.box) && !one.text.includes(text.text.slice(0, 20)))

/** The page moves something by a timer, an animation or a style of its own; slides and running lines are moved by the platform. */
const moves = (program: ProgramModel, pass: Pass, page: string, style: RegExp): boolean =>
  pass.records.some((one) => one.kind === 'call' && one.page === page && /^(?:createAnimation|animate|\w+\.animate)$/.test(one.api)) ||
  unitsOn(program, pageAt(program, page)).some((unit) => {
    const template = unit.template ? program.templates.get(unit.template) : undefined
    const sheet = unit.style ? program.styles.get(unit.style) : undefined
    return (
      template?.elements.some((element) => style.test(attributeOf(element, 'style')?.value ?? '')) ||
      (sheet !== undefined &&
        parseStyle(sheet).some(({ declarations }) => {
          const of = (name: string) => declarations.find(({ property }) => property === name)?.value ?? ''
          return /fixed|absolute/.test(of('position')) && (of('animation') !== '' || of('animation-name') !== '')
        }))
    )
  })

export const driftSeen = (program: ProgramModel, run: RunEvidence, advert: RegExp, style: RegExp): readonly Detail[] => {
  const seen = new Set<string>()
  return trusted(run).flatMap((pass: Pass) =>
    pass.moves.flatMap((move): Detail[] => {
      const [before, after] = [screenBefore(pass, move), screenAfter(pass, move)]
      if (move.step.do !== 'wait' || !before || !after || before.state.view !== after.state.view) return []
      if (before.state.scroll.top !== after.state.scroll.top || lacksAnswers(pass, move)) return []
      return textsOn(before, 'page').flatMap((text): Detail[] => {
        if (!advert.test(text.text) || textsOn(before, 'page').filter((one) => one.text === text.text).length > 1) return []
        const later = textsOn(after, 'page').find((one) => one.text === text.text)
        if (!later || Math.abs(later.box.x - text.box.x) + Math.abs(later.box.y - text.box.y) < 12) return []
        if (!moves(program, pass, after.state.route ?? '', style)) return []
        // what is pushed down by new content keeps its column and does not lie over anything
        if (!over(before, text) && !over(after, later)) return []
        const page = after.state.route ?? ''
        const key = `${page} ${text.text}`
        if (seen.has(key)) return []
        seen.add(key)
        const spot = pageSpot(pass, move, page, { box: later.box })
        return [
          {
            at: writtenAt(program, page, text.text) ?? writtenAt(program, page, text.text.split(' ')[0]!) ?? pageFile(program, page, spot),
            related: [{ at: spot }],
            confidence: 'high',
            witness: stepsWitness(pass, move, {
              zh: `“${text.text.slice(0, 20)}”从 (${text.box.x}, ${text.box.y}) 移到了 (${later.box.x}, ${later.box.y})`,
              en: `"${text.text.slice(0, 20)}" moved from (${text.box.x}, ${text.box.y}) to (${later.box.x}, ${later.box.y})`,
            }),
          },
        ]
      })
    }),
  )
}

/** An advertisement that is fixed over the page and stands elsewhere at another time, whatever it is drawn with. */
export const floatsSeen = (program: ProgramModel, run: RunEvidence, advert: RegExp): readonly Detail[] => {
  const seen = new Set<string>()
  return trusted(run).flatMap((pass: Pass) =>
    pass.moves.flatMap((move): Detail[] => {
      const [before, after] = [screenBefore(pass, move), screenAfter(pass, move)]
      if (move.step.do !== 'wait' || !before || !after || before.state.view !== after.state.view || lacksAnswers(pass, move)) return []
      return (before.state.floats ?? []).flatMap((float): Detail[] => {
        const later = after.state.floats?.find((one) => one.selector === float.selector && one.text === float.text)
        const page = after.state.route ?? ''
        const moved = later !== undefined && Math.abs(later.box.x - float.box.x) + Math.abs(later.box.y - float.box.y) >= 12
        const ad = /^ad(?:-custom)?$/.test(float.tag) || advert.test(float.text)
        // what slides in once comes to rest; a picture alone may be a helper
        if (!later || !moved || float.box.width > 300 || (!ad && float.pictures === 0) || seen.has(`${page} ${float.selector}`)) return []
        seen.add(`${page} ${float.selector}`)
        const spot = pageSpot(pass, move, page, { selector: later.selector, box: later.box })
        return [
          {
            at: (float.text ? writtenAt(program, page, float.text.split(' ')[0]!) : null) ?? pageFile(program, page, spot),
            related: [{ at: spot }],
            ...(ad ? { confidence: 'high' as const } : { verdict: 'review' as const }),
            witness: stepsWitness(pass, move, {
              zh: `从 (${float.box.x}, ${float.box.y}) 移到了 (${later.box.x}, ${later.box.y})`,
              en: `it moved from (${float.box.x}, ${float.box.y}) to (${later.box.x}, ${later.box.y})`,
            }),
          },
        ]
      })
    }),
  )
}
