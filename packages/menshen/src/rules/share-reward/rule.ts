import { type Copy, type CopyEvidence, callPath, type Detail, type Interpretation, joined, rootText, rule, wordingsIn } from '../kit.ts'
import { earnedByShare } from './run.ts'

const SENDS = ['request', 'cloud.callFunction', 'cloud.callContainer']
/** What is handed out, as names in addresses and fields. */
const REWARD =
  /(?<!start_?|end_?|from_?|to_?|way_?|mid_?|view_?|check_?|break_?|pick_?up_?|meeting_?|center_?|anchor_?|touch_?|data_?|access_?|time_?|map_?|location_?|site_?|service_?)points?(?![a-z])|score|coin|credit|integral|jifen|reward|award|prize|bonus|coupon|red_?pack|hongbao|chance|turns?(?![a-z])|draw_?times|vip_?days|zhuli|assist|kanjia|bargain|collect_?card|cards\/|fission|help(?![a-z]*center)/i
/** Balances that a share may not change. */
const GAINS = /^(?:my)?_?(?:points?|score|coins?|credits?|jifen|integral|chances?|turns?|balance|beans?|stamps?|lives|hearts)(?:[._A-Z]|$)/i
/** A button that hands the draw itself on names what is shared and promises nothing. */
const SHARED_THING = /^(?:立即|马上|一键|去)?(?:分享|转发)(?:给好友|到群)?(?:本次|此|这个|该)?(?:抽奖|活动|红包|优惠券?|福利)$/
/** Asking what there is gives nobody anything. */
const READS = /(?:list|details?|info|rank(?:ing)?|rules?|config|history|records?|mine|status)(?:$|[/?_.])/i
/** By these names a link tells who sent it. */
const PERSON = /user|uid|^u$|^to$|invit|from|refer|shar|friend|open_?id|owner|help|assist|promot|recommend|parent/i
const plain = (text: string) => text.replace(/^https?:\/\/[^/]+/, '')

export default rule(
  {
    clauses: ['wx-op/5.1.2', 'wx-op/5.1.4', 'wx-op/5.1', 'dy-review/2.1.2.4', 'later/sharing-activities'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    messages: {
      'reward-on-share': {
        what: { zh: '分享时向服务器申请奖励（{name}）', en: 'Sharing asks a server for a reward ({name})' },
        why: { zh: '不得在分享后给予积分、红包、机会等奖励。', en: 'Sharing may not be rewarded with points, money or chances.' },
        fix: { zh: '去掉分享奖励；需要鼓励时奖励用户自己的使用。', en: 'Remove the reward; reward what people do themselves instead.' },
      },
      'richer-by-share': {
        what: { zh: '分享之后就多了：“{text}”', en: 'Sharing brings more: "{text}"' },
        why: { zh: '不得在分享后给予积分、印章、次数等奖励。', en: 'Sharing may not be rewarded with points, stamps or chances.' },
        fix: { zh: '让分享不改变用户拥有的任何东西。', en: 'Let sharing change nothing of what people have.' },
      },
      'reward-on-arrival': {
        what: {
          zh: '好友打开分享卡片就给分享者奖励（{name}）',
          en: 'A friend who opens the shared card earns the sharer a reward ({name})',
        },
        why: {
          zh: '凭好友点开来得机会、卡片或优惠，属于利诱或间接诱导分享。',
          en: 'Chances, cards or discounts for every friend who comes reward sharing, directly or in a roundabout way.',
        },
        fix: { zh: '去掉按点开人数发放的奖励。', en: 'Remove rewards that depend on who opens the card.' },
      },
      'reward-promised': {
        what: { zh: '文案用奖励引诱分享：“{text}”', en: 'The words promise a reward for sharing: "{text}"' },
        why: {
          zh: '不得以现金、红包、积分、抽奖机会等引诱用户分享。',
          en: 'People may not be lured into sharing with money, points or chances.',
        },
        fix: { zh: '删去奖励文案和对应的活动。', en: 'Remove the promise and the activity behind it.' },
      },
    },
  },
  ({ program, interpretation, copy, run }, tell) => {
    const { say, show, done } = joined(program, tell)
    let read: Detail | undefined
    const report: typeof tell = (message, detail) => {
      if (message === 'reward-on-share') read ??= detail
      say(message, detail)
    }
    const words = wordingsIn(program, copy, ['share.reward', 'share.indirect'])
    const spoken = words.length > 0
    const house = houseWords(interpretation)
    /** The name of a reward in an address, apart from what the service calls all its addresses. */
    const rewards = (text: string) =>
      REWARD.test(
        text
          .split(BETWEEN)
          .map((word) => (house.has(word.toLowerCase()) ? '' : word))
          .join(''),
      )
    for (const call of interpretation.callsOf(...SENDS)) {
      for (const context of call.contexts) {
        const [options] = context.args
        const texts = [
          options?.get('url'),
          options?.get('name'),
          options?.get('data')?.get('type'),
          options?.get('data')?.get('action'),
          options?.get('data')?.get('why'),
        ]
          .flatMap((value) => (value ? [...value.constants, ...value.pieces.flat()] : []))
          .filter((one): one is string => typeof one === 'string')
        const body = options?.get('data')
        const fields = body?.keys() ?? []
        // What identifies a reward is its name, without what is asked of it.
        const label = (text: string) => text.split(/[?#]/)[0]!.slice(0, 40)
        const named = [...texts.map(plain).filter(rewards), ...fields.filter((field) => REWARD.test(field))][0]
        const detail = { at: call.nameAt, ...callPath(call, context) }
        if (context.root.kind === 'share') {
          if (named === undefined) continue
          report('reward-on-share', { ...detail, data: { name: label(named) }, clauses: ['wx-op/5.1.2', 'wx-op/5.1'] })
          break
        }
        // Somebody came by a card that carries the sharer's name.
        const carried =
          context.guards.some(
            ({ origins, holds }) => holds && origins.some(({ source, path }) => source === 'query' && path !== '' && !/scene$/.test(path)),
          ) || (options?.get('data')?.origins ?? []).some(({ source }) => source === 'query')
        const shares = interpretation.shown.length > 0 && hasShareHook(program.files, context.root.unit.script)
        if (
          context.root.kind !== 'lifecycle' ||
          !carried ||
          named === undefined ||
          READS.test(label(named)) ||
          !(shares || context.root.unit.kind === 'app')
        )
          continue
        const sender = [
          ...fields,
          ...context.guards.flatMap(({ origins }) => origins),
          ...(body?.origins ?? []),
          ...fields.flatMap((field) => body?.get(field)?.origins ?? []),
        ].some((one) => PERSON.test(typeof one === 'string' ? one : one.source === 'query' ? (one.path.split('.').at(-1) ?? '') : ''))
        const posts = options?.get('method')?.constants.some((one) => /post|put/i.test(String(one))) ?? false
        report('reward-on-arrival', {
          ...detail,
          data: { name: label(named) },
          clauses: ['wx-op/5.1.2', 'wx-op/5.1.4', 'wx-op/5.1'],
          ...(posts && sender ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
        break
      }
    }
    for (const write of interpretation.writes)
      if (write.root.kind === 'share' && write.path !== null && GAINS.test(write.path)) {
        report('reward-on-share', {
          at: write.at,
          data: { name: write.path },
          clauses: ['wx-op/5.1.2', 'wx-op/5.1'],
          related: [{ at: write.root.at, note: rootText(write.root) }],
        })
        break
      }
    const gained = interpretation.writes.some(({ root, path }) => root.kind === 'share' && path !== null && GAINS.test(path))
    for (const call of gained ? [] : interpretation.callsOf('setStorageSync', 'setStorage')) {
      const context = call.contexts.find(
        ({ root, args }) =>
          root.kind === 'share' &&
          [...(args[0]?.constants ?? []), ...(args[0]?.get('key')?.constants ?? [])].some(
            (key) => typeof key === 'string' && GAINS.test(key),
          ),
      )
      if (context)
        report('reward-on-share', {
          at: call.nameAt,
          data: { name: 'storage' },
          clauses: ['wx-op/5.1.2', 'wx-op/5.1'],
          ...callPath(call, context),
        })
    }
    // One finding for each kind of promise; the wordings of one activity stand on many pages.
    const meant = words.filter(({ strength, copy: one }) => strength !== 'weak' && !/诱导|举报|违规/.test(one.text))
    for (const list of ['share.reward', 'share.indirect']) {
      const own = meant.filter(
        ({ matches, copy: one }) => matches[0]?.entry.list === list && !SHARED_THING.test(one.text.trim()) && !byOneself(copy, one),
      )
      const [first, ...others] = own
      if (!first) continue
      // A commission on a real purchase is judged as distribution.
      const purchase = /下单|购买|成交|消费/.test(first.copy.text)
      report('reward-promised', {
        at: first.at,
        data: { text: first.text },
        clauses: list === 'share.indirect' ? ['wx-op/5.1.4', 'wx-op/5.1', 'later/sharing-activities'] : ['wx-op/5.1.2', 'wx-op/5.1'],
        related: others.slice(0, 30).map(({ at }) => ({ at })),
        ...(first.strength === 'strong' && !purchase ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
      })
    }
    const seen = run ? earnedByShare(program, interpretation, run) : null
    // On Douyin only programs about draws and chances are refused for it.
    if (seen && (program.platform === 'wechat' || /抽|转盘|机会|奖/.test(seen.text))) {
      const { text, ...detail } = seen
      show('richer-by-share', {
        ...detail,
        ...(read ? { at: read.at, related: [{ at: seen.at }, ...(seen.related ?? [])] } : {}),
        data: { text },
        clauses: ['wx-op/5.1.2', 'wx-op/5.1', 'dy-review/2.1.2.4'],
      })
    }
    done()
    if (!seen && !spoken && interpretation.callsOf(...SENDS).length === 0) return 'inapplicable'
  },
)

/** Pieces to be collected, and what other people have to do with it. */
const COLLECTS = /集齐|集满|凑齐|集卡|集字|集五福/
const OTHERS = /好友|朋友|分享|转发|邀|助力|帮我|帮你|群|拉人|喊|砍|组队|瓜分|裂变|亲友|闺蜜|要卡|求卡|送卡|赠卡/
/** Earned by what people do themselves: no share stands between them and the set. */
const byOneself = (copy: CopyEvidence, { text, units }: Copy): boolean =>
  COLLECTS.test(text) &&
  !OTHERS.test(text) &&
  !copy.copies.some((one) => one.units.some((unit) => units.includes(unit)) && OTHERS.test(one.text) && EARNS.test(one.text))
const EARNS = /得|领|换|拿|送|赢|要|求|赠|集|助力/

const BETWEEN = /([/_.?=&-]+)/
/** How many addresses begin to show how a service names them. */
const ENOUGH = 6
/** Words that stand in most of a program's addresses: `/v3/award_login`, `/v3/award_list`, `/v3/award_user` hand nothing out. */
const houseWords = (interpretation: Interpretation): ReadonlySet<string> => {
  const addresses = new Set<string>()
  for (const call of interpretation.callsOf(...SENDS))
    for (const { args } of call.contexts) {
      const url = args[0]?.get('url') ?? args[0]?.get('name')
      for (const one of [...(url?.constants ?? []), ...(url?.pieces ?? []).map((parts) => parts.find((part) => part !== null))])
        if (typeof one === 'string') addresses.add(plain(one).split(/[?#]/)[0]!.toLowerCase())
    }
  const counts = new Map<string, number>()
  for (const address of addresses) for (const word of new Set(address.split(BETWEEN))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Set([...counts].filter(([word, n]) => /\w{3}/.test(word) && n >= ENOUGH && n * 2 > addresses.size).map(([word]) => word))
}

const hasShareHook = (files: { text(path: string): string | undefined }, script: string | null): boolean =>
  script !== null && /onShareAppMessage|onShareTimeline/.test(files.text(script) ?? '')
