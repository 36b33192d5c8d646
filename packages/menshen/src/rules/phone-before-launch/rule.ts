import { rule } from '../kit.ts'

const FIRST = /首次(?:提审|提交|上线|发布)|首版|第一版|初版|尚未上线|未上线|新建小程序|\b[v]?1\.0\.0\b/i
const GRANTED = /getPhoneNumber|手机号/i

export default rule(
  {
    clauses: ['dy-review/1.1.1.1.a', 'later/douyin-phone-after-trial'],
    needs: ['program', 'interpretation', 'listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      'not-granted-yet': {
        what: { zh: '首次提审就用了手机号授权组件', en: 'The phone-number component is used in a first submission' },
        why: {
          zh: '手机号能力要在小程序上线之后申请，首个版本里调用只会失败。',
          en: 'The ability can be applied for only once the program is online; in a first version it fails.',
        },
        fix: { zh: '先换成其他登录方式上线，能力通过后再启用。', en: 'Go online with another way to sign in, and add it once granted.' },
      },
    },
  },
  ({ program, interpretation, listing }, report) => {
    const button =
      interpretation.shown.find(({ slot, value }) => slot === 'open-type' && value.constants.includes('getPhoneNumber')) ??
      interpretation.bindings.find(({ event }) => event === 'getphonenumber')
    if (!button?.element) return 'inapplicable'
    if (listing.qualifications?.some((one) => GRANTED.test(`${one.for ?? ''}${one.kind}`))) return
    if (!FIRST.test(listing.changelog ?? '')) return
    report('not-granted-yet', {
      at: { file: button.template, start: button.element.start, end: button.element.openEnd },
      related: [{ at: { listing: 'changelog' } }],
      verdict: program.platform === 'douyin' ? 'violation' : 'review',
    })
  },
)
