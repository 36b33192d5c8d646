import { findTerms, rule, sayThemes } from '../kit.ts'

export default rule(
  {
    clauses: ['dy-review/3.3.1', 'wx-op/6.1.8', 'dy-review/3.3.2'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      insult: {
        what: { zh: '辱骂性内容：“{text}”', en: 'Insults: “{text}”' },
        why: { zh: '以骂人、互喷、辱及父母为内容的不被接受。', en: 'Content made of insults is not accepted.' },
        fix: { zh: '删除骂人的话和生成功能，可改为祝福语。', en: 'Remove the insults and what makes them; greetings are fine.' },
      },
      exposure: {
        what: { zh: '曝光他人或泄露他人隐私：“{text}”', en: 'People are exposed or their privacy given away: “{text}”' },
        why: { zh: '公开辱骂、诋毁他人或公布他人身份信息会损害其权益。', en: 'Shaming people or publishing their particulars harms them.' },
        fix: {
          zh: '删去姓名、证件、住址等信息，纠纷走投诉或法律途径。',
          en: 'Remove names, numbers and addresses; settle disputes by complaint or law.',
        },
      },
      fans: {
        what: { zh: '不良饭圈内容：“{text}”', en: 'Harmful fan culture: “{text}”' },
        why: {
          zh: '打榜、控评、互撕和组织未成年人应援不被接受。',
          en: 'Chart pushing, comment control, fan wars and minors’ support campaigns are not accepted.',
        },
        fix: { zh: '去掉打榜任务，保留演出日程等资讯。', en: 'Remove chart tasks; dates of concerts may stay.' },
      },
    },
  },
  (evidence, report) => {
    // A generator puts insults together and hands them out to be sent on: the one thing it is for.
    const given = evidence.interpretation
      .callsOf('setClipboardData')
      .flatMap(({ contexts }) => contexts.flatMap(({ args }) => args[0]?.get('data')?.constants ?? []))
      .filter((one): one is string => typeof one === 'string')
    const handed = given.some((text) =>
      findTerms(text, { platform: evidence.program.platform, lists: ['abuse'] }).some(({ strength }) => strength === 'strong'),
    )
    return sayThemes(
      evidence,
      (message, detail) =>
        report(message, message === 'insult' && handed ? { ...detail, verdict: 'violation', severity: 'error' } : detail),
      {
        insult: { lists: ['abuse'] },
        exposure: { lists: ['exposure'] },
        fans: { lists: ['fans'] },
      },
    )
  },
)
