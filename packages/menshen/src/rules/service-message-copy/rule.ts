import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/5.1.5', 'wx-op/5.5'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    platforms: ['wechat'],
    partial: true,
    messages: {
      bait: {
        what: { zh: '用与咨询无关的好处引人进入客服会话：“{text}”', en: 'Gifts lead people into the service chat: “{text}”' },
        why: {
          zh: '客服用来解答问题，用红包、代金券、抽奖引人点进会话会被拒绝。',
          en: 'The service chat is there to answer questions; drawing people in with gifts, vouchers or prizes is refused.',
        },
        fix: {
          zh: '优惠放在页面里直接领取，客服入口只写“联系客服”。',
          en: 'Hand out offers on the page; let the entry say no more than “contact us”.',
        },
      },
      advert: {
        what: {
          zh: '拿订阅、模板或客服消息做广告：“{text}”',
          en: 'Subscribed, template or service messages are used to advertise: “{text}”',
        },
        why: {
          zh: '这些消息只用于通知用户办理的事项，群发营销会被收回能力。',
          en: 'Such messages tell users of their own business; mass marketing by them costs the ability.',
        },
        fix: {
          zh: '只发与用户操作有关的通知，删去营销群发的功能和说法。',
          en: 'Send notices of what users did, and remove the mass marketing.',
        },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      bait: { lists: ['service-bait'] },
      advert: { lists: ['message-abuse'] },
    }),
)
