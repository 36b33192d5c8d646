import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/3.6.2', 'wx-op/6.1.10', 'dy-review/3.6.3'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      quiz: {
        what: { zh: '违背公序良俗的测试：“{text}”', en: 'A test that offends good morals: “{text}”' },
        why: {
          zh: '测好色、渣男渣女、海王、三角恋、出轨等测试有违社会伦理。',
          en: 'Tests of lust, cheating or the like offend social ethics.',
        },
        fix: { zh: '换成无害的话题，例如“测测你适合哪种早餐”。', en: 'Choose harmless subjects, such as which breakfast suits you.' },
      },
      manipulation: {
        what: { zh: 'PUA、话术或挽回类情感服务：“{text}”', en: 'Manipulation, scripts or winning people back: “{text}”' },
        why: {
          zh: '不能宣传 PUA，无资质的挽回、脱单、聊天话术服务也不接受。',
          en: 'Manipulation may not be promoted, nor unlicensed services to win people back or find partners by scripts.',
        },
        fix: { zh: '删除课程和服务；持证机构公示证书后提供咨询。', en: 'Remove them; licensed practices show their certificate.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      quiz: { lists: ['bad-quiz'] },
      manipulation: { lists: ['pua'] },
    }),
)
