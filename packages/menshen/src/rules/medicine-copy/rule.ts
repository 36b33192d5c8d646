import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/2.1.1.1'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      treatment: {
        what: { zh: '提供医疗产品、诊疗或养生内容：“{text}”', en: 'Medical goods, treatment or health advice: “{text}”' },
        why: {
          zh: '没有经平台引入的医疗类小程序不接入：问诊、植发、医疗器械、医疗旅行和养生科普都在其内。',
          en: 'Medical programs that the platform has not invited are not admitted: consultations, hair transplants, devices, medical travel and health advice.',
        },
        fix: {
          zh: '去掉诊疗、器械和养生内容；已获引入资格的，先完成医疗类目认证。',
          en: 'Remove treatment, devices and health advice, or first complete the medical category that the platform invited you to.',
        },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      treatment: { lists: ['medicine'] },
    }),
)
