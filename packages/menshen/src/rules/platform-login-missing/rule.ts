import { accountOf, bearing, entryWords, hasEntry, partlyUnseen, plainAttribute, rule } from '../kit.ts'

const CLOSED = entryWords('closed-group')

export default rule(
  {
    clauses: ['wx-op/14.6.1'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    messages: {
      'own-accounts-only': {
        what: { zh: '有账号登录，却没有提供微信授权登录', en: 'There is an account to sign in to, but no way to do so with WeChat' },
        why: { zh: '小程序内存在账号体系时，必须提供微信授权登录。', en: 'A program with accounts has to offer signing in with WeChat.' },
        fix: {
          zh: '增加微信登录：wx.login 取 code，由服务器换取身份并绑定账号。',
          en: 'Add it: wx.login, and let the server bind the identity to the account.',
        },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    const account = accountOf(program, interpretation)
    if (!account || (account.by !== 'password' && account.by !== 'sms')) return 'inapplicable'
    const signs = interpretation
      .callsOf('login', 'getUserProfile', 'cloud.callFunction')
      .some((call) => call.contexts.some(({ root }) => root.kind !== 'unbound'))
    const button = bearing(program, 'open-type').some(({ element }) =>
      /^get(?:PhoneNumber|UserInfo)$/.test(plainAttribute(element, 'open-type') ?? ''),
    )
    if (signs || button) return
    if (partlyUnseen(program, interpretation))
      return { notChecked: { zh: '有页面未能还原，无法确认没有微信登录', en: 'some pages were not understood; the sign-in may be there' } }
    // Staff and members bring an account of their own; whether that is enough a human decides.
    const closed = hasEntry(CLOSED, copy)
    // A file that nothing requires offers nobody anything.
    const mentioned = interpretation.mentions.some(
      ({ api, called, at }) => api === 'login' && called && !interpretation.unentered.has(at.file),
    )
    report('own-accounts-only', {
      at: account.at,
      verdict: closed || mentioned ? 'review' : 'violation',
      confidence: closed || mentioned ? 'low' : 'medium',
    })
  },
)
