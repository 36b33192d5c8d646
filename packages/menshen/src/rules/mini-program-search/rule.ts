import { allSaid, callPath, rule, saidIn, wayBack } from '../kit.ts'

const WORDS = /搜(?:索)?(?:全网)?小程序|(?:查找|找)小程序|小程序(?:搜索|目录|黄页)/
const INSIDE = /小程序内|本小程序|站内/
const INDEX = /mini-?programs?|weapps?|wxapps?|applets?|xiaochengxu/i

export default rule(
  {
    clauses: ['wx-op/12.2.6', 'wx-op/5.10'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    platforms: ['wechat'],
    messages: {
      search: {
        what: { zh: '提供搜索其他小程序的功能', en: 'Other mini programs can be searched for' },
        why: {
          zh: '未经授权不得在小程序里加入小程序搜索，也不得把小程序数据编成目录。',
          en: 'Without permission a program may neither search mini programs nor keep a directory of them.',
        },
        fix: { zh: '去掉小程序搜索，只搜索自己的内容。', en: 'Remove it and search your own content only.' },
      },
    },
  },
  ({ interpretation }, report) => {
    const words = (WORDS.test(allSaid(interpretation)) ? saidIn(interpretation) : []).filter(
      ({ text }) => WORDS.test(text) && !INSIDE.test(text),
    )
    const jumps = interpretation.callsOf('navigateToMiniProgram').flatMap((call) => {
      const context = call.contexts.find(
        ({ root, args }) =>
          root.kind === 'gesture' && wayBack(args[0]?.get('appId')?.origins ?? []).some(({ source }) => source === 'response'),
      )
      return context ? [{ call, context }] : []
    })
    const asked = interpretation.callsOf('request', 'cloud.callFunction').find(({ contexts }) =>
      contexts.some(({ root, args }) => {
        const typed = wayBack([...(args[0]?.get('data')?.origins ?? []), ...(args[0]?.get('url')?.origins ?? [])]).some(
          ({ source }) => source === 'event',
        )
        const urls = [...(args[0]?.get('url')?.constants ?? []), ...(args[0]?.get('url')?.pieces.flat() ?? [])]
        return root.kind === 'gesture' && typed && urls.some((one) => typeof one === 'string' && INDEX.test(one))
      }),
    )
    const [jump] = jumps
    const [word] = words
    if (!word && !asked) return 'inapplicable'
    const at = asked?.nameAt ?? word?.shownAt
    if (!at || !(jump || (asked && word))) return
    report('search', {
      at,
      related: [
        ...(word ? [{ at: word.at }] : []),
        ...(jump ? [{ at: jump.call.nameAt, note: { zh: '打开找到的小程序', en: 'opens what was found' } }] : []),
        ...(asked?.contexts[0] ? callPath(asked, asked.contexts[0]).related : []),
      ],
      ...(word && jump ? {} : { verdict: 'review' as const }),
    })
  },
)
