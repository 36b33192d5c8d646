/** Unfinished content that only shows as the program runs: test data that a server really sends, values that were never filled in. */
import {
  type Detail,
  type Interpretation,
  journey,
  lacksAnswers,
  type Move,
  natural,
  type Pass,
  type ProgramModel,
  pageFile,
  pageSpot,
  type RunEvidence,
  recordSpot,
  recordsOf,
  type Screen,
  type ShownText,
  screenAfter,
  stepsWitness,
  textsOn,
  trusted,
  writtenAt,
} from '../kit.ts'
import { gradeOf } from './words.ts'

export interface Unfinished {
  readonly message: 'sample' | 'markup'
  readonly detail: Detail
}
/** Typed to have something there: whole lines of it. */
const TYPED =
  /^(?:(?:测试|test)\s*(?:商品|标题|文章|内容|数据|订单|店铺|评论|描述|图片|文字|用户|账号|活动|课程|公告|地址|分类)?[\s\-_]*[\da-z一二三四五六七八九十]{0,8}(?:\s*[（(【]?(?:勿拍|请勿\S{1,4}|勿删|别拍|不要拍|测试)[）)】]?)?|(?:test|测试)(?:\s+(?:test|测试))+|(?:asdf|qwer|zxcv|sdf|dsf|fdsa)\w{0,8}|(?:aaa+|xxx+|111+|123(?:45?6?)?)|lorem ipsum.*)$/i
/** Sure as a whole; the others only beside one of these. */
const SURE =
  /^(?:测试|test)\s*(?:商品|标题|文章|内容|数据|订单|店铺|评论|描述|用户|账号|活动|课程|公告|分类)|勿拍|勿删|^(?:asdf|qwer|zxcv)|lorem ipsum|^(?:test|测试)\s+(?:test|测试)|^(?:test|测试)[\s\-_]*\d+$/i
/** A value that is none, in the middle of a sentence of the page. */
const HOLE = /(?<![\w.])(?:undefined|NaN|\[object Object\])(?![\w.])/
const OWN = /门神|Menshen|陈小门/
/** Programs that show code or data on purpose. */
const CODE = /[{}();=<>"']|\w+:\s/

const linesOn = (screen: Screen): readonly ShownText[] =>
  textsOn(screen, 'page').filter((one) => one.tag !== 'input' && one.tag !== 'placeholder' && !OWN.test(one.text))
/** What somebody typed before is theirs. */
const typed = (pass: Pass, move: Move): ReadonlySet<string> =>
  new Set(pass.moves.slice(0, pass.moves.indexOf(move) + 1).flatMap(({ step }) => (step.do === 'input' ? [step.value] : [])))

export const unfinishedSeen = (program: ProgramModel, interpretation: Interpretation, run: RunEvidence): readonly Unfinished[] => {
  const out = new Map<string, Unfinished>()
  for (const pass of trusted(run).filter((one) => one.profile === 'accept-all' || one.profile === 'ios'))
    for (const move of pass.moves) {
      const screen = screenAfter(pass, move)
      const page = screen?.state.route
      if (!screen || !page || move.step.do !== 'wait' || out.has(`sample ${page}`) || lacksAnswers(pass, move)) continue
      const own = typed(pass, move)
      const lines = linesOn(screen).filter((one) => !own.has(one.text))
      const found = [...new Set(lines.map((one) => one.text.trim()).filter((one) => one.length <= 24 && TYPED.test(one)))]
      const sure = found.filter((one) => SURE.test(one) || gradeOf(one)?.sure)
      const answered = journey(pass, move)
        .flatMap((one) => recordsOf(pass, one))
        .findLast((one) => one.kind === 'call' && /^(?:request|cloud\.)/.test(one.api))
      if (sure.length >= 1 && found.length >= 2) {
        const box = lines.find((one) => one.text.trim() === sure[0])?.box
        const spot = pageSpot(pass, move, page, box ? { box } : undefined)
        const asked = answered ? recordSpot(program, pass, answered) : null
        const written = writtenAt(program, page, sure[0]!)
        out.set(`sample ${page}`, {
          message: 'sample',
          detail: {
            at: written ?? asked ?? pageFile(program, page, spot),
            related: [{ at: spot }, ...(asked && written ? [{ at: asked }] : [])],
            data: { text: found.slice(0, 3).join('、').slice(0, 40) },
            clauses: ['wx-op/6.2.3', 'wx-op/11.1'],
            confidence: 'medium',
            witness: stepsWitness(pass, move, {
              zh: `页面上是：${found.slice(0, 4).join('、')}`,
              en: `the page shows: ${found.slice(0, 4).join(', ')}`,
            }),
          },
        })
      }
      const hole = lines.find((one) => one.text.length <= 24 && HOLE.test(one.text) && !CODE.test(one.text))
      if (hole && !out.has(`markup ${page}`) && natural(program, interpretation, pass, move)) {
        // the value may be one that we only pretend to know; a text of nothing else may be drawn differently elsewhere
        const review =
          !/\S/.test(hole.text.replace(HOLE, '')) ||
          journey(pass, move).some((one) => recordsOf(pass, one).some((r) => r.kind === 'call' && r.unimplemented))
        const spot = pageSpot(pass, move, page, { box: hole.box })
        const words = hole.text
          .split(HOLE)
          .find((one) => one.trim().length > 1)
          ?.trim()
        out.set(`markup ${page}`, {
          message: 'markup',
          detail: {
            at: (words ? writtenAt(program, page, words) : null) ?? pageFile(program, page, spot),
            related: [{ at: spot }],
            data: { text: hole.text },
            clauses: ['wx-op/11.1'],
            confidence: 'medium',
            ...(review ? { verdict: 'review' as const } : {}),
            witness: stepsWitness(pass, move, { zh: `页面上写着“${hole.text}”`, en: `the page reads "${hole.text}"` }),
          },
        })
      }
    }
  return [...out.values()]
}
