/** Controls that a run showed to do nothing: from the first tap on, or from the moment when something had gone wrong. */
import {
  afterwards,
  changed,
  type Detail,
  grouped,
  type Interpretation,
  type Move,
  natural,
  outcome,
  type Pass,
  type ProgramModel,
  pretended,
  proven,
  type RunEvidence,
  refuses,
  screenBefore,
  stepsWitness,
  tapKey,
  tappedSpots,
  targetOf,
} from '../kit.ts'

export interface Dead {
  readonly message: 'falls-silent' | 'silent'
  readonly detail: Detail
}
/** Buttons that send, go on or open something; filters and switches may be where they are already. */
const ACTS =
  /发布|发送|发表|提交|保存|报名|登录|注册|支付|付款|下单|购买|确认|确定|申请|预约|查询|搜索|登记|投递|完成|领取|打卡|签到|开始|立即|上传|导出|生成|下一步|查看/
/** What asks people to put something right or to try again: after it the control has to work. */
const ASKS = /请|重试|再试|失败|错误|网络|稍后|不能为空|没有填|未填|必填|不正确|不符|有误/
/** Nothing is counted as silence that comes sooner than a lock against double taps may last. */
const LOCK = 2500

/** Nothing at all: no call, no sign, no difference on the screen. */
const silent = (pass: Pass, move: Move): boolean =>
  outcome(pass, move).every((record) => record.kind === 'event' || record.kind === 'life') && !changed(pass, move)

const tapsIn = (program: ProgramModel, interpretation: Interpretation, run: RunEvidence) =>
  proven(run).flatMap(({ pass, move }) => {
    const target = move.step.do === 'tap' ? targetOf(pass, move) : null
    if (target?.layer !== 'page' || target.field !== null || target.disabled || target.handler === null) return []
    if (refuses(pass) || pass.profile === 'slow-4g' || target.text === '' || target.text.length > 20) return []
    // what lies under a layer cannot be reached
    const cover = screenBefore(pass, move)?.state.cover
    if (cover && !target.selector.startsWith(cover.selector)) return []
    if (pretended(pass, move) || !natural(program, interpretation, pass, move)) return []
    return [{ pass, move, target }]
  })

export const deadSeen = (program: ProgramModel, interpretation: Interpretation, run: RunEvidence): readonly Dead[] => {
  const out: Dead[] = []
  const said = new Set<string>()
  const taps = tapsIn(program, interpretation, run)
  const show = (message: Dead['message'], pass: Pass, move: Move, words: string, detail: Partial<Detail>): void => {
    if (said.has(tapKey(pass, move))) return
    said.add(tapKey(pass, move))
    out.push({
      message,
      detail: {
        ...tappedSpots(program, interpretation, pass, move),
        data: { words, handler: targetOf(pass, move)?.handler ?? '' },
        clauses: ['wx-op/11.3'],
        witness: stepsWitness(pass, afterwards(pass, move).at(-1) ?? move, {
          zh: `点“${words}”，没有任何变化`,
          en: `"${words}" is tapped, and nothing changes`,
        }),
        ...detail,
      },
    })
  }

  // it worked once, asked for something, got it, and is silent ever since
  const views = grouped(taps, ({ pass, move, target }) => `${pass.id} ${screenBefore(pass, move)?.state.view} ${target.selector}`)
  for (const all of views.values()) {
    const asked = all.findIndex(({ pass, move }) =>
      outcome(pass, move).some(
        (record) => record.kind === 'prompt' && record.sort !== 'loading' && ASKS.test(`${record.title}${record.text}`),
      ),
    )
    const first = all[asked]
    if (!first) continue
    const { pass } = first
    const later = all.slice(asked + 1).filter(({ move }) => move.at - first.move.at >= LOCK)
    const filled = later[0]
      ? pass.moves
          .slice(pass.moves.indexOf(first.move), pass.moves.indexOf(later[0].move))
          .some((one) => one.step.do === 'input' && one.done)
      : false
    const retry = outcome(pass, first.move).some(
      (record) => record.kind === 'prompt' && /重试|再试|失败|错误|网络|稍后/.test(`${record.title}${record.text}`),
    )
    const apart = later.filter(({ move }, i) => i === 0 || move.at - later[i - 1]!.move.at >= 1500)
    if (apart.length < 2 || !(filled || retry) || !later.every(({ move }) => silent(pass, move))) continue
    show('falls-silent', pass, apart[1]!.move, first.target.text, { confidence: 'medium' })
  }

  // it never did anything
  for (const all of grouped(taps, ({ pass, move, target }) => `${tapKey(pass, move)} ${target.text}`).values()) {
    const first = all[0]!
    if (all.length < 2 || !(first.target.tag === 'button' || ACTS.test(first.target.text))) continue
    if (!all.every(({ pass, move }) => silent(pass, move))) continue
    show('silent', first.pass, first.move, first.target.text, { verdict: 'review', confidence: 'low', severity: 'warning' })
  }
  return out
}
