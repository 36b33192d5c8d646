import {
  attributeOf,
  callPath,
  consentOn,
  coversScreen,
  drawnIn,
  hasTag,
  joined,
  looksOf,
  plainAttribute,
  rule,
  tagSpan,
  transparent,
  wordsIn,
} from '../kit.ts'
import { JUMPS, jumpsSeen } from './seen.ts'

/** What runs although nobody touched anything for it; scrolling or a playing video is no consent either. */
const UNASKED = new Set(['lifecycle', 'module', 'observer', 'unload', 'event', 'share'])

export default rule(
  {
    clauses: ['wx-op/5.3', 'wx-op/5.11', 'later/jump-after-tap', 'later/douyin-jump-list'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      'jump-without-tap': {
        what: { zh: '用户没有点按，就跳转到其他小程序', en: 'Another mini program opens although nobody tapped' },
        why: {
          zh: '跳转其他小程序须由用户点按触发并知情；页面打开、定时或滚动时不得自动跳走。',
          en: 'People leave for another mini program only when they tap and know it, never because a page opened, a timer fired or they scrolled.',
        },
        fix: {
          zh: '把跳转放进按钮的点按事件，并写明要打开哪个小程序。',
          en: 'Jump from a tap on a button that names the program to be opened.',
        },
      },
      'invisible-cover': {
        what: { zh: '看不见的跳转组件盖在页面上', en: 'An invisible element that jumps to another mini program lies over the page' },
        why: {
          zh: '用户以为在点页面内容，实际被带到其他小程序，属于不知情的跳转。',
          en: 'People think that they touch the page and are taken to another mini program without knowing.',
        },
        fix: { zh: '去掉透明覆盖层，改用写明去向的按钮。', en: 'Remove the cover and use a button that says where it leads.' },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    const calls = interpretation.callsOf(...JUMPS)
    let seen = calls.length > 0
    for (const call of calls) {
      const context = call.contexts.find((one) => UNASKED.has(one.root.kind) && !consentOn(one, interpretation)?.clears)
      if (!context) continue
      both.say('jump-without-tap', { at: call.nameAt, ...callPath(call, context) })
    }
    for (const jump of run ? jumpsSeen(program, run) : []) both.show('jump-without-tap', jump)
    both.done()
    const jumping = new Set(
      calls.flatMap((call) => call.contexts.flatMap(({ root, after }) => (root.element && after.length === 0 ? [root.element] : []))),
    )
    for (const template of jumping.size > 0 || hasTag(program, 'navigator') ? program.templates.values() : [])
      for (const element of template.elements) {
        const jumps =
          (element.tag === 'navigator' && /^mini-?program$/i.test(plainAttribute(element, 'target') ?? '')) ||
          (jumping.has(element) && (attributeOf(element, 'bindtap') ?? attributeOf(element, 'catchtap')) !== undefined)
        if (!jumps) continue
        seen = true
        const looks = looksOf(program, template.file, element)
        const bare = wordsIn(interpretation, element).trim() === '' && !element.children.some((child) => child.type === 'element')
        if (!coversScreen(looks) || !(transparent(looks) || (bare && !looks.has('background-image')))) continue
        if (drawnIn(program, interpretation, template.file, element).length === 0) continue
        report('invisible-cover', { at: tagSpan(element, template.file) })
      }
    if (!seen) return 'inapplicable'
  },
)
