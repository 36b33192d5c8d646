import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/15.6', 'wx-op/6.1.7'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      notice: {
        what: { zh: '做成系统通知、警告的样子：“{text}”', en: 'Made to look like a notice of the system: “{text}”' },
        why: {
          zh: '用病毒、内存、账号异常或中奖的假通知骗人点击会被拒绝。',
          en: 'False notices of viruses, memory, accounts or prizes that make people tap are refused.',
        },
        fix: { zh: '如实说明是什么功能，不用系统警告的口吻。', en: 'Say what the function is, without the tone of a system warning.' },
      },
      impersonation: {
        what: { zh: '冒充他人或假称活动、红包：“{text}”', en: 'Somebody else is impersonated, or an event or gift made up: “{text}”' },
        why: {
          zh: '假红包、假活动、冒充官方或客服，让人分不清真伪的内容会被拒绝。',
          en: 'False gifts and events, and passing for an office or a service, are refused: people cannot tell what is true.',
        },
        fix: {
          zh: '删去虚构的活动和身份，写明自己的名称与真实规则。',
          en: 'Remove what is made up; say who you are and what the true terms are.',
        },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      notice: { lists: ['fake-system'] },
      impersonation: { lists: ['impersonation'] },
    }),
)
