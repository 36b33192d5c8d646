import {
  type ApiCall,
  type CallContext,
  callPath,
  decided,
  type Interpretation,
  joined,
  type Origin,
  type ProgramModel,
  rule,
  type Shown,
  type Span,
  saidIn,
  shownOn,
  type Text,
  tagSpan,
  textsOf,
  type Unit,
  type Value,
  writesOf,
} from '../kit.ts'
import { facesOf } from './faces.ts'
import { seenSwitches } from './run.ts'
import {
  COMMERCE,
  comparesVersion,
  ENTRY_PAGE,
  editionMatters,
  gated,
  namedReview,
  REVIEW_STAGE,
  type Sources,
  saysIn,
  sourcesOf,
  UPDATE_NOTE,
} from './signs.ts'

const MOVES = ['redirectTo', 'reLaunch', 'switchTab', 'navigateTo']
const TABS = ['setTabBarItem', 'removeTabBarBadge', 'hideTabBar']
type Sign = 'version' | 'named' | 'place' | 'build'
const SIGNS: Readonly<Record<Sign, Text>> = {
  version: { zh: '服务器返回值与程序版本', en: 'a server’s answer and the program’s version' },
  named: { zh: '服务器返回的审核开关', en: 'a review flag from a server' },
  place: { zh: '时间与用户所在地', en: 'the time and the user’s place' },
  build: { zh: '程序运行的版本环境', en: 'the build’s environment' },
}

/** What a condition says by its text alone. */
const textSigns = (source: string) => ({
  version: comparesVersion(source),
  named: namedReview(source) || REVIEW_STAGE.test(source),
})
const signOf = (from: Sources, text: ReturnType<typeof textSigns>): Sign | undefined => {
  if (from.remote && (from.build || from.version || text.version)) return 'version'
  if (from.remote && (from.named || text.named)) return 'named'
  if (from.time && from.region) return 'place'
  return from.build ? 'build' : undefined
}
/** A page may leave everything that it shows and does to its components; what turns while it waits is none of that. */
const hasComponents = (program: ProgramModel, { template }: Unit): boolean =>
  (template === null ? undefined : program.templates.get(template))?.elements.some(
    ({ tag }) =>
      tag.includes('-') &&
      !/^(?:web-view|scroll-view|cover-|page-|movable-|picker-|rich-text|root-portal)|load|nav|skeleton|spin|icon|image/.test(tag),
  ) ?? false
const pageOf = (url: string): string => url.replace(/^\//, '').split('?', 1)[0] ?? ''
const trail = (origins: readonly Origin[]) =>
  origins.slice(0, 5).map((origin) => ({
    text: {
      zh: `来自 ${origin.name || origin.source}${origin.path ? `.${origin.path}` : ''}`,
      en: `from ${origin.name || origin.source}${origin.path ? `.${origin.path}` : ''}`,
    },
    at: origin.at,
  }))

/** A move that is made when the program runs as released, and not when it runs as reviewers get it. */
const onlyReleased = (interpretation: Interpretation, { at }: ApiCall): boolean => {
  const made = (one: Interpretation): boolean =>
    one
      .callsOf(...MOVES)
      .some((call) => call.at.file === at.file && call.at.start === at.start && call.contexts.some(({ root }) => root.kind === 'lifecycle'))
  return made(interpretation.on('release')) && !made(interpretation.on('trial'))
}

export default rule(
  {
    clauses: ['wx-op/5.14', 'wx-op/3.1', 'later/evasion', 'later/douyin-evasion'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    messages: {
      'area-switched': {
        what: { zh: '页面内容由{by}决定是否出现', en: 'What a page shows is switched by {by}' },
        why: {
          zh: '审核时看到的内容与上线后不同属于规避审核；两种面貌都在代码包里。',
          en: 'Showing reviewers something else than users see evades review; both faces are in the package.',
        },
        fix: {
          zh: '去掉开关，让所有版本显示同样的内容；功能未备好就不要放进提审的包。',
          en: 'Remove the switch so that every version shows the same; leave unfinished functions out of the submission.',
        },
      },
      'two-faces': {
        what: {
          zh: '服务器的一个开关决定首页显示哪一副面孔',
          en: 'One word of a server decides which of two faces an entry page shows',
        },
        why: {
          zh: '一副在卖东西，另一副没有：审核时看到的可能不是用户看到的。',
          en: 'One of them sells, the other does not: what reviewers see may not be what users see.',
        },
        fix: {
          zh: '让所有人看到同样的内容；确实因人而异的，按用户自己的状态决定。',
          en: 'Show everybody the same; what differs from user to user should follow from the user’s own state.',
        },
      },
      'start-switched': {
        what: { zh: '启动后由服务器决定打开哪个页面', en: 'After the start a server decides which page opens' },
        why: {
          zh: '审核人员可能被带到一个页面，用户被带到另一个；隐藏的页面就在代码包里。',
          en: 'Reviewers may be led to one page and users to another; the hidden page is in the package.',
        },
        fix: {
          zh: '固定首页，让页面都能从界面上的入口到达。',
          en: 'Keep one home page and make every page reachable from what is on screen.',
        },
      },
      'start-by-edition': {
        what: { zh: '只有正式版启动后才跳到这个页面', en: 'Only the released edition goes to this page by itself' },
        why: {
          zh: '体验版和审核时看到的是一个首页，发布后用户看到的是另一个；两种面貌都在代码包里。',
          en: 'The trial edition and review see one start, users after the release another; both are in the package.',
        },
        fix: {
          zh: '所有版本用同一个首页，版本环境只用来选择服务器地址或显示测试标记。',
          en: 'Let every edition start the same; use the environment for server addresses and marks of a test build only.',
        },
      },
      'tabs-switched': {
        what: { zh: '标签栏由{by}改变', en: 'The tab bar is changed by {by}' },
        why: {
          zh: '审核时与上线后的标签栏不同，可能是在隐藏服务。',
          en: 'A tab bar that differs between review and release may hide a service.',
        },
        fix: { zh: '在 app.json 里固定标签栏。', en: 'Keep the tab bar as app.json has it.' },
      },
    },
  },
  ({ program, interpretation, run }, tell) => {
    const { say: report, show, done } = joined(program, tell)
    // 1. Areas of pages.
    const areas = new Map<
      string,
      { sign: Sign; shown: Shown; condition: Shown['conditions'][number]; from: Sources; words: string; spots: Span[] }
    >()
    const texts = new Map<string, ReturnType<typeof textSigns>>()
    // Everything in an area stands under the same conditions.
    const behind = new Map<Value, Sources>()
    const sourcesBehind = (value: Value): Sources => {
      let sources = behind.get(value)
      if (!sources) behind.set(value, (sources = sourcesOf(value.origins)))
      return sources
    }
    // What stands together has its conditions together. Without one of these no sign comes about, whatever the text says.
    const tellingOf = new Map<Shown['conditions'], Shown['conditions']>()
    const telling = (conditions: Shown['conditions']): Shown['conditions'] => {
      let known = tellingOf.get(conditions)
      if (!known) {
        known = conditions.filter(({ value }) => {
          const from = sourcesBehind(value)
          return from.remote || from.build || from.time
        })
        tellingOf.set(conditions, known)
      }
      return known
    }
    for (const shown of interpretation.shown) {
      if (!interpretation.reachable.has(shown.unit.base)) continue
      for (const condition of telling(shown.conditions)) {
        const from = sourcesBehind(condition.value)
        let text = texts.get(condition.source)
        if (!text) texts.set(condition.source, (text = textSigns(condition.source)))
        const sign = signOf(from, text)
        if (!sign) continue
        // A record that was loaded has a version of its own; what is compared with the program's is no record.
        if (
          sign === 'version' &&
          !text.version &&
          !from.build &&
          (condition.value.keys().length > 0 || condition.value.constants.includes(null))
        )
          continue
        // An item of a list or one of several states is not the program's own review.
        if (sign === 'named' && condition.value.origins.every(({ source, path }) => source === 'response' && /\.\*(?:\.|$)/.test(path)))
          continue
        if (
          sign === 'named' &&
          !REVIEW_STAGE.test(condition.source) &&
          (/\bitem\b|===?\s*['"\d]/.test(condition.source) || !/^[{\s!(]*[\w$.]+[)\s}]*$/.test(condition.source))
        )
          continue
        const words = saysIn(interpretation, gated(shown, condition.at.start), shown)
        if (UPDATE_NOTE.test(words) && !COMMERCE.test(words)) continue
        const origin = from.named ?? from.version ?? from.build ?? from.remote ?? from.all[0]
        const key = origin ? `${origin.at.file}:${origin.at.start}:${sign}` : condition.source
        const had = areas.get(key)
        if (!had) areas.set(key, { sign, shown, condition, from, words, spots: [condition.at] })
        else {
          if (!had.spots.some((spot) => spot.file === condition.at.file && spot.start === condition.at.start)) had.spots.push(condition.at)
          if (!had.words.includes(words)) had.words = `${had.words} ${words}`.slice(0, 4000)
        }
      }
    }
    for (const { sign, shown, condition, from, words, spots } of areas.values()) {
      const sells = COMMERCE.test(words)
      // A yes or no of the package's own that an answer picked hides nothing where nothing is sold.
      if (!sells && condition.value.origins.every(({ channel }) => channel === 'choice')) continue
      // Debug panels and notes by environment or by region hide nothing that is sold.
      if (sign === 'build' || (sign === 'place' && !sells)) continue
      const name = /[A-Za-z_$][\w$]*/.exec(condition.source.replace(/[{}!()\s]/g, ' '))?.[0]
      const write = writesOf(interpretation, shown.unit.base).find((one) => one.path?.split('.')[0] === name)
      const { value } = condition
      /** Both answers are written down here, and the server's picks one of them. */
      const both =
        value.constants.includes(true) && value.constants.includes(false) && value.origins.some(({ channel }) => channel === 'choice')
      const certain = sells && (value.open || both)
      report('area-switched', {
        at: write?.at ?? condition.at,
        data: { by: SIGNS[sign] },
        related: [
          ...(write ? spots : spots.slice(1)).slice(0, 8).map((at) => ({ at, note: { zh: '受控的区域', en: 'an area it switches' } })),
          ...from.all.slice(0, 3).map(({ at }) => ({ at })),
        ],
        witness: {
          kind: 'flow',
          steps: [
            ...trail(
              from.all.filter(
                (origin, i, all) => all.findIndex((one) => one.at.start === origin.at.start && one.at.file === origin.at.file) === i,
              ),
            ),
            ...(write ? [{ text: { zh: `写入 ${name}`, en: `${name} is set` }, at: write.at }] : []),
            { text: { zh: '决定显示什么', en: 'decides what shows' }, at: condition.at },
          ],
        },
        ...(certain ? {} : { verdict: 'review' as const }),
      })
    }

    for (const { shown, other } of facesOf(program, interpretation)) {
      const from = sourcesOf(shown.value.origins)
      report('two-faces', {
        at: shown.at,
        verdict: 'review',
        confidence: 'low',
        related: [
          { at: tagSpan(other, shown.template), note: { zh: '另一副面孔', en: 'the other face' } },
          ...from.all.slice(0, 3).map(({ at }) => ({ at })),
        ],
        witness: { kind: 'flow', steps: [...trail(from.all), { text: { zh: '决定显示什么', en: 'decides what shows' }, at: shown.at }] },
      })
    }

    // Two editions of the program side by side: what only the released one offers is hidden from review.
    const asks = interpretation.mentions.find(({ api, called }) => called && /^get(?:AccountInfoSync|EnvInfoSync)$/.test(api))
    const matters =
      asks !== undefined &&
      [...interpretation.scripts.keys()].some((file) => !program.vendored.has(file) && editionMatters(program.files.text(file) ?? ''))
    if (asks && matters) {
      const release = interpretation.on('release')
      const trial = interpretation.on('trial')
      const texts = (one: Interpretation, other: Interpretation) =>
        shownOn(one, other).flatMap((shown) => textsOf(decided(shown, other)).map((text) => ({ shown, text })))
      const before = new Set(texts(trial, release).map(({ shown, text }) => `${shown.unit.base} ${text}`))
      const added = texts(release, trial).filter(({ shown, text }) => COMMERCE.test(text) && !before.has(`${shown.unit.base} ${text}`))
      const [first, ...others] = added
      if (first) {
        const written = first.shown.value.places.find(({ constant }) => constant === first.text)?.at
        const writes = interpretation.writes
          .filter(({ unit, root }) => unit.base === first.shown.unit.base && root.kind !== 'gesture')
          .slice(0, 6)
        report('area-switched', {
          at: written ?? first.shown.at,
          data: { by: SIGNS.build },
          confidence: 'high',
          related: [
            { at: asks.at, note: { zh: '在这里取得版本环境', en: 'where the edition is asked for' } },
            { at: first.shown.at },
            ...writes.map(({ at }) => ({ at })),
            ...others.slice(0, 6).map(({ shown }) => ({ at: shown.at })),
          ],
        })
      }
    }

    // 2. Pages opened by the program itself, by a server's word.
    const linked = new Map<string, Set<string>>()
    for (const { from, url, at, call } of interpretation.navigations) {
      const unasked = call?.contexts.every(({ root }) => root.kind === 'lifecycle') ?? false
      for (const one of url.constants) {
        if (typeof one !== 'string') continue
        const key = pageOf(one)
        const set = linked.get(key) ?? new Set()
        set.add(unasked ? `start ${from.base}` : `${at.file}:${at.start}`)
        linked.set(key, set)
      }
    }
    const tabs = new Set(program.tabBar.map(({ page }) => page))
    const pages = new Set(program.pages.map(({ base }) => base.slice(program.root.length)))
    /** A page of the package that nothing on screen leads to. */
    const hidden = (page: string) =>
      pages.has(page) &&
      !tabs.has(page) &&
      !tabs.has(program.root + page) &&
      !ENTRY_PAGE.test(page) &&
      program.root + page !== program.home &&
      [...(linked.get(page) ?? [])].every((by) => by.startsWith('start '))
    const starts: { call: ApiCall; context: CallContext; targets: string[]; open: boolean; sign: Sign | undefined }[] = []
    const edition: { call: ApiCall; context: CallContext }[] = []
    for (const call of interpretation.callsOf(...MOVES))
      for (const context of call.contexts) {
        const { root, after, guards, args } = context
        if (root.kind !== 'lifecycle') continue
        if (root.unit.kind !== 'app' && root.unit.base !== program.home) continue
        const url = args[0]?.get('url')
        if (!url) continue
        if (sourcesOf(guards.flatMap(({ origins }) => origins)).build && onlyReleased(interpretation, call)) {
          const away = url.constants.filter((one): one is string => typeof one === 'string').map(pageOf)
          if (away.some(hidden)) edition.push({ call, context })
          break
        }
        if (!after.some(({ api }) => api === 'request' || api.startsWith('cloud.call'))) continue
        const from = sourcesOf([...guards.flatMap(({ origins }) => origins), ...url.origins])
        if (!from.remote && url.constants.length < 2) continue
        const sign =
          signOf(from, textSigns(guards.map(({ source }) => source).join(' '))) ??
          (guards.some(
            (guard) =>
              guard.origins.some(({ source }) => source === 'response') && /(?:[<>]=?)\s*[A-Z_]{3,}|[A-Z_]{3,}\s*[<>]/.test(guard.source),
          )
            ? 'version'
            : undefined)
        const targets = url.constants.filter((one): one is string => typeof one === 'string').map(pageOf)
        starts.push({ call, context, targets, open: url.open && url.origins.some(({ source }) => source === 'response'), sign })
        break
      }
    for (const { call, context } of edition) report('start-by-edition', { at: call.nameAt, ...callPath(call, context), confidence: 'high' })
    const all = new Set(starts.flatMap(({ targets }) => targets))
    const told = new Set<string>()
    for (const { call, context, targets, open, sign } of starts) {
      const away = targets.filter(hidden)
      const orphan = open && [...pages].some((page) => hidden(page) && !linked.has(page))
      if (away.length === 0 && !orphan) continue
      if (away.length > 0 && all.size < 2 && !sign && !orphan) continue
      const sellsOnHidden = saidIn(interpretation).some(
        ({ unit, text }) => COMMERCE.test(text) && hidden(unit.slice(program.root.length)) && !linked.has(unit.slice(program.root.length)),
      )
      // A start page with nothing of its own, or a comparison with the build, leaves little doubt.
      const bare =
        context.root.unit.kind === 'page' &&
        !interpretation.bindings.some((binding) => binding.unit.base === context.root.unit.base) &&
        !hasComponents(program, context.root.unit)
      // A home page that stays where it is unless the answer says so is the other face.
      const stays = context.root.unit.base === program.home && !bare && (sign === 'named' || sign === 'version')
      const sure =
        (away.length > 0 && (stays || ((bare || sign !== undefined) && all.size >= 2))) ||
        (orphan && (sign !== undefined || (bare && sellsOnHidden)))
      // One function that opens pages in every way there is makes one decision.
      const last = context.path.at(-1)?.at
      const key = `${context.root.unit.base} ${last?.file}:${last?.start} ${targets.join(' ')}`
      if (told.has(key)) continue
      told.add(key)
      report('start-switched', {
        at: call.nameAt,
        ...callPath(call, context),
        confidence: sign ? 'high' : 'medium',
        ...(sure ? {} : { verdict: 'review' as const }),
      })
    }

    // 3. Tab bars.
    for (const call of interpretation.callsOf(...TABS)) {
      const context = call.contexts.find(({ root }) => root.kind !== 'unbound' && root.kind !== 'gesture')
      if (!context) continue
      const sign = signOf(
        sourcesOf(context.guards.flatMap(({ origins }) => origins)),
        textSigns(context.guards.map(({ source }) => source).join(' ')),
      )
      if (sign) report('tabs-switched', { at: call.nameAt, data: { by: SIGNS[sign] }, ...callPath(call, context), verdict: 'review' })
    }
    if (run) for (const { message, data, detail } of seenSwitches(program, interpretation, run)) show(message, { ...detail, data })
    done()
  },
)
