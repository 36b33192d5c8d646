import { rule, saidIn } from '../kit.ts'

/** Building, representing or promoting mini programs for others. */
const AGENCY =
  /小程序.{0,4}(?:开发|定制|搭建|制作|代运营|代理|推广|加盟)|(?:开发|定制|搭建|制作|代理|推广|代运营).{0,4}小程序(?!预约|下单|点餐|购买|查看)/
/** Other people’s businesses on one platform. */
const PLATFORM = /入驻|汇集|平台|商家联盟|各地(?:商家|房东|店主|老师)/
const MEMBER = /入驻|会员商家|加盟商|房东|店主|商户/

/** Calls by which a presentation is looked at, and its telephone is dialled. */
const SHOWS =
  /^(?:(?:show|hide)\w+|previewImage|previewMedia|makePhoneCall|openLocation|navigateTo|navigateBack|switchTab|reLaunch|redirectTo|setClipboardData|setNavigationBar\w+|get(?:System|Window|Device|AppBase)Info\w*|canIUse|getUpdateManager|pageScrollTo|stopPullDownRefresh|createSelectorQuery)$/
const ACTS = new Set(['input', 'textarea', 'form', 'picker', 'web-view', 'camera', 'editor', 'slider', 'checkbox', 'radio', 'switch'])
const PROMOTES = /公司简介|企业简介|关于我们|企业文化|品牌故事|产品展示|联系我们|招商|加盟|荣誉|资质展示|合作伙伴|发展历程|咨询热线/

const textOf = (place: Readonly<Record<string, unknown>>, key: string): string =>
  typeof place[key] === 'string' ? (place[key] as string) : ''

export default rule(
  {
    clauses: ['wx-op/7.2.1', 'wx-op/7.2.2', 'wx-op/7.1', 'wx-op/7.2.3'],
    needs: ['program', 'interpretation', 'listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    partial: true,
    messages: {
      agency: {
        what: {
          zh: '替人开发、推广小程序的，不能开启附近的小程序：“{text}”',
          en: 'Who builds or promotes mini programs for others may not be nearby: “{text}”',
        },
        why: {
          zh: '提供小程序开发、代理、推广服务的小程序不在附近服务的范围内，名称、简介含有这类内容的也一样。',
          en: 'Programs that build, represent or promote mini programs are left out of the nearby service, by their name or introduction too.',
        },
        fix: { zh: '关闭附近的小程序。', en: 'Switch the nearby service off.' },
      },
      members: {
        what: { zh: '附近地点“{text}”属于入驻用户', en: 'The nearby place “{text}” belongs to a member of the platform' },
        why: {
          zh: '网络服务平台不能拿入驻用户的地点申请附近展示，展示的应是自己真正提供服务的场所。',
          en: 'A platform may not register its members’ addresses; a place has to be where the operator itself serves.',
        },
        fix: {
          zh: '只登记自己经营的地点，入驻用户的由其自己的小程序登记。',
          en: 'Register your own places only; members register theirs by their own programs.',
        },
      },
      'promotion-only': {
        what: { zh: '开启了附近的小程序，里面却只有宣传', en: 'It is nearby, and holds nothing but promotion' },
        why: {
          zh: '附近展示的要能实际提供产品或服务，只介绍公司、留个电话的不行。',
          en: 'What is shown nearby has to give a product or a service; a presentation with a telephone number does not.',
        },
        fix: {
          zh: '做出可以预约、点单、办事的功能，或关闭附近的小程序。',
          en: 'Offer something that people can order or do, or switch the nearby service off.',
        },
      },
      operator: {
        what: { zh: '附近地点“{text}”的经营者不是本主体', en: 'The nearby place “{text}” is run by somebody else' },
        why: {
          zh: '申请附近展示的地点必须是真正提供服务的场所。',
          en: 'A place that is registered has to be where the service is really given.',
        },
        fix: { zh: '核对地点与经营者，去掉不属于自己的。', en: 'Check the places and remove those that are not yours.' },
      },
    },
  },
  ({ program, interpretation, listing }, report) => {
    if (listing.nearby?.enabled !== true) return 'inapplicable'
    const said = [listing.name, listing.intro, listing.description].filter((text): text is string => typeof text === 'string')
    const agency = said.map((text) => AGENCY.exec(text.slice(0, 2000))?.[0]).find((text) => text !== undefined)
    const named = [listing.name, listing.intro].some((text) => typeof text === 'string' && AGENCY.test(text))
    if (agency)
      report('agency', {
        at: { listing: 'nearby' },
        data: { text: agency },
        clauses: ['wx-op/7.2.1'],
        verdict: named ? 'violation' : 'review',
      })

    const serves =
      interpretation.calls.some(({ api, contexts }) => !SHOWS.test(api) && contexts.some(({ root }) => root.kind !== 'unbound')) ||
      interpretation.writes.some(({ root }) => root.kind === 'gesture') ||
      [...program.templates.values()].some(({ elements }) => elements.some(({ tag }) => ACTS.has(tag))) ||
      interpretation.opaque.size > 0
    if (!serves && saidIn(interpretation).some(({ text }) => PROMOTES.test(text)))
      report('promotion-only', { at: { listing: 'nearby' }, clauses: ['wx-op/7.2.3'], verdict: 'review', confidence: 'medium' })

    const platform = said.some((text) => PLATFORM.test(text))
    const own = listing.entity?.name ?? ''
    for (const place of listing.nearby.places ?? []) {
      const operator = textOf(place, 'operator')
      const name = textOf(place, 'name')
      const others = operator !== '' && own !== '' && !operator.includes(own) && !own.includes(operator)
      const data = { text: (name || textOf(place, 'address')).slice(0, 30) }
      if (platform && (MEMBER.test(operator) || /入驻/.test(name)) && (others || operator === ''))
        report('members', { at: { listing: 'nearby' }, data, clauses: ['wx-op/7.2.2', 'wx-op/7.1'] })
      else if (others)
        report('operator', { at: { listing: 'nearby' }, data, clauses: ['wx-op/7.1'], verdict: 'review', confidence: 'medium' })
    }
  },
)
