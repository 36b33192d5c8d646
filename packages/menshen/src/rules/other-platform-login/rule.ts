import { rule, wayTo } from '../kit.ts'

/** A file that asks which platform it is on before it calls. */
const CHOOSES = /typeof\s+(?:wx|tt)\b|\b(?:wx|tt)\s*(?:\|\||\?\?)\s*(?:wx|tt)\b/
const ASKED = /\bwx\b|platform|typeof|\bENV\b|isWeixin|isWx/i

export default rule(
  {
    clauses: ['dy-review/1.1.1.2.b'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    // Read from the code, not tried on a phone.
    confidence: 'medium',
    partial: true,
    messages: {
      'no-such-interface': {
        what: { zh: '登录流程调用 wx.{api}，抖音里没有这个接口', en: 'Signing in calls wx.{api}, which Douyin does not have' },
        why: {
          zh: '抖音只提供 tt 接口，流程走到这里就会出错，用户点了登录没有反应。',
          en: 'Douyin has only tt: the flow breaks here, and tapping the sign-in does nothing.',
        },
        fix: { zh: '改用 tt.{api}，并在抖音里走通整个登录流程。', en: 'Use tt.{api} and try the whole sign-in on Douyin.' },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const calls = interpretation.callsOf('login', 'getUserProfile', 'getUserInfo', 'checkSession').filter((call) => call.ns === 'wx')
    if (calls.length === 0) return 'inapplicable'
    for (const call of calls) {
      const contexts = call.contexts.filter(
        ({ root, guards }) => root.kind !== 'unbound' && !guards.some((guard) => ASKED.test(guard.source)),
      )
      if (contexts.length === 0 || CHOOSES.test(program.files.text(call.at.file) ?? '')) continue
      const verdict = program.vendored.has(call.at.file) ? 'review' : 'violation'
      report('no-such-interface', { ...wayTo(call, contexts, program), data: { api: call.api }, verdict })
    }
  },
)
