import { entryWords, rule, saidIn, textsOn, trusted, waysIn, wordsIn } from '../kit.ts'

const GUIDE = /点击|点按|点此|点上|点下|长按|滑动|请选择|请输入|先.{0,12}再|步骤|说明|教程|指引|帮助|使用方法|怎么用|玩法|规则|提示/

export default rule(
  {
    clauses: ['wx-op/3.3'],
    needs: ['program', 'interpretation', 'listing'],
    wants: ['run'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    platforms: ['wechat'],
    messages: {
      missing: {
        what: { zh: '提审信息和页面里都没有功能指引', en: 'Neither the listing nor the pages explain how to use it' },
        why: {
          zh: '应向用户提供基本的功能指引，形式可以是描述或截图。',
          en: 'Basic guidance has to be given, as a description or screenshots.',
        },
        fix: {
          zh: '填写功能说明、上传截图，或在首页加一段使用说明。',
          en: 'Fill in the description, add screenshots, or explain it on the home page.',
        },
      },
    },
  },
  ({ program, interpretation, listing, run }, report) => {
    if (listing.description?.trim() || (listing.screenshots?.length ?? 0) > 0) return
    if (interpretation.opaque.size > 0) return { notChecked: { zh: '有页面未能还原', en: 'some pages were not understood' } }
    if (waysIn(program, interpretation, entryWords('help')).length > 0) return
    if (saidIn(interpretation).some(({ text }) => GUIDE.test(text))) return
    // Words that a server sends guide as well as those in the package.
    if (run && trusted(run).some((pass) => pass.screens.some((screen) => textsOn(screen, 'page').some(({ text }) => GUIDE.test(text)))))
      return
    const taps = interpretation.bindings.filter(({ event, unit }) => event === 'tap' && interpretation.reachable.has(unit.base))
    const wordless = taps.filter(
      ({ element }) => wordsIn(interpretation, element).trim() === '' && !element.attributes.some(({ name }) => name === 'aria-label'),
    )
    const [first] = wordless
    // Controls with words explain themselves; bare pictures do not.
    const bare = first !== undefined && wordless.length * 2 >= taps.length
    report('missing', {
      at: { listing: 'description' },
      related: first ? [{ at: first.at, note: { zh: '没有文字的控件', en: 'a control without words' } }] : [],
      verdict: bare ? 'violation' : 'review',
      ...(bare ? {} : { severity: 'info' as const, confidence: 'low' as const }),
    })
  },
)
