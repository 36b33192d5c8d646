import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/3.2.1', 'wx-op/6.1.5', 'dy-review/3.2.2', 'wx-op/6.1.10', 'dy-review/3.2.3'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      protected: {
        what: { zh: '涉及未成年人的内容，须立即由人查看：“{text}”', en: 'Content about minors that a human has to see at once: “{text}”' },
        why: {
          zh: '未成年人涉性内容绝不允许；词语本身不足以定论，先搁置给人看。',
          en: 'Sexual content with minors is never allowed; words alone settle nothing, so a human decides.',
        },
        fix: { zh: '核实后立即删除，并检查同类内容。', en: 'Check it, remove it at once, and look for more.' },
      },
      romance: {
        what: { zh: '未成年人恋爱内容：“{text}”', en: 'Minors in love: “{text}”' },
        why: {
          zh: '小说、表情包等形式的未成年人恋爱也不被接受。',
          en: 'Romance of minors is not accepted, in stories and stickers either.',
        },
        fix: { zh: '删去恋爱情节，可写成长、友谊。', en: 'Remove the romance; write of growing up and friendship.' },
      },
      harm: {
        what: { zh: '未成年人的不良或危险行为：“{text}”', en: 'Minors doing harmful or dangerous things: “{text}”' },
        why: {
          zh: '烟酒、赌博、纹身、进网吧、炫富、打赏等未成年人行为不可出现。',
          en: 'Minors smoking, drinking, gambling, being tattooed, in bars, showing off or tipping hosts may not appear.',
        },
        fix: { zh: '删除内容；可写明“未满 18 岁不接待”。', en: 'Remove it; it may say that nobody under 18 is served.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      protected: { lists: ['minor-sexual'], most: 'review' },
      romance: { lists: ['minor-love'] },
      harm: { lists: ['minor-harm'] },
    }),
)
