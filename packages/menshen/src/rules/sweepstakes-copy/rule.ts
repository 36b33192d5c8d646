import { rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/5.1', 'wx-op/6.1.6', 'dy-review/2.1.2.4'],
    needs: ['program', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      draw: {
        what: { zh: '以抽奖为内容：“{text}”', en: 'Prize draws: “{text}”' },
        why: {
          zh: '以抽奖、夺宝、瓜分现金为主的小程序不被接受；抽奖不能成为主要内容，也不能以分享、关注为条件。',
          en: 'Programs about draws, treasure buying or shared-out cash are not accepted; draws may not be the main content, nor hang on sharing or following.',
        },
        fix: {
          zh: '去掉抽奖玩法；确有活动的，只作为主业务之外不设条件的小活动，并公布规则。',
          en: 'Remove the draws; at most keep a small event beside the real service, without conditions and with its rules.',
        },
      },
    },
  },
  (evidence, report) => {
    const pages = evidence.program.pages.map(({ base }) => base)
    return sayThemes(evidence, report, {
      draw: {
        lists: ['sweepstakes', 'lottery.force'],
        whole: true,
        // Draws on many pages are a program of draws, which is judged by what its pages do.
        unless: (mentions) => {
          const drawing = new Set(
            mentions.flatMap(({ copy }) => (copy?.reachable ? copy.units.filter((unit) => pages.includes(unit)) : [])),
          )
          return drawing.size >= 3 && drawing.size >= pages.length * 0.3
        },
      },
    })
  },
)
