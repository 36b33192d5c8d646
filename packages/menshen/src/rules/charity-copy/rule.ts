import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/2.1.1.3'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    platforms: ['douyin'],
    partial: true,
    messages: {
      raised: {
        what: { zh: '募集捐款、物资或引人做公益：“{text}”', en: 'Donations are raised, or people are led to a charity: “{text}”' },
        why: {
          zh: '未经白名单引入的公益类小程序不接入，直接募捐和引流到站外都不行。',
          en: 'Charities that were not invited are not taken; neither raising donations nor leading people elsewhere for them is accepted.',
        },
        fix: {
          zh: '去掉募捐的内容和入口；有公开募捐资格的，先申请引入。',
          en: 'Remove it; a body licensed to raise funds asks to be invited first.',
        },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      raised: { lists: ['charity'] },
    }),
)
