import { allSaid, rule, saidIn, wholeCopy } from '../kit.ts'

const CHANGES =
  /(?:美化|更换|修改|自定义|换|改变|装扮|皮肤)[^。]{0,6}(?:微信|抖音)[^。]{0,4}(?:聊天|界面|背景|气泡|主题|外观|皮肤|图标|导航)|已?美化(?:微信|抖音)|(?:微信|抖音)(?:皮肤|主题|气泡|美化)/
const NOT = /不影响|不会|不能|无法|不改变|不修改|非/
/** The client's own corner, drawn by the program. */
const CAPSULE = /^(?:[•·．.]{3}|…|⋯)\s*[◎⊙○◉⦿]$/
const RING = /[◎⊙○◉⦿]/

export default rule(
  {
    clauses: ['wx-op/15.2', 'wx-op/14.5.2'],
    needs: ['interpretation', 'copy'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    platforms: ['wechat'],
    // One way of many to make the client look changed.
    partial: true,
    messages: {
      offered: {
        what: { zh: '声称能改变微信的外观：“{text}”', en: 'The client’s own look is said to change: "{text}"' },
        why: {
          zh: '不得改变微信的外观和功能，也不能让用户以为被改变。',
          en: 'WeChat’s look and functions may not be changed, nor seem to be.',
        },
        fix: { zh: '只换本小程序的配色，并如实说明。', en: 'Change the colours of this program only, and say so.' },
      },
      'capsule-drawn': {
        what: { zh: '页面画了一个假的胶囊按钮', en: 'A page draws the client’s own capsule' },
        why: {
          zh: '仿造微信自带的按钮会让用户误以为是微信的界面。',
          en: 'A copy of the client’s own buttons makes people take the page for WeChat itself.',
        },
        fix: { zh: '删去仿造的按钮，给胶囊留出位置。', en: 'Remove the copy and leave room for the real one.' },
      },
    },
  },
  ({ interpretation, copy }, report) => {
    const [first, ...others] = CHANGES.test(wholeCopy(copy))
      ? copy.copies.filter(({ text, reachable }) => reachable && text.length < 100 && CHANGES.test(text) && !NOT.test(text))
      : []
    const drawn = RING.test(allSaid(interpretation)) ? saidIn(interpretation).find(({ text }) => CAPSULE.test(text.trim())) : undefined
    if (first)
      report('offered', {
        at: first.at,
        data: { text: first.text.slice(0, 30) },
        related: [...others.slice(0, 6).map(({ at }) => ({ at })), ...(drawn ? [{ at: drawn.at }] : [])],
        ...(drawn || others.length > 0 ? {} : { verdict: 'review' as const }),
      })
    else if (drawn) report('capsule-drawn', { at: drawn.at, verdict: 'review' })
  },
)
