import { attributeOf, joined, pageFile, rule, stepsWitness, trusted, wordsIn } from '../kit.ts'

/** Calls that make nothing: a toast on a picture is no function. */
const EMPTY = new Set([
  'showToast',
  'hideToast',
  'showModal',
  'showLoading',
  'hideLoading',
  'showShareMenu',
  'hideShareMenu',
  'vibrateShort',
  'vibrateLong',
  'setNavigationBarTitle',
  'getUpdateManager',
  'getSystemInfoSync',
  'getSystemInfo',
  'previewImage',
  'canIUse',
  'stopPullDownRefresh',
  'pageScrollTo',
  'createSelectorQuery',
  'getLogManager',
  'getAccountInfoSync',
  'getSystemInfoAsync',
])
const FORMS = new Set([
  'input',
  'textarea',
  'picker',
  'picker-view',
  'slider',
  'switch',
  'radio',
  'checkbox',
  'form',
  'canvas',
  'map',
  'video',
  'audio',
  'camera',
  'live-player',
  'editor',
  'web-view',
  'movable-view',
  'swiper',
  'ad',
])
const MOST_WORDS = 200

export default rule(
  {
    clauses: ['wx-op/3.5'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    platforms: ['wechat'],
    partial: true,
    messages: {
      simple: {
        what: { zh: '整个小程序只有一个静态页面，没有可用的功能', en: 'The whole program is one still page without a function' },
        why: {
          zh: '功能不能过于简单；没有数据、没有操作的单页会被拒绝。',
          en: 'A program must not be too simple; one page without data or anything to do is refused.',
        },
        fix: { zh: '做出用户能使用的功能再提交。', en: 'Submit it once it does something for people.' },
      },
    },
  },
  ({ program, interpretation, run }, tell) => {
    const both = joined(program, tell)
    const report = both.say
    const said = still()
    seen()
    both.done()
    return said

    /** One screen, whatever was tried: seldom more than two things to tap, nothing to fill in, nothing fetched. */
    function seen() {
      const passes = run ? trusted(run) : []
      const screens = passes.flatMap((pass) => pass.screens)
      const [first] = screens
      if (!first?.state.route || program.pages.length > 2) return
      const looks = new Set(screens.map(({ state }) => `${state.route} ${state.shape} ${state.text.map((one) => one.text).join()}`))
      const taps = new Set(
        screens.flatMap(({ tappables }) => (tappables ?? []).filter((one) => one.layer === 'page').map((one) => one.selector)),
      )
      const alive =
        screens.some(
          ({ state }) =>
            state.fields > 0 || state.embeds.length > 0 || state.prompts.length > 0 || state.scroll.height > state.scroll.viewport * 2,
        ) || passes.some((pass) => pass.records.some(({ kind }) => kind === 'network' || kind === 'media'))
      if (looks.size > 1 || taps.size > 2 || alive || first.state.blank) return
      const pass = passes[0]!
      const move = pass.moves.findLast((one) => one.after !== null)
      if (!move) return
      both.show('simple', {
        at: pageFile(program, first.state.route, { page: first.state.route }),
        related: [{ at: { page: first.state.route } }],
        verdict: 'review',
        witness: stepsWitness(pass, move, { zh: '无论怎么操作，都只有这一个画面', en: 'whatever was tried, there is this one screen' }),
      })
    }
    function still(): undefined | { readonly notChecked: { readonly zh: string; readonly en: string } } {
      const pages = program.pages.filter((page) => page.template !== null)
      const [home] = pages
      if (pages.length !== 1 || !home?.template) return undefined
      if (program.framework !== 'native' || interpretation.opaque.size > 0 || program.problems.some(({ hides }) => hides))
        return { notChecked: { zh: '页面未能还原', en: 'the page was not understood' } }
      if (program.components.size > 0 || program.plugins.length > 0) return undefined
      const template = program.templates.get(home.template)
      if (
        !template ||
        template.elements.some(
          (element) =>
            FORMS.has(element.tag) || element.tag.includes('-') || element.attributes.some(({ name }) => /^open-?type$/i.test(name)),
        )
      )
        return undefined
      if (interpretation.calls.some((call) => !EMPTY.has(call.api) && call.contexts.some(({ root }) => root.kind !== 'unbound')))
        return undefined
      // What a tap computes and shows is a function, however small.
      if (interpretation.writes.some(({ root }) => root.kind === 'gesture' || root.kind === 'event')) return undefined
      const words = template.elements
        .filter((element) => element.parent === null)
        .map((element) => wordsIn(interpretation, element))
        .join('')
      if (words.length > MOST_WORDS) return undefined
      const first = template.elements[0]
      // A dialog that answers a tap may be what people come for.
      const answers = interpretation.callsOf('showModal').some((call) => call.contexts.some(({ root }) => root.kind === 'gesture'))
      // A list may be all that people come for.
      const lists = template.elements.some((element) => attributeOf(element, 'wx:for'))
      if (first)
        report('simple', {
          at: { file: template.file, start: first.start, end: first.openEnd },
          verdict: lists || answers ? 'review' : 'violation',
        })
      return undefined
    }
  },
)
