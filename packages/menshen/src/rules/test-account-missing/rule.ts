import { accountOf, rule } from '../kit.ts'

const NAME = /(?:账号|帐号|账户|用户名|工号|学号|手机号?|account|user(?:name)?|login)[\s:：=是为]{0,4}[A-Za-z0-9_@.+-]{3,}/i
const SECRET = /(?:密码|口令|验证码|pass(?:word)?|pwd|code)[\s:：=是为]{0,4}[A-Za-z0-9_@#.!*$%-]{3,}/i

const CLOSED = /仅限|内部(?:员工|使用|人员)|本(?:单位|校|公司|院)|员工(?:账号|登录)|工号|学号|教职工|业主(?:认证|登录)/

export default rule(
  {
    clauses: ['wx-op/11.5', 'dy-review/1.1.1.3'],
    needs: ['program', 'interpretation', 'listing', 'copy'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'high',
    messages: {
      'none-given': {
        what: {
          zh: '要账号密码才能用，提审信息里却没有测试账号',
          en: 'An account is needed, but the submission names none for the reviewers',
        },
        why: { zh: '审核人员进不去就无法审核，会直接驳回。', en: 'Reviewers who cannot get in cannot review, and refuse.' },
        fix: {
          zh: '在提审时填写可用的测试账号和密码，必要时写明测试环境。',
          en: 'Give a working account and password with the submission, and the environment if it matters.',
        },
      },
    },
  },
  ({ program, interpretation, listing, copy }, report) => {
    const account = accountOf(program, interpretation)
    // Who signs in with the platform's own identity brings it along.
    if (!account || (account.by !== 'password' && account.by !== 'sms')) return 'inapplicable'
    const { username, password } = listing.testAccount ?? {}
    if (username?.trim() && password?.trim()) return
    const note = `${listing.changelog ?? ''} ${listing.description ?? ''}`
    if (NAME.test(note) && SECRET.test(note)) return
    // What only staff or members can enter, no reviewer enters with an identity of their own.
    const closed = CLOSED.test(listing.description ?? '') || copy.copies.some(({ text }) => CLOSED.test(text))
    const platformLogin =
      !closed && interpretation.callsOf('login').some((call) => call.contexts.some(({ root }) => root.kind === 'gesture'))
    report('none-given', {
      at: { listing: program.platform === 'douyin' ? 'changelog' : 'testAccount' },
      related: [{ at: account.at, note: { zh: '在这里输入账号', en: 'the account is typed here' } }],
      verdict: (account.by === 'sms' && !closed) || platformLogin ? 'review' : 'violation',
      confidence: (account.by === 'sms' && !closed) || platformLogin ? 'low' : 'high',
    })
  },
)
