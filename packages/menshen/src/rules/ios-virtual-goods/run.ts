/** The same as seen in a run on an iPhone: what stood on the screen, wherever it came from. */
import {
  BUY,
  type Detail,
  type Interpretation,
  lacksAnswers,
  type Move,
  type Pass,
  PHYSICAL,
  PRICE,
  type ProgramModel,
  pageSpot,
  pageWords,
  passesOf,
  type RunEvidence,
  type Screen,
  screenAfter,
  stepsWitness,
  type Tappable,
  tapsOn,
  trusted,
  VIRTUAL,
} from '../kit.ts'
import { GUIDE, NOTICE } from './signs.ts'

/** What is opened by paying, said by the button itself. */
const OPENS = /解锁|开通|充值|订阅|续费|会员|VIP|金币|钻石|书币/i
/** Lessons that are given in a room are no virtual goods. */
const OFFLINE = /线下|面授|到店|工坊|工作坊|场地|教室|校区|上门|听课证|门店|开课|上课|座位|地址/
const APPLE = /iOS|苹果|iphone/i

export interface SeenOffer {
  readonly message: 'price-on-ios' | 'pay-elsewhere'
  readonly clauses: readonly string[]
  readonly data: Readonly<Record<string, string>>
  readonly detail: Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'>
}

/** Passes as people with an iPhone see them; a program that never asks for the system shows the same to all. */
const onPhone = (run: RunEvidence): readonly Pass[] => {
  const iphone = passesOf(run, { profile: 'ios' })
  const seen = iphone.length > 0 ? iphone : passesOf(run, { profile: 'accept-all' })
  return seen.filter((pass) => trusted(run).includes(pass) && ['sweep', 'taps', 'people'].includes(pass.kind))
}

export function seenOffers(program: ProgramModel, interpretation: Interpretation, run: RunEvidence): readonly SeenOffer[] {
  const out = new Map<string, SeenOffer>()
  const passes = onPhone(run)
  const all = passes.flatMap((pass) => pass.screens.map((screen) => pageWords(screen).join(' '))).join(' ')
  const goods = PHYSICAL.test(all) || OFFLINE.test(all)
  for (const pass of passes)
    for (const move of pass.moves) {
      const screen = screenAfter(pass, move)
      const route = screen?.state.route
      if (!screen || !route || lacksAnswers(pass, move)) continue
      const words = pageWords(screen)
      const guide = words.find((text) => GUIDE(text))
      if (guide && !out.has(`guide ${route}`))
        out.set(`guide ${route}`, {
          message: 'pay-elsewhere',
          clauses: ['dy-review/1.2.2.3'],
          data: { text: guide.slice(0, 40) },
          detail: {
            ...where(program, interpretation, pass, move, screen, guide, null),
            ...(APPLE.test(guide) || VIRTUAL.test(guide) ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
            witness: stepsWitness(pass, move, {
              zh: `iPhone 上写着“${guide.slice(0, 40)}”`,
              en: `on the iPhone it says “${guide.slice(0, 40)}”`,
            }),
          },
        })
      if (out.has(`price ${route}`) || words.some((text) => NOTICE.test(text))) continue
      const button = tapsOn(screen).find((tap) => tap.text.length <= 40 && BUY.test(tap.text) && !GUIDE(tap.text))
      const price = words.find((text) => text.length <= 60 && PRICE.test(text))
      // A button that is gone, with the offer it stood under still there.
      const left = words.find((text) => text.length <= 40 && BUY.test(text) && OPENS.test(text) && !NOTICE.test(text) && !GUIDE(text))
      if (!price || !(button || left)) continue
      const text = words.join(' ')
      // A shop that sends goods has prices; what is opened by paying says so.
      const sure = (left !== undefined || (button && OPENS.test(button.text)) || (VIRTUAL.test(text) && !goods)) && !PHYSICAL.test(text)
      if (!sure) continue
      out.set(`price ${route}`, {
        message: 'price-on-ios',
        clauses: [...(button ? ['dy-review/1.2.2.1'] : []), 'dy-review/1.2.2.2', 'later/douyin-virtual-ios'],
        data: { text: (button && PRICE.test(button.text) ? button.text : price).slice(0, 30) },
        detail: {
          ...where(program, interpretation, pass, move, screen, price, button ?? null),
          verdict: 'violation',
          confidence: 'high',
          witness: stepsWitness(pass, move, {
            zh: `iPhone 上仍有“${(button?.text ?? left) || price}”`,
            en: `the iPhone still shows “${(button?.text ?? left) || price}”`,
          }),
        },
      })
    }
  return [...out.values()]
}

/** The page with the element; the handler of the button and the template's element that drew the words beside it. */
function where(
  program: ProgramModel,
  interpretation: Interpretation,
  pass: Pass,
  move: Move,
  screen: Screen,
  text: string,
  button: Tappable | null,
): Pick<Detail, 'at' | 'related'> {
  const route = screen.state.route ?? ''
  const drawn = interpretation.shown.filter(
    (one) => one.unit.base.slice(program.root.length) === route && one.slot === '' && (one.value.open || one.value.pieces.length > 0),
  )
  const tag = screen.state.text.find((one) => one.text === text)?.tag
  const element = drawn.find((one) => one.element?.tag === (button?.tag ?? tag)) ?? drawn[0]
  const box = button ?? screen.state.text.find((one) => one.text === text)
  const spot = pageSpot(pass, move, route, box ? { box: box.box, ...(button ? { selector: button.selector } : {}) } : undefined)
  const related = [
    { at: spot },
    // What keeps it off the iPhone, or fails to, lies where the program asks for the system.
    ...interpretation.mentions
      .filter(({ api, called }) => called && /^get(?:SystemInfo|DeviceInfo)/.test(api))
      .slice(0, 3)
      .map(({ at }) => ({ at })),
  ]
  return element ? { at: element.at, related } : { at: spot, related: related.slice(1) }
}
