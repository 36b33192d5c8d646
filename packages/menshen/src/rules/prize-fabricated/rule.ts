import { allSaid, type Binding, drawnByGesture, type Interpretation, rule, type SaidText, saidIn, wordsIn, writesOf } from '../kit.ts'

/** People are told that they won or were given something worth money. */
const WON =
  /(?:恭喜|祝贺)[^。]{0,14}(?:获得|抽中|中奖|领到|赢得|得到|被选中|中了)|(?:你|您|系统|幸运|已)[^。]{0,8}(?:被[^。]{0,4}(?:抽中|选中)|抽中了?|中奖了)|(?:你|您)(?:已|有)?(?:获得|领取到?|中了?|得到)[^。]{0,8}(?:红包|现金|大奖|奖金)|(?:一个|现金|大额)红包(?:待|未)(?:领|拆)/
const WORTH = /红包|现金|奖金|大奖|一等奖|特等奖|头奖|iPhone|手机一|免单|话费|提现|\d\s*元|[¥￥]\s?\d/i
const NOT = /不可|不能|没有|无法|未中|谢谢参与|规则|示例|演示|可能|有机会|机会|才能|即可|谁|他人|用户/
const TAKE = /提现|领取|立即领|去领|拆红包|开红包|收下|领奖|兑奖|马上领|点击领/
/** Calls by which something could really be handed out. */
const GIVES =
  /^(?:request|cloud\.|uploadFile|SocketTask|sendSocketMessage|connectSocket|requestMerchantTransfer|navigateTo|redirectTo|switchTab|reLaunch|navigateToMiniProgram|addCard|requestPayment|openEmbedded|request[A-Z])/
const OUTSIDE = new Set(['response', 'api', 'query', 'event', 'storage', 'global'])

const fromOutside = ({ shown }: SaidText): boolean =>
  shown === undefined ||
  shown.value.origins.some(({ source }) => OUTSIDE.has(source)) ||
  shown.conditions.some(({ value }) => value.origins.some(({ source }) => OUTSIDE.has(source)))

const givesAnything = (interpretation: Interpretation, { element, handlerAt }: Binding): boolean =>
  interpretation.calls.some(
    ({ api, contexts }) =>
      GIVES.test(api) &&
      contexts.some(
        ({ root }) =>
          root.element === element || (handlerAt !== null && root.at.file === handlerAt.file && root.at.start === handlerAt.start),
      ),
  )

export default rule(
  {
    clauses: ['wx-op/6.1.7', 'wx-op/15.6', 'wx-op/6.2.2'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    platforms: ['wechat'],
    partial: true,
    messages: {
      'for-everyone': {
        what: { zh: '人人都“中奖”，而且领不到：“{text}”', en: 'Everybody “wins”, and nobody can take it out: “{text}”' },
        why: {
          zh: '中奖的话写死在程序里，领取按钮也不联系服务器，是虚假信息，会被当作欺诈。',
          en: 'The words stand in the program, and the button to take the prize reaches no server: that is false and passes for fraud.',
        },
        fix: {
          zh: '奖励按服务器的真实记录显示并能领取；没有奖励就不要这样写。',
          en: 'Show what the server really granted and let it be taken; without a prize do not say so.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    for (const said of WON.test(allSaid(interpretation)) ? saidIn(interpretation) : []) {
      const { text, shown } = said
      if (!shown?.element || text.length > 60 || !WON.test(text) || NOT.test(text) || fromOutside(said)) continue
      // What comes up after a tap may follow from a game.
      if (drawnByGesture(program, interpretation, shown.unit, shown.element)) continue
      const writes = writesOf(interpretation, shown.unit.base).filter(({ value }) => value.constants.includes(text))
      if (writes.length > 0 && writes.every(({ root }) => root.kind === 'gesture' || root.kind === 'event')) continue
      const unit = interpretation.shown.filter((one) => one.unit.base === shown.unit.base && one.reachable)
      const worth =
        WORTH.test(text) ||
        unit.some(
          ({ value, slot }) => slot === '' && value.constants.some((one) => typeof one === 'string' && one.length < 20 && WORTH.test(one)),
        )
      if (!worth) continue
      const take = interpretation.bindings.find(
        (binding) =>
          binding.unit.base === shown.unit.base &&
          TAKE.test(wordsIn(interpretation, binding.element)) &&
          wordsIn(interpretation, binding.element).length < 30,
      )
      if (!take || take.status === 'unknown' || givesAnything(interpretation, take)) continue
      report('for-everyone', {
        at: said.at,
        data: { text: text.slice(0, 30) },
        related: [
          { at: said.shownAt },
          { at: take.at, note: { zh: '领取按钮', en: 'the button to take it' } },
          ...(take.handlerAt ? [{ at: take.handlerAt }] : []),
        ],
      })
      return
    }
  },
)
