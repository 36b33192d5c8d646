import { rule, wordingsIn } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/5.1.3', 'wx-op/5.1'],
    needs: ['program', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    messages: {
      pressed: {
        what: { zh: '用夸张或胁迫的话让人转发：“{text}”', en: 'People are pressed to forward: "{text}"' },
        why: {
          zh: '不得用夸张言语胁迫、煽动用户分享或关注。',
          en: 'Exaggeration and threats may not be used to make people share or follow.',
        },
        fix: { zh: '删去这类话，只如实介绍内容。', en: 'Remove such words and say plainly what the content is.' },
      },
    },
  },
  ({ program, copy }, report) => {
    for (const { at, text, strength, copy: one } of wordingsIn(program, copy, ['share.threat']))
      if (strength !== 'weak' && !/谣言|辟谣|话术|套路|不必转|别转|骗局/.test(one.text))
        report('pressed', {
          at,
          data: { text },
          related: one.at.start === at.start ? [] : [{ at: one.at }],
          ...(strength === 'strong' ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
  },
)
