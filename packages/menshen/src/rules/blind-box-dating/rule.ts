import { callPath, family, rule, saidIn, sayThemes } from '../kit.ts'

const CONTACT = /联系方式|微信号?|手机号|QQ|电话|抖音号|VX/i
const STRANGER = /异性|男生|女生|小哥哥|小姐姐|对象|脱单|交友|单身|桃花|缘分|月老|男友|女友|CP|另一半|恋爱/i
const DRAWS = /抽|盲盒|纸条|随机|取一|匹配|开盒|捞/
const PAYS = ['pay', 'requestPayment', 'getOrderPayment', 'requestOrder', 'createOrder'] as const

export default rule(
  {
    clauses: ['dy-review/2.2.1.4'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['douyin'],
    messages: {
      words: {
        what: { zh: '以抽取或购买的方式交换陌生人的联系方式：“{text}”', en: 'Strangers’ contacts are drawn or bought: “{text}”' },
        why: {
          zh: '盲盒交友容易泄露隐私、散布虚假信息，不予接入。',
          en: 'Blind-box dating gives away personal data and spreads false ones; it is not admitted.',
        },
        fix: { zh: '去掉抽取、购买联系方式的玩法。', en: 'Remove drawing and selling of contacts.' },
      },
      paid: {
        what: { zh: '付费后展示抽到的人的联系方式', en: 'After paying, the contact of a person drawn is shown' },
        why: { zh: '这是以购买方式交换陌生人联系方式的交友玩法。', en: 'That is dating by buying the contacts of strangers.' },
        fix: { zh: '去掉这项玩法。', en: 'Remove this function.' },
      },
    },
  },
  (evidence, report) => {
    const { program, interpretation } = evidence
    for (const page of program.pages) {
      const units = family(program, page)
      const said = saidIn(interpretation).filter((one) => units.has(one.unit))
      const words = said.map((one) => one.text).join(' ')
      if (!CONTACT.test(words) || !STRANGER.test(words) || !DRAWS.test(words)) continue
      for (const call of interpretation.callsOf(...PAYS)) {
        const context = call.contexts.find(({ root }) => root.kind === 'gesture' && units.has(root.unit.base))
        if (!context) continue
        const path = callPath(call, context)
        const lines = said.filter((one) => CONTACT.test(one.text) || STRANGER.test(one.text)).slice(0, 6)
        report('paid', { at: call.nameAt, witness: path.witness, related: [...lines.map((one) => ({ at: one.at })), ...path.related] })
        return
      }
    }
    return sayThemes<'words'>(evidence, report, { words: { lists: ['blind-box-dating'] } })
  },
)
