import { rule, wayBack, wordingsIn } from '../kit.ts'

/** Answers that tell whether somebody follows an account. */
const FOLLOWS = /(?:is|has|check|be)?_?(?:follow(?:ed|er|ing)?|subscri(?:be|bed|ber)|guanzhu|isfans|fans)(?![a-z]*message)/i
const NAMED = /follow|guanzhu|subscribe(?!message)|isfans|oa\//i

export default rule(
  {
    clauses: ['wx-op/5.1.1', 'wx-op/5.1.2', 'wx-op/5.1'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    messages: {
      'unlocked-by-following': {
        what: { zh: '是否关注公众号决定能看到什么', en: 'Whether people follow an account decides what they see' },
        why: { zh: '不得要求关注后才能查看内容或使用功能。', en: 'Content and functions may not depend on following an account.' },
        fix: { zh: '直接开放内容，关注只作可选。', en: 'Open the content and leave following optional.' },
      },
      'follow-demanded': {
        what: { zh: '文案以内容或奖励换取关注：“{text}”', en: 'The words trade content or rewards for following: "{text}"' },
        why: { zh: '不得强制或利诱用户关注公众号。', en: 'People may be neither forced nor lured into following an account.' },
        fix: { zh: '删去条件和奖励，只说明公众号提供什么。', en: 'Remove the condition and the reward; say only what the account offers.' },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    const words = wordingsIn(program, copy, ['follow.force', 'follow.reward', 'follow.terms']).filter(
      ({ strength, copy: one }) => strength !== 'weak' && /公众号|服务号|订阅号|关注我们|视频号|抖音号|扫码关注|微信号|账号/.test(one.text),
    )
    const seen = new Set<string>()
    // The same answer also colours follow buttons between users: only words about an account make it a wall.
    for (const shown of words.length > 0 ? interpretation.shown : []) {
      if (!interpretation.reachable.has(shown.unit.base)) continue
      for (const { at, value, holds } of shown.conditions) {
        if (!holds) continue
        const origin = wayBack(value.origins).find(({ source, path }) => source === 'response' && FOLLOWS.test(path))
        if (!origin || seen.has(`${at.file}:${at.start}`)) continue
        seen.add(`${at.file}:${at.start}`)
        const asked = interpretation.calls.find((call) => call.at.file === origin.at.file && call.at.start === origin.at.start)
        const url = asked?.contexts.flatMap(({ args }) => args[0]?.get('url')?.constants ?? []).join(' ') ?? ''
        const sure = NAMED.test(url) || NAMED.test(origin.path)
        report('unlocked-by-following', {
          at,
          related: [
            { at: origin.at, note: { zh: '关注状态来自这里', en: 'where the answer comes from' } },
            ...words.slice(0, 3).map(({ at: one }) => ({ at: one })),
          ],
          ...(sure ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
      }
    }
    const [first, ...others] = words
    if (first)
      report('follow-demanded', {
        at: first.at,
        data: { text: first.text },
        clauses:
          first.matches[0]?.entry.list === 'follow.force' ? ['wx-op/5.1.1', 'wx-op/5.1'] : ['wx-op/5.1.2', 'wx-op/5.1.1', 'wx-op/5.1'],
        related: others.slice(0, 20).map(({ at }) => ({ at })),
        ...(first.strength === 'strong' ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
      })
  },
)
