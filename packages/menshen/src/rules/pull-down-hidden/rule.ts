import { callsIn, type JsonDocument, moveOf, pageAt, recordSpot, rule, stepsWitness, trusted, type Unit } from '../kit.ts'

const NAMED: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' }
type Colour = readonly [number, number, number]
const parse = (text: unknown): Colour | undefined => {
  if (typeof text !== 'string') return undefined
  const hex = (NAMED[text.trim().toLowerCase()] ?? text.trim()).replace(/^#/, '')
  const full = hex.length === 3 ? [...hex].map((c) => c + c).join('') : hex.slice(0, 6)
  if (!/^[0-9a-f]{6}$/i.test(full)) return undefined
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as unknown as Colour
}
const luminance = (colour: Colour): number => {
  const [r, g, b] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
const contrast = (a: Colour, b: Colour): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}
/** The name and the dots are drawn in these. */
const STYLES: Readonly<Record<string, Colour>> = { light: [255, 255, 255], dark: [51, 51, 51] }
/** Below this they are all but invisible. */
const LEAST = 1.5

interface Setting {
  readonly value: unknown
  readonly document: JsonDocument
  readonly path: readonly string[]
}

export default rule(
  {
    clauses: ['wx-op/15.7'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'info',
    confidence: 'high',
    platforms: ['wechat'],
    messages: {
      hidden: {
        what: {
          zh: '下拉时字样（{style}）与背景 {colour} 几乎同色，看不清',
          en: 'What shows on pulling down ({style}) all but vanishes on {colour}',
        },
        why: {
          zh: '下拉时帐号字样应清晰可见，不得被背景色遮住。',
          en: 'The account’s name has to be clear on pulling down and must not be hidden by the background.',
        },
        fix: {
          zh: '浅色背景用 "backgroundTextStyle": "dark"，深色背景用 "light"。',
          en: 'Use "backgroundTextStyle": "dark" on a light background and "light" on a dark one.',
        },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const read = (unit: Unit, key: string): Setting | undefined => {
      const own = unit.json?.value as Readonly<Record<string, unknown>> | null | undefined
      if (unit.json && own && Object.hasOwn(own, key)) return { value: own[key], document: unit.json, path: [key] }
      const window = (program.config.app.value as { readonly window?: Readonly<Record<string, unknown>> } | null)?.window
      if (window && typeof window === 'object' && Object.hasOwn(window, key))
        return { value: window[key], document: program.config.app, path: ['window', key] }
      return undefined
    }
    const done = new Set<string>()
    let pulls = 0
    for (const page of program.pages) {
      if (page.template === null || !interpretation.reachable.has(page.base)) continue
      if (read(page, 'enablePullDownRefresh')?.value !== true) continue
      pulls++
      const colour = read(page, 'backgroundColor')
      const style = read(page, 'backgroundTextStyle')
      // The defaults, white with dark dots, are readable.
      const ground = colour ? parse(colour.value) : ([255, 255, 255] as const)
      const drawn = STYLES[String(style?.value ?? 'dark')]
      // Set by the program itself later on: a run has to show it.
      if (
        !ground ||
        !drawn ||
        interpretation
          .callsOf('setBackgroundColor', 'setBackgroundTextStyle')
          .some((call) => call.contexts.some(({ root }) => root.unit.base === page.base))
      )
        continue
      if (contrast(ground, drawn) >= LEAST) continue
      const where = style ?? colour
      const at = where?.document.at(where.path)
      const key = at && `${at.file}:${at.start}`
      if (!at || !key || done.has(key)) continue
      done.add(key)
      const other = colour?.document.at(colour.path)
      report('hidden', {
        at,
        data: { style: String(style?.value ?? 'dark'), colour: String(colour?.value ?? '#ffffff') },
        related: other && other.start !== at.start ? [{ at: other }] : [],
        // Written out in this place it is a mistake; a colour left at its default (white under light dots) is the tools' own template.
        verdict: colour ? 'violation' : 'review',
      })
    }
    // What a page sets as it goes, as it stood in the end.
    for (const pass of run ? trusted(run) : []) {
      const set = new Map<string, { colour?: unknown; style?: unknown }>()
      for (const call of callsIn(pass, 'setBackgroundColor', 'setBackgroundTextStyle')) {
        const page = pageAt(program, call.page)
        const args = call.args as { readonly backgroundColor?: unknown; readonly textStyle?: unknown } | null
        if (!page || !args || read(page, 'enablePullDownRefresh')?.value !== true) continue
        const now = { ...set.get(page.base) }
        if (args.backgroundColor !== undefined) now.colour = args.backgroundColor
        if (args.textStyle !== undefined) now.style = args.textStyle
        set.set(page.base, now)
        const colour = now.colour ?? read(page, 'backgroundColor')?.value ?? '#ffffff'
        const style = String(now.style ?? read(page, 'backgroundTextStyle')?.value ?? 'dark')
        const [ground, drawn] = [parse(colour), STYLES[style]]
        const at = recordSpot(program, pass, call)
        const move = moveOf(pass, call)
        // A call that follows in the same breath may put it right.
        const rest = callsIn(pass, 'setBackgroundColor', 'setBackgroundTextStyle').some((one) => one.id > call.id && one.at - call.at < 100)
        const key = JSON.stringify('file' in at ? [at.file, at.start] : at)
        if (!ground || !drawn || !move || rest || contrast(ground, drawn) >= LEAST || done.has(key)) continue
        done.add(key)
        report('hidden', {
          at,
          data: { style, colour: String(colour) },
          witness: stepsWitness(pass, move, {
            zh: `下拉时是 ${style} 字样、${colour} 背景`,
            en: `pulled down, it is ${style} on ${colour}`,
          }),
        })
      }
    }
    if (pulls === 0) return 'inapplicable'
  },
)
