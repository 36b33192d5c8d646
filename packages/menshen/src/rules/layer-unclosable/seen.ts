/** Layers and alerts as a run showed them: what people tried in order to get rid of them, and whether they were rid of them. */
import {
  attributeOf,
  closest,
  type Detail,
  type Element,
  type Interpretation,
  lacksAnswers,
  looksOf,
  type Move,
  natural,
  type Pass,
  type ProgramModel,
  type PromptRecord,
  pageAt,
  pageFile,
  pageSpot,
  type RunEvidence,
  recordSpot,
  recordsOf,
  type Screen,
  type Spot,
  screenAfter,
  screenBefore,
  stepsWitness,
  type Tappable,
  tappedAt,
  targetOf,
  textsOn,
  trusted,
  unitsOn,
  writtenAt,
} from '../kit.ts'

export interface Layer {
  readonly message: 'stays' | 'out-of-reach' | 'comes-back' | 'alert-again'
  readonly detail: Detail
}
const CLOSE =
  /^(?:关闭|關閉|关|跳过|取消|返回|暂不.{0,4}|稍后.{0,4}|以后再说|我?知道了|好的?|确定|不了?|残忍拒绝|下次再说|close|skip|ok|[×✕✖xX╳⨯])$|关闭|跳过|知道了/i
const short = (text: string) => (text.length > 18 ? `${text.slice(0, 17)}…` : text)

/** A layer is one only where something of the page lies under it; else it is the page. */
const coverOn = (screen: Screen | null) => {
  const cover = screen?.state.cover
  if (!screen || !cover) return null
  const { box } = cover
  const under = textsOn(screen, 'page').some(
    (one) =>
      !cover.text.includes(one.text.slice(0, 60)) &&
      one.box.x >= box.x - 2 &&
      one.box.y >= box.y - 2 &&
      one.box.x + one.box.width <= box.x + box.width + 2 &&
      one.box.y + one.box.height <= box.y + box.height + 2,
  )
  return under ? cover : null
}
const inside = (screen: Screen, selector: string): readonly Tappable[] =>
  (screen.tappables ?? []).filter((one) => one.layer === 'page' && (one.selector === selector || one.selector.startsWith(`${selector}/`)))

const elementOf = (
  program: ProgramModel,
  interpretation: Interpretation,
  screen: Screen,
  target: Tappable,
): { element: Element; template: string } | null => {
  const units = unitsOn(program, pageAt(program, screen.state.route))
  const bound = interpretation.bindings.find((one) => target.handler && one.handlers.includes(target.handler) && units.includes(one.unit))
  return bound ? { element: bound.element, template: bound.template } : null
}
/** Something around an element lets people scroll it into sight; what is fixed to the screen by itself cannot be scrolled. */
const scrolls = (program: ProgramModel, element: Element, template: string): boolean => {
  if (looksOf(program, template, element).get('position') === 'fixed') return false
  return (
    closest(element, (one) => {
      if (one.tag === 'scroll-view' || one.tag === 'swiper' || one.tag === 'movable-view') return true
      const looks = looksOf(program, template, one)
      return (
        ['overflow', 'overflow-y'].some((name) => /auto|scroll/.test(looks.get(name) ?? '')) || attributeOf(one, 'scroll-y') !== undefined
      )
    }) !== undefined
  )
}

/** The tries to close one layer: from the look at it to the last wait. */
function triesIn(pass: Pass): readonly (readonly Move[])[] {
  const out: Move[][] = []
  for (const move of pass.moves) {
    if (move.purpose !== 'close' && move.purpose !== 'closed') continue
    const last = out.at(-1)
    if (last && pass.moves[pass.moves.indexOf(move) - 1] === last.at(-1)) last.push(move)
    else out.push([move])
  }
  return out
}

const seenLayers = (program: ProgramModel, interpretation: Interpretation, pass: Pass): readonly Layer[] =>
  triesIn(pass).flatMap((tries): Layer[] => {
    const [first] = tries
    const last = tries.at(-1)
    if (!first || !last || lacksAnswers(pass, last)) return []
    const start = screenBefore(pass, first)
    const cover = coverOn(start)
    const end = screenAfter(pass, last)
    if (!start || !cover || !end) return []
    const taps = tries.filter((one) => one.step.do === 'tap' && one.done)
    const inLayer = taps.filter((one) => {
      const target = targetOf(pass, one)
      return target !== null && (target.selector === cover.selector || target.selector.startsWith(`${cover.selector}/`))
    })
    const closing = inLayer.find((one) => CLOSE.test(targetOf(pass, one)?.text ?? ''))
    const gone = tries.find(
      (one) => one.step.do === 'tap' && !coverOn(screenAfter(pass, one)) && screenAfter(pass, one)?.state.route === start.state.route,
    )
    const words = short(cover.text.split(' ')[0] ?? cover.text)
    const spot = pageSpot(pass, first, start.state.route, cover)
    const place = (move: Move | undefined): { at: Spot; related: { at: Spot }[] } => {
      const { handler, element } = move ? tappedAt(program, interpretation, pass, move) : { handler: null, element: null }
      const written = writtenAt(program, start.state.route, cover.text.split(' ')[0] ?? '')
      // the layer itself: what is drawn on a condition around the way to close it
      const target = move ? targetOf(pass, move) : null
      const found = target ? elementOf(program, interpretation, start, target) : null
      const drawn = found
        ? closest(found.element, (one) => one.attributes.some(({ name }) => /^(?:wx|tt):if$|^hidden$/.test(name)))
        : undefined
      const layer: Spot[] = drawn && found ? [{ file: found.template, start: drawn.start, end: drawn.openEnd }] : []
      const all: Spot[] = [...(handler ? [handler] : []), ...(element ? [element] : []), ...layer, ...(written ? [written] : []), spot]
      return { at: all[0] === spot ? pageFile(program, start.state.route, spot) : all[0]!, related: all.slice(1).map((at) => ({ at })) }
    }
    const here = inside(start, cover.selector)
    const unseen = here.filter((one) => one.selector !== cover.selector)
    // the only ways out lie beyond the edge of the screen, or under something else, where no finger comes
    const unreached = (one: Tappable) => !one.onScreen || one.covered === true
    const closers = unseen.filter((one) => CLOSE.test(one.text))
    const out = unseen.every(unreached) ? unseen : !gone && closers.every(unreached) ? closers : []
    if (out.length > 0 && !here.some((one) => one.selector === cover.selector && one.handler !== null)) {
      const found = out.map((one) => elementOf(program, interpretation, start, one))
      if (found.every((one, k) => one !== null && (out[k]!.onScreen || !scrolls(program, one.element, one.template)))) {
        const [lost] = out
        const { element, template } = found[0]!
        return [
          {
            message: 'out-of-reach',
            detail: {
              at: { file: template, start: element.start, end: element.openEnd },
              related: place(taps[0]).related.concat({ at: pageSpot(pass, first, start.state.route, unseen[0]) }),
              data: { words, close: short(lost!.text || lost!.tag), page: start.state.route ?? '' },
              witness: stepsWitness(pass, first, {
                zh: lost!.onScreen
                  ? '关闭的位置被别的东西盖住'
                  : `关闭的位置在屏幕之外（纵坐标 ${lost!.box.y}，屏幕高 ${cover.box.y + cover.box.height}）`,
                en: lost!.onScreen
                  ? 'something else lies over the way to close it'
                  : `the way to close it lies beyond the screen (at ${lost!.box.y} of ${cover.box.y + cover.box.height})`,
              }),
            },
          },
        ]
      }
      return []
    }
    if (!gone && end.state.route === start.state.route && end.state.view === start.state.view && coverOn(end)?.text === cover.text) {
      // whoever looks for a way out has tried what says so, or everything in it
      const all = unseen.length > 0 && unseen.every((one) => inLayer.some((move) => targetOf(pass, move)?.selector === one.selector))
      if (!closing && !all && unseen.length > 0) return []
      return [
        {
          message: 'stays',
          detail: {
            ...place(closing ?? inLayer[0]),
            data: { words, close: closing ? short(targetOf(pass, closing)?.text ?? '') : '', page: start.state.route ?? '' },
            ...(closing ? { confidence: 'high' as const } : unseen.length === 0 ? {} : { verdict: 'review' as const }),
            witness: stepsWitness(pass, last, { zh: `“${words}”仍然盖在页面上`, en: `"${words}" still lies over the page` }),
          },
        },
      ]
    }
    if (gone && end.state.view === start.state.view && coverOn(end)?.text === cover.text)
      return [
        {
          message: 'comes-back',
          detail: {
            ...place(gone),
            data: { words, page: start.state.route ?? '' },
            witness: stepsWitness(pass, last, {
              zh: `关闭后不久，“${words}”又自己出现`,
              en: `soon after it was closed, "${words}" is there again`,
            }),
          },
        },
      ]
    return []
  })

/** Alerts of the same words, one after another, while nobody does anything but answer them. */
const AGAIN = 4
const seenAlerts = (program: ProgramModel, interpretation: Interpretation, run: RunEvidence): readonly Layer[] => {
  const repeated = (pass: Pass): ReadonlyMap<string, { readonly move: Move; readonly prompt: PromptRecord; readonly times: number }> => {
    const out = new Map<string, { move: Move; prompt: PromptRecord; times: number }>()
    for (const move of pass.moves) {
      if (move.step.do !== 'wait') continue
      const counts = new Map<string, number>()
      for (const record of recordsOf(pass, move)) {
        if (record.kind !== 'prompt' || record.sort !== 'modal') continue
        const key = `${record.title}|${record.text}`
        const times = (counts.get(key) ?? 0) + 1
        counts.set(key, times)
        if (times >= AGAIN && times > (out.get(key)?.times ?? 0)) out.set(key, { move, prompt: record, times })
      }
    }
    return out
  }
  const out: Layer[] = []
  const passes = run.passes.filter(
    ({ server }) => server === 'responses' || server === 'none' || (server === 'failing' && run.answersGiven),
  )
  const denied = passes.filter(({ profile }) => profile === 'deny-all').map(repeated)
  const said = new Set<string>()
  for (const pass of passes)
    for (const [key, { move, prompt, times }] of repeated(pass)) {
      if (said.has(key) || lacksAnswers(pass, move) || !natural(program, interpretation, pass, move)) continue
      // with a second answer there may be a way out: then it has to come again after either
      if (prompt.buttons.length > 1 && !(pass.profile !== 'deny-all' && denied.some((one) => one.has(key)))) continue
      said.add(key)
      const call = pass.records.find((one) => one.kind === 'call' && one.id === prompt.call)
      const page = prompt.page ?? ''
      out.push({
        message: 'alert-again',
        detail: {
          at: recordSpot(program, pass, call ?? prompt),
          related: [{ at: { page } }],
          data: { words: short(prompt.title || prompt.text), times: `${times}`, page },
          ...(pass.server === 'failing' ? { confidence: 'medium' as const } : {}),
          witness: stepsWitness(pass, move, { zh: `几秒之内弹出 ${times} 次`, en: `it comes up ${times} times within seconds` }),
        },
      })
    }
  return out
}

/** Everything about layers that a run showed, each thing once. */
export const layersSeen = (program: ProgramModel, interpretation: Interpretation, run: RunEvidence): readonly Layer[] => {
  const seen = new Set<string>()
  return [
    ...trusted(run).flatMap((pass) => (pass.profile === 'slow-4g' ? [] : seenLayers(program, interpretation, pass))),
    ...seenAlerts(program, interpretation, run),
  ].filter(({ message, detail }) => {
    const key = `${message} ${String(detail.data?.words)} ${String(detail.data?.page)}`
    return !seen.has(key) && Boolean(seen.add(key))
  })
}
