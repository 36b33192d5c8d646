import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/3.6'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      entry: {
        what: { zh: '付费后才能添加或进入小程序：“{text}”', en: 'The program opens only after payment: “{text}”' },
        why: { zh: '未经授权，添加小程序必须免费。', en: 'Without permission, adding a mini program has to be free.' },
        fix: { zh: '让用户免费进入，内容或商品单独收费并说明。', en: 'Let people in for free; charge for content or goods and say so.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      entry: { lists: ['paid-adding'] },
    }),
)
