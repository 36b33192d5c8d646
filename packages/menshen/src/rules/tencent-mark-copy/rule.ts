import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/10.3', 'wx-op/6.1.7', 'wx-op/10.4'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      'look-alike': {
        what: { zh: '使用与腾讯标识相近的写法：“{text}”', en: 'A look-alike of a Tencent mark: “{text}”' },
        why: { zh: '近似写法会让人误以为是腾讯的产品。', en: 'Look-alikes make people take it for a product of Tencent.' },
        fix: { zh: '改用通用说法，例如“消息”“零钱”。', en: 'Use common words instead.' },
      },
      endorsed: {
        what: { zh: '暗示腾讯运营、认可或合作：“{text}”', en: 'Tencent is said to run, approve or be part of it: “{text}”' },
        why: {
          zh: '不由腾讯运营的小程序不得暗示其认可质量、服务或与其合作。',
          en: 'A program not run by Tencent may not suggest its approval or partnership.',
        },
        fix: { zh: '删去这类说法，写清自己的运营者。', en: 'Remove it and say who runs the program.' },
      },
    },
  },
  (evidence, report) =>
    sayThemes(evidence, report, {
      // Names, titles and tabs are looked at on their own.
      'look-alike': { lists: ['look-alike'], unless: (mentions) => mentions.every(({ copy }) => !copy || copy.via === 'config') },
      endorsed: { lists: ['endorsed'], brief: 30 },
    }),
)
