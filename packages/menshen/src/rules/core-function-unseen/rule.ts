import { journey, type Listing, type Pass, pageFile, pageSpot, pageWords, rule, screenAfter, stepsWitness, trusted } from '../kit.ts'

const HAN = /\p{Script=Han}+/gu
/** Said of every program, so that it tells nothing about this one. */
const COMMON =
  /^(?:小程|程序|提供|服务|平台|我们|用户|一个|可以|方便|快捷|轻松|您的|为您|以及|功能|使用|应用|专业|优质|在线|移动|手机|随时|随地|欢迎|打造|体验|生活|支持|各种|更多|最新|全新|致力|帮助|进行|实现|通过|查看|了解|信息|内容|管理|系统|工具)$/
/** So few words say nothing that could be looked for. */
const LEAST = 6
const pairsIn = (text: string): ReadonlySet<string> => {
  const out = new Set<string>()
  for (const [run] of text.matchAll(HAN)) for (let i = 0; i + 2 <= run.length; i++) out.add(run.slice(i, i + 2))
  return out
}
/** Home as it opens, and what one tap from there shows. */
const near = (pass: Pass) =>
  pass.moves.filter((move) => {
    const way = journey(pass, move)
    const start = way[0]?.step
    return (
      (start?.do === 'launch' || (start?.do === 'open' && start.query === '')) && way.filter((one) => one.step.do === 'tap').length <= 1
    )
  })
const promised = (listing: Listing): string => [listing.intro, listing.description].filter((one) => typeof one === 'string').join(' ')

/** What the introduction promises has to be found on the home page, or one tap away. */
export default rule(
  {
    clauses: ['wx-op/3.2', 'wx-op/3.1'],
    needs: ['program', 'listing', 'run'],
    since: '2026-11',
    severity: 'info',
    confidence: 'low',
    platforms: ['wechat'],
    partial: true,
    messages: {
      'not-on-home': {
        what: {
          zh: '简介里写的内容，在首页和点一下能到的页面上都没有看到',
          en: 'Nothing of the introduction is to be seen on the home page, or one tap from it',
        },
        why: {
          zh: '核心功能应当在首页体现，打开就找得到，并且与提交的简介一致。',
          en: 'The core function has to show on the home page, be found at once, and agree with the introduction.',
        },
        fix: {
          zh: '把主要功能放到首页，或改写简介，让两者一致。',
          en: 'Put the main function on the home page, or rewrite the introduction so that both agree.',
        },
      },
    },
  },
  ({ program, listing, run }, report) => {
    const words = new Set([...pairsIn(promised(listing))].filter((pair) => !COMMON.test(pair)))
    const home = program.home?.slice(program.root.length)
    if (words.size < LEAST || home === undefined) return
    const passes = trusted(run).filter((pass) => pass.profile === 'accept-all' && ['sweep', 'taps'].includes(pass.kind))
    const seen = passes.flatMap((pass) => near(pass).map((move) => screenAfter(pass, move))).flatMap(pageWords)
    const shown = pairsIn(seen.join(' '))
    // a home page of pictures says nothing that we could read
    if (shown.size < LEAST * 2) return
    if ([...words].some((pair) => shown.has(pair))) return
    const pass = passes[0]!
    const move = pass.moves.find((one) => screenAfter(pass, one)?.state.route === home) ?? pass.moves[0]!
    report('not-on-home', {
      at: pageFile(program, home, pageSpot(pass, move)),
      related: [{ at: { listing: listing.intro ? 'intro' : 'description' } }],
      verdict: 'review',
      witness: stepsWitness(pass, move),
    })
  },
)
