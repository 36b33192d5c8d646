import { rule, type Wording, wholeCopy, wordingsIn } from '../kit.ts'

const BET = /赔率|下注|押注|投注|(?:投|押|买)[^，。]{0,6}(?:金豆|筹码|积分)|猜(?:比分|胜负|输赢)|买入筹码/
const NEVER = /不提供|没有|无任何|不得|禁止|不含|拒绝|严禁|不参与|谢绝/
const DRAW = /抽奖|大转盘|转盘|刮刮|抽中|中奖|开奖|夺宝|扭蛋|盲盒|红包雨|助力/

/** One place of every file before a second one of any: people want to know the pages. */
const pagesFirst = (words: readonly Wording[]): readonly Wording[] => {
  const seen = new Map<string, number>()
  const nth = words.slice(1).map((word) => {
    const n = (seen.get(word.at.file) ?? (word.at.file === words[0]?.at.file ? 1 : 0)) + 1
    seen.set(word.at.file, n)
    return { word, n }
  })
  return nth.toSorted((a, b) => a.n - b.n).map(({ word }) => word)
}

export default rule(
  {
    clauses: ['wx-op/6.1.6', 'wx-op/5.1', 'dy-review/2.1.2.4'],
    needs: ['program', 'interpretation', 'copy'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    messages: {
      'draw-program': {
        what: { zh: '主要内容就是抽奖：“{text}”', en: 'The program is mainly about prize draws: "{text}"' },
        why: {
          zh: '以抽奖、助力分享为主、没有其他有价值服务的小程序不予通过。',
          en: 'Programs that are mainly draws and sharing for draws are not admitted.',
        },
        fix: {
          zh: '去掉抽奖，或只作为真实服务里的小活动并公示规则。',
          en: 'Remove the draws, or keep one as a small part of a real service with its rules shown.',
        },
      },
      betting: {
        what: { zh: '含有投注、竞猜内容：“{text}”', en: 'There is betting or guessing for stakes: "{text}"' },
        why: {
          zh: '不得含赌博、竞猜信息，用积分、金豆代替也不行。',
          en: 'Gambling and guessing for stakes are not allowed, whatever the stake is called.',
        },
        fix: { zh: '删去投注和赔率。', en: 'Remove stakes and odds.' },
      },
    },
  },
  ({ program, interpretation, copy }, report) => {
    const douyin = program.platform === 'douyin'
    const shown = (word: Wording) => !NEVER.test(word.copy.text)
    const words = wordingsIn(program, copy, ['sweepstakes'], ({ text }) => DRAW.test(text)).filter(
      ({ strength, ...one }) => strength !== 'weak' && shown({ strength, ...one }),
    )
    const bets = (BET.test(wholeCopy(copy)) ? copy.copies : []).filter(
      ({ text, reachable }) => reachable && text.length < 80 && BET.test(text) && !NEVER.test(text),
    )
    const odds = bets.some(({ text }) => /赔率/.test(text)) && bets.some(({ text }) => /下注|押|投|筹码|金豆/.test(text))
    const [bet] = bets
    if (bet && odds && !douyin)
      report('betting', {
        at: bet.at,
        data: { text: bet.text.slice(0, 30) },
        clauses: ['wx-op/6.1.6'],
        related: bets.slice(1, 20).map(({ at }) => ({ at })),
        confidence: 'high',
      })
    const [first] = words
    if (!first) return words.length + bets.length === 0 ? 'inapplicable' : undefined
    const pages = new Set(program.pages.map(({ base }) => base))
    const reached = [...interpretation.reachable].filter((base) => pages.has(base))
    const units = new Set(words.flatMap(({ copy: one }) => one.units))
    const drawing = reached.filter((base) => units.has(base))
    /** Something on other pages that people can do. */
    const serving = reached.filter(
      (base) => !units.has(base) && interpretation.bindings.some(({ unit, empty }) => unit.base === base && !empty),
    )
    const shares =
      program.pages.some(({ script }) => script !== null && /onShareAppMessage/.test(program.files.text(script) ?? '')) ||
      [...program.templates.values()].some(({ elements }) =>
        elements.some(({ attributes }) => attributes.some(({ name, value }) => name === 'open-type' && value === 'share')),
      )
    const main = douyin
      ? drawing.length > 0 && serving.length === 0 && shares
      : drawing.length >= 3 && drawing.length >= reached.length * 0.3
    const strong = words.some(({ strength }) => strength === 'strong') || main
    // Draws that are a small part of something else are for the rule that reads the words alone.
    if (!main || !strong) return
    report('draw-program', {
      at: first.at,
      data: { text: first.text },
      clauses: douyin ? ['dy-review/2.1.2.4'] : ['wx-op/6.1.6', 'wx-op/5.1'],
      related: pagesFirst(words).map(({ at }) => ({ at })),
    })
  },
)
