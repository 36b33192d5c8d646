import {
  hostKind,
  hostOf,
  joined,
  ownSites,
  PERSONAL_WORDS,
  type Piece,
  rule,
  type Sending,
  sendings,
  siteOf,
  type Text,
  wayBack,
  wayTo,
} from '../kit.ts'
import { sentAway } from './run.ts'

const ADS = /(?:^|[./_-])(?:ads?|adx|dsp|dmp|audience|retarget|promo(?:tion)?|marketing|adpartner|leads?|campaign)\d?(?=[./_?-]|$)/i
/** What makes a person recognisable; a bare name or a city does not. */
const TELLING = new Set([
  'profile',
  'phone',
  'location',
  'clipboard',
  'address',
  'openid',
  'identity',
  'birthday',
  'password',
  'contact',
  'steps',
])

const listOf = (kinds: readonly Piece['personal'][]): Text => {
  const unique = [...new Set(kinds)]
  return { zh: unique.map((kind) => PERSONAL_WORDS[kind].zh).join('、'), en: unique.map((kind) => PERSONAL_WORDS[kind].en).join(', ') }
}
const steps = (sending: Sending, kept: readonly Piece[], target: string) => {
  const out: { text: Text; at?: Sending['at'] }[] = []
  for (const piece of kept.slice(0, 3)) {
    for (const origin of wayBack(piece.origins).slice(0, 4).reverse())
      out.push({
        text: {
          zh: `取得：${origin.source} ${origin.name} ${origin.path}`.trim(),
          en: `from ${origin.source} ${origin.name} ${origin.path}`.trim(),
        },
        at: origin.at,
      })
    out.push({ text: { zh: `放进 ${piece.path}`, en: `put into ${piece.path}` } })
  }
  return [...out, { text: { zh: `送往 ${target}`, en: `sent to ${target}` }, at: sending.at }]
}

export default rule(
  {
    clauses: ['wx-op/12.3.4', 'wx-op/12.2.2', 'wx-op/12.2.3', 'wx-op/12.3.7', 'wx-tos/4.4.9', 'wx-tos/4.6'],
    needs: ['program', 'interpretation'],
    wants: ['listing', 'run'],
    since: '2026-11',
    severity: 'error',
    // A host's name tells who stands behind it only so far.
    confidence: 'medium',
    partial: true,
    messages: {
      'other-host': {
        what: { zh: '把用户的{data}发给了 {target}', en: 'Users’ {data} is sent to {target}' },
        why: {
          zh: '未经用户许可，不得把收集到的数据交给第三方，也不能拿去做广告投放或跨应用识别。',
          en: 'Without the user’s leave nothing that was collected may go to third parties, nor into advertising or recognition across apps.',
        },
        fix: {
          zh: '只发给自己的服务器；确需合作方处理的，先取得用户单独同意，并只给必要的字段。',
          en: 'Send it to your own server only; where a partner has to process it, get consent for that first and give only what is needed.',
        },
      },
      'other-program': {
        what: { zh: '跳转到别的小程序时带上了用户的{data}', en: 'Users’ {data} goes along to another mini program' },
        why: { zh: '在一个小程序里收集的数据只能在这个小程序里用。', en: 'What one mini program collected may be used in that one only.' },
        fix: {
          zh: 'extraData 里只放业务编号，由对方自己向用户获取信息。',
          en: 'Put only reference numbers into extraData; let the other program ask for itself.',
        },
      },
      fingerprint: {
        what: { zh: '用设备信息拼出指纹并与用户标识一起发出', en: 'A fingerprint of the device is sent together with the user’s id' },
        why: { zh: '不得反查、跟踪、关联用户身份。', en: 'Users may not be looked up, tracked or matched.' },
        fix: { zh: '去掉设备指纹，只用自己服务器的登录态。', en: 'Drop the fingerprint; use your own session.' },
      },
    },
  },
  ({ program, interpretation, listing, run }, tell) => {
    const { say: report, show, done } = joined(program, tell)
    const all = sendings(program, interpretation)
    const own = ownSites(program, interpretation, listing?.domains)
    const away = run ? sentAway(program, own, run) : []
    if (all.length === 0 && away.length === 0) return 'inapplicable'
    const told = new Set<string>()
    for (const sending of all) {
      const kept = sending.pieces.filter(({ personal }) => TELLING.has(personal))
      const people = kept.filter(({ path }) => !path.startsWith('header') || /openid|phone/i.test(path))
      if (people.length === 0) continue
      const data = listOf(people.map(({ personal }) => personal))
      const way = sending.call && sending.context ? wayTo(sending.call, [sending.context], program) : { at: sending.at, related: [] }
      const once = (target: string, message: string): boolean => {
        const key = `${message}:${way.at.file}:${way.at.start}:${target}`
        if (told.has(key)) return false
        told.add(key)
        return true
      }
      const flow = (target: string) => ({ ...way, witness: { kind: 'flow' as const, steps: steps(sending, people, target) } })
      if (sending.way === 'mini-program') {
        if (once('', 'other-program'))
          report('other-program', { ...flow(sending.hosts[0] ?? 'extraData'), data: { data }, clauses: ['wx-op/12.3.7', 'wx-op/12.3.4'] })
        continue
      }
      if (
        sending.deviceFields >= 4 &&
        people.some(({ personal }) => personal === 'openid' || personal === 'phone') &&
        once('', 'fingerprint')
      ) {
        const strange = sending.hosts.some((host) => !own.has(siteOf(host)))
        report('fingerprint', {
          ...flow(sending.hosts[0] ?? '…'),
          clauses: ['wx-op/12.2.3', 'wx-op/12.3.4'],
          verdict: strange ? 'violation' : 'review',
        })
        continue
      }
      for (const host of sending.hosts) {
        const kind = hostKind(host)
        if (own.size === 0 || own.has(siteOf(host)) || kind === 'serves') continue
        const url = sending.urls.find((one) => hostOf(one) === host) ?? host
        // Pictures of many sites are drawn; only what goes along in the address counts, and that is in `pieces`.
        const sure = kind !== 'plain' || sending.way === 'picture'
        if (!once(host, 'other-host')) continue
        report('other-host', {
          ...flow(host),
          data: { data, target: host },
          clauses: [
            'wx-op/12.3.4',
            'wx-op/12.2.2',
            'wx-tos/4.4.9',
            ...(ADS.test(url) ? ['wx-tos/4.6'] : []),
            ...(/track|graph|idmap|finger/i.test(url) ? ['wx-op/12.2.3'] : []),
          ],
          verdict: sure ? 'violation' : 'review',
          confidence: sure ? 'medium' : 'low',
        })
      }
    }
    for (const { host, kinds, detail } of away)
      show('other-host', {
        ...detail,
        data: { data: listOf(kinds), target: host },
        clauses: ['wx-op/12.3.4', 'wx-op/12.2.2', 'wx-tos/4.4.9'],
      })
    done()
  },
)
