import { findTerms, judge, rule } from '../kit.ts'

const FIELDS = ['name', 'intro', 'description', 'changelog'] as const
/** Lists of what the law or public morals forbid; marketing and trade words are other clauses'. */
const LISTS = [
  ...['gambling', 'lottery', 'superstition', 'crime', 'incite', 'fake-papers', 'forgery', 'brush', 'easy-money', 'tobacco', 'pos'],
  ...['lure', 'trade', 'innuendo', 'devices', 'garments', 'body', 'affairs', 'suggestive', 'minor-sexual', 'minor-harm', 'minor-love'],
  ...['gore', 'abuse', 'exposure', 'counterfeit', 'piracy', 'small-title', 'army-title', 'credit-sale', 'cheats'],
]

export default rule(
  {
    clauses: ['wx-op/2.1'],
    needs: ['program', 'listing'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    // Marks, likenesses and the icon are looked at elsewhere.
    partial: true,
    messages: {
      unlawful: {
        what: { zh: '提审信息里有违法违规内容：“{text}”', en: 'The listing holds forbidden content: “{text}”' },
        why: {
          zh: '名称、简介和描述不得含色情、暴力、赌博及其他违法内容，换字、加空格一样会被查出。',
          en: 'Name, introduction and description may hold nothing obscene, violent, gambling-related or otherwise unlawful; odd spellings do not hide it.',
        },
        fix: { zh: '删去这些内容，只写小程序自己的功能。', en: 'Remove it and describe the program’s own functions.' },
      },
    },
  },
  ({ program, listing }, report) => {
    for (const field of FIELDS) {
      const text = listing[field]
      if (typeof text !== 'string') continue
      const matches = findTerms(text.slice(0, 4000), {
        platform: program.platform,
        scope: field === 'name' ? 'name' : 'intro',
        lists: LISTS,
      })
      const meant = matches.filter(({ strength }) => strength === 'strong' || strength === 'medium')
      const [first] = meant.toSorted((a, b) => Number(b.strength === 'strong') - Number(a.strength === 'strong'))
      if (!first) continue
      // A name is what the program is; elsewhere one word alone is for a human, unless it is spelled to hide.
      const sure =
        judge(meant).some(({ grade }) => grade === 'violation') ||
        meant.some((one) => one.strength === 'strong' && (field === 'name' || one.evasive))
      const delicate = meant.every(({ entry }) => entry.list === 'minor-sexual' || entry.list === 'suggestive')
      report('unlawful', {
        at: { listing: field },
        data: { text: first.matched.slice(0, 30) },
        verdict: sure && !delicate ? 'violation' : 'review',
        confidence: sure ? 'high' : 'medium',
      })
    }
  },
)
