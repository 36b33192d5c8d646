import { type CallContext, callPath, joined, rule, wayBack, wordingsIn } from '../kit.ts'
import { directorySeen } from './seen.ts'

const JUMPS = ['navigateToMiniProgram', 'openEmbeddedMiniProgram']
/** From how many other programs on a collection is a directory and no longer a partner link. */
const MANY = 5
const DIRECTORY =
  /(?:小程序|应用)(?:推荐|大全|盒子|排行|榜|导航|商店|市场|集合)|(?:推荐|热门|精选|更多|好玩|在用)的?(?:小程序|公众号)|公众号(?:推荐|排行)|^(?:公众号|小程序)「[^」]+」/

/** Entries of several kinds, of which some lead to other programs: a banner or a menu of one's own, as far as one can see. */
const sorted = ({ guards }: CallContext): boolean =>
  guards.some(
    ({ source, origins }) => !/app_?id/i.test(source) && origins.some((one) => one.source === 'event' || one.source === 'response'),
  )

export default rule(
  {
    clauses: ['wx-op/5.10', 'wx-op/3.9', 'later/box-program', 'later/douyin-jump-list'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      directory: {
        what: { zh: '集中跳转其他小程序：共 {count} 个', en: 'A collection of jumps to other mini programs: {count}' },
        why: {
          zh: '未经同意不得做小程序的推荐、排行或集中跳转入口。',
          en: 'Without consent nobody may recommend, rank or collect other mini programs.',
        },
        fix: {
          zh: '只保留业务必需的跳转，删去合集和推荐位。',
          en: 'Keep the jumps that the service needs and remove collections and recommendations.',
        },
      },
      'server-list': {
        what: { zh: '列表中的每一项都跳转到服务器指定的小程序', en: 'Every item of a list jumps to a program that a server names' },
        why: {
          zh: '由服务器下发跳转目标，可随时变成广告位或小程序推荐位，须由人查看去向。',
          en: 'Targets named by a server can become advertising or a directory at any time; a human has to see where they lead.',
        },
        fix: {
          zh: '把跳转目标写死为业务所需的小程序，并在界面写明去向。',
          en: 'Name the programs that the service needs in the code, and say on screen where a tap leads.',
        },
      },
      recommended: {
        what: { zh: '向用户推荐其他小程序或公众号：“{text}”', en: 'Other mini programs or accounts are recommended: "{text}"' },
        why: {
          zh: '未经授权不得展示、推荐其他小程序或公众号。',
          en: 'Other mini programs and accounts may not be shown or recommended without permission.',
        },
        fix: { zh: '删去推荐内容。', en: 'Remove the recommendation.' },
      },
    },
  },
  ({ program, interpretation, copy, run }, report) => {
    const douyin = program.platform === 'douyin'
    const both = joined(program, report)
    const played = run ? directorySeen(program, run, JUMPS, douyin ? 11 : MANY) : undefined
    const targets = new Map<string, { file: string; start: number; end: number }>()
    for (const { kind, url, at } of interpretation.navigations)
      if (kind === 'miniProgram')
        for (const id of url.constants) if (typeof id === 'string' && id.length > 5 && !targets.has(id)) targets.set(id, at)
    const calls = interpretation.callsOf(...JUMPS).filter(({ contexts }) => contexts.some(({ root }) => root.kind !== 'unbound'))
    for (const call of calls)
      for (const { root, args } of call.contexts)
        if (root.kind !== 'unbound')
          for (const id of args[0]?.get('appId')?.constants ?? [])
            if (typeof id === 'string' && id.length > 5 && !targets.has(id)) targets.set(id, call.nameAt)
    const spots = [...new Map([...targets.values()].map((at) => [`${at.file}:${at.start}`, at])).values()]
    const [first, ...rest] = spots
    const many = targets.size >= (douyin ? 11 : MANY)
    // Partners of many functions, each on its own page, are no collection.
    const perFile = new Map<string, number>()
    for (const { file } of targets.values()) perFile.set(file, (perFile.get(file) ?? 0) + 1)
    const gathered = douyin || Math.max(0, ...perFile.values()) >= MANY
    if (many && first) {
      const from = calls.flatMap(({ contexts }) => contexts.flatMap(({ args }) => args[0]?.get('appId')?.places ?? [])).slice(0, 3)
      both.say('directory', {
        at: first,
        data: { count: String(targets.size) },
        ...(gathered ? {} : { verdict: 'review' as const, confidence: 'medium' as const }),
        related: [...rest.slice(0, 10).map((at) => ({ at })), ...from.map(({ at }) => ({ at })), ...words().slice(0, 2)],
      })
    }
    const listed = calls.flatMap((call) => {
      const context = call.contexts.find(({ root, args }) => {
        const id = args[0]?.get('appId')
        return (
          root.kind !== 'unbound' &&
          id !== undefined &&
          wayBack(id.origins).some(({ source, path }) => source === 'response' && /\*/.test(path))
        )
      })
      return context ? [{ call, context }] : []
    })
    if (!douyin)
      // A second place that leads elsewhere shows that the list is advertising and not one partner.
      for (const { call, context } of listed)
        both.say('server-list', {
          at: call.nameAt,
          ...callPath(call, context),
          ...(listed.length + targets.size >= 2 && !sorted(context)
            ? { confidence: 'medium' as const }
            : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
    if (!douyin && !many)
      for (const { at, text, strength } of recommendations().slice(0, 3))
        both.say('recommended', {
          at,
          data: { text },
          ...(strength && targets.size > 0
            ? { confidence: 'medium' as const }
            : { verdict: 'review' as const, confidence: 'medium' as const }),
        })
    if (played) both.show('directory', played)
    both.done()
    if (!played && calls.length === 0 && targets.size === 0 && recommendations().length === 0) return 'inapplicable'

    function recommendations() {
      const found = wordingsIn(program, copy, ['box']).map(({ at, text, strength }) => ({ at, text, strength: strength === 'strong' }))
      const more = copy.copies.filter(
        ({ text, reachable }) => reachable && text.length < 60 && DIRECTORY.test(text) && !/关注公众号|本小程序|添加到/.test(text),
      )
      for (const one of more)
        if (!found.some(({ at }) => at.file === one.at.file && Math.abs(at.start - one.at.start) < 200))
          found.push({ at: one.at, text: one.text.slice(0, 40), strength: true })
      return found
    }
    function words() {
      return recommendations().map(({ at }) => ({ at }))
    }
  },
)
