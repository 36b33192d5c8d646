import { rule, textsOf, wayTo } from '../kit.ts'

const LOGINS =
  /mp\.weixin\.qq\.com\/cgi-bin\/(?:bizlogin|login|loginpage)|login\.(?:wx|weixin)\.qq\.com|ptlogin2?\.qq\.com|passport\.(?:baidu|weibo|bilibili|jd)\.(?:com|cn)|login\.taobao\.com|sso\.(?:douyin|toutiao)\.com/i

export default rule(
  {
    clauses: ['wx-oa/other-1', 'wx-op/12.1.2'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'warning',
    // Whose credentials they are, a person has to find out.
    confidence: 'low',
    messages: {
      'signs-in-elsewhere': {
        what: {
          zh: '程序代替用户向别的平台的登录接口提交凭据（{host}）',
          en: 'The program hands credentials to another service’s sign-in ({host})',
        },
        why: { zh: '不得用代理凭据替用户自动登录。', en: 'Users may not be signed in automatically with credentials held for them.' },
        fix: { zh: '改用对方平台的授权接口。', en: 'Use that service’s own authorisation.' },
      },
    },
  },
  ({ program, interpretation }, report) => {
    for (const call of interpretation.callsOf('request')) {
      const contexts = call.contexts.filter(
        ({ root, args: [options] }) =>
          root.kind !== 'unbound' && options?.get('url') && textsOf(options.get('url')!).some((one) => LOGINS.test(one)),
      )
      const [first] = contexts
      if (!first) continue
      const url = textsOf(first.args[0]!.get('url')!).find((one) => LOGINS.test(one)) ?? ''
      report('signs-in-elsewhere', { ...wayTo(call, contexts, program), data: { host: LOGINS.exec(url)?.[0] ?? '' }, verdict: 'review' })
    }
  },
)
