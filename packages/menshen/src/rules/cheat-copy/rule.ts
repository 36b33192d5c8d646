import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/5.4'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      cheat: {
        what: { zh: '提供或推荐外挂、插件：“{text}”', en: 'Cheats or add-ons are offered or recommended: “{text}”' },
        why: {
          zh: '未经许可的外挂、多开、群控等工具既不能用，也不能向用户介绍。',
          en: 'Add-ons, clones and bulk controllers without permission may be neither used nor recommended.',
        },
        fix: { zh: '去掉工具及介绍。', en: 'Remove the tools and what is said of them.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      cheat: { lists: ['cheats'] },
    }),
)
