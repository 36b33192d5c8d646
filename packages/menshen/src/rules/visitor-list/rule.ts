import { findTerms, rule } from '../kit.ts'

/** Words of a gate and of those who guard it. */
const GATE = /来访|门岗|门禁|到访|被访|访客(?:姓名|电话|手机|登记|预约|通行|邀请|车)|邀请访客|物业|业主|小区|通行码|车牌|登记访客/

export default rule(
  {
    clauses: ['wx-op/12.2.3', 'wx-oa/other-2'],
    needs: ['program', 'copy'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    partial: true,
    messages: {
      'who-looked': {
        what: { zh: '提供“谁看过我”一类的访客追踪（“{text}”）', en: 'Users can see who looked at them ("{text}")' },
        why: { zh: '不得提供对用户主页浏览、点击的追踪功能。', en: 'No function may track who viewed or clicked a user’s page.' },
        fix: {
          zh: '去掉访客记录；浏览历史只给本人看自己看过的内容。',
          en: 'Remove it; a history may show people only what they viewed themselves.',
        },
      },
    },
  },
  ({ program, copy }, report) => {
    // Where the word stands at all is known; what it means there is asked with the sentence around it.
    const speaking = new Set(copy.terms.flatMap(({ copy: one, match }) => (match.entry.list === 'visitors' ? [one] : [])))
    for (const one of speaking.size > 0 ? copy.copies : []) {
      if (!speaking.has(one)) continue
      const [match] = findTerms(one.text, { platform: program.platform, lists: ['visitors'], around: one.context }).filter(
        ({ strength }) => strength === 'strong' || strength === 'medium',
      )
      if (!match) continue
      // A register of people who come through a gate is no such list.
      const page = copy.copies.flatMap(({ text, units }) => (units.some((unit) => one.units.includes(unit)) ? [text] : [])).join(' ')
      if (GATE.test(one.context) || GATE.test(page)) continue
      report('who-looked', {
        at: one.at,
        data: { text: one.text.slice(0, 30) },
        verdict: one.reachable && /谁|看过我/.test(match.matched) ? 'violation' : 'review',
      })
    }
  },
)
