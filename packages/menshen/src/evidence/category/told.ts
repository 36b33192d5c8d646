/** How much a text offers, and how much it only tells: a label or a button offers; a diary, an article, a guide tell. */

/** Texts longer than this are articles, agreements, help: they speak about things more than they offer them. */
const LONG = 160
/** Beyond this a text is a sentence or two: it counts less than a label. */
const SENTENCE = 40
/** From here on a text may be prose. */
const PROSE = 16
/** Characters between two marks: those of a list are short. */
const CLAUSE = 5.5
const MARKS = /[，。；！？,;!?]+/
const PRICED = /[¥￥]|\d\s*(?:元|折|万)|￥/
/** Titles of pages that gather and tell. */
const TELLS =
  /指南|百科|科普|课表|课程表|日记|手账|手册|常识|防骗|反诈|识骗|骗局|游记|值班|法规|诗词|小知识|见闻|回忆|宣传|倡议|新闻稿|博物馆|史馆|笔记|公约|通讯录|图鉴|名录|收藏展|知识点|政策问答|问答集/
/** Who sells by that name all the same. */
const SELLS = /门票|预约|商城|下单|购买|课程$|服务/

/** 1 for a label, less for what is told. */
export const toldFactor = (text: string): number => {
  if (text.length > LONG) return 0.3
  if (text.length >= PROSE && MARKS.test(text) && !PRICED.test(text)) {
    const clauses = text.split(MARKS).filter((one) => one.trim() !== '')
    if (clauses.length > 0 && clauses.reduce((sum, one) => sum + one.trim().length, 0) / clauses.length >= CLAUSE && clauses.length > 1)
      return 0.45
  }
  return text.length > SENTENCE ? 0.6 : 1
}

/** Whether a page under this title tells of things rather than doing them. */
export const tells = (title: string): boolean => title.length <= 16 && TELLS.test(title) && !SELLS.test(title)
