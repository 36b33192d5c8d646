import { accountOf, ENDING, endsSession, entriesOf, entryWords, hasTag, partlyUnseen, rule, sessionKeys } from '../kit.ts'
import { stillSignedIn } from './run.ts'

const ME =
  /(?:^|\/)(?:my|me|mine|user|ucenter|center|personal|profile|settings?)(?:\/(?:index|main|\w*(?:my|me|mine|user|center|personal|profile|settings?)))?$/i

export default rule(
  {
    clauses: ['wx-op/14.6.3'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['run'],
    since: '2026-11',
    severity: 'warning',
    // Something that is not there cannot be pointed at.
    confidence: 'medium',
    messages: {
      'no-way-out': {
        what: { zh: '可以登录账号，却找不到能用的退出入口', en: 'One can sign in, but there is no way out that works' },
        why: { zh: '应提供功能正常、容易找到的“退出”。', en: 'A log-out that works and is easy to find has to be there.' },
        fix: {
          zh: '在“我的”或“设置”里放“退出登录”，清除登录态并回到未登录的样子。',
          en: 'Put 退出登录 into 我的 or 设置; clear the session and show the signed-out state.',
        },
      },
      'still-in': {
        what: { zh: '点“{text}”之后仍是登录状态', en: 'After "{text}" one is still signed in' },
        why: {
          zh: '退出要真的退出：清掉登录态，再打开不能又回到账号里。',
          en: 'A log-out has to end the session, for good: coming back may not bring it back.',
        },
        fix: {
          zh: '把缓存和内存里的登录信息一起清除，键名与写入时一致，再刷新页面。',
          en: 'Clear the session in storage and in memory, under the keys it was written to, and draw the page anew.',
        },
      },
      'dead-entry': {
        what: { zh: '“{text}”点了没有反应', en: '"{text}" does nothing' },
        why: { zh: '退出入口必须真的能退出。', en: 'The log-out has to log out.' },
        fix: { zh: '绑定处理函数，清除登录态。', en: 'Bind a handler that clears the session.' },
      },
    },
  },
  ({ program, interpretation, copy, run }, report) => {
    const seen = run ? stillSignedIn(program, interpretation, run) : []
    for (const { data, detail } of seen) report('still-in', { ...detail, data })
    if (seen.length > 0) return
    const account = accountOf(program, interpretation)
    if (!account) return 'inapplicable'
    const entries = entriesOf(entryWords('log-out'), copy, interpretation)
    if (entries.some(({ state }) => state !== 'dead')) return
    // However it is called: a tap that clears what the sign-in left.
    const keys = sessionKeys(interpretation)
    const ends = interpretation
      .callsOf(...ENDING)
      .some((call) =>
        call.contexts.some(
          (context) =>
            context.root.kind === 'gesture' &&
            endsSession(call, context, keys) &&
            !context.path.some(({ name }) => name === 'fail') &&
            !context.guards.some(({ origins }) => origins.some(({ source }) => source === 'response')),
        ),
      )
    if (ends) return
    if (partlyUnseen(program, interpretation))
      return { notChecked: { zh: '有页面未能还原，无法确认没有退出入口', en: 'some pages were not understood; a log-out may be there' } }
    const [dead] = entries
    const related = [{ at: account.at, note: { zh: '登录在这里', en: 'the sign-in' } }]
    if (dead) {
      report('dead-entry', { at: dead.at, related, data: { text: dead.text } })
      return
    }
    const me = program.pages
      .filter(({ base }) => ME.test(base.slice(program.root.length)) && !program.vendored.has(`${base}.js`))
      .sort((x, y) => x.base.length - y.base.length)[0]
    // Without a page of one's own, the pages of the web that it opens hold the account.
    if (!me && hasTag(program, 'web-view'))
      return {
        notChecked: { zh: '账号页面在网页里，无法确认没有退出入口', en: 'the account is on pages of the web; a log-out may be there' },
      }
    const at = me?.template ? { file: me.template, start: 0, end: 1 } : account.at
    // Where nothing is kept, the next start is signed out again.
    const kept = interpretation
      .callsOf('setStorage', 'setStorageSync')
      .some((call) =>
        call.contexts.some(
          ({ root, args: [first] }) =>
            root.kind !== 'unbound' &&
            (first?.open ||
              [...(first?.constants ?? []), ...(first?.get('key')?.constants ?? [])].some((one) =>
                /token|session|user|login|openid|auth/i.test(String(one)),
              )),
        ),
      )
    const sure = account.strength === 'sure' ? kept || me !== undefined : me !== undefined && (kept || account.by === 'login-page')
    report('no-way-out', {
      at,
      related,
      verdict: sure ? 'violation' : 'review',
      confidence: account.strength === 'sure' ? 'medium' : 'low',
    })
  },
)
