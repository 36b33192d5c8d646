import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/6.2.4', 'dy-review/2.2.2.3', 'wx-op/6.2.2', 'wx-op/6.2.1'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      contact: {
        what: { zh: '引导添加私人微信、进群或群发：“{text}”', en: 'People are led to private accounts, groups or mass messages: “{text}”' },
        why: {
          zh: '骚扰、恶意营销和把用户引到私人账号、外部群的文案不被接受。',
          en: 'Spam, ill-meant marketing and sending people to private accounts or outside groups are not accepted.',
        },
        fix: {
          zh: '在小程序内用客服沟通，删去私人账号和群号。',
          en: 'Talk to users by the program’s own service; remove private accounts and group numbers.',
        },
      },
      rumour: {
        what: { zh: '耸人听闻或谣言式的说法：“{text}”', en: 'Alarm or rumour: “{text}”' },
        why: { zh: '误导用户的谣言、惊吓标题会被拒绝。', en: 'Rumours and scares that mislead people are refused.' },
        fix: { zh: '删除，或附上可靠来源的更正。', en: 'Remove it, or give the correction with its source.' },
      },
      vacancy: {
        what: { zh: '空白广告位或招商广告：“{text}”', en: 'Empty advertising space: “{text}”' },
        why: {
          zh: '主要用来营销、留有空白广告位的内容不被接受。',
          en: 'Content mainly for marketing, with space to let, is not accepted.',
        },
        fix: { zh: '去掉招租、招商的位置。', en: 'Remove the space to let.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      contact: { lists: ['add-contact', 'spam'] },
      rumour: { lists: ['rumour'] },
      vacancy: { lists: ['ad-slot'] },
    }),
)
