import { type ApiCall, type CallContext, callPath, type Guard, rule, textsOf, wayBack, wordsIn } from '../kit.ts'

const JUMPS = ['navigateToMiniProgram', 'openEmbeddedMiniProgram']
/** What is held back until then. */
const UNLOCKS =
  /解锁|才能|才可|方可|后可|后即|即可(?:解锁|使用|保存|下载|查看|领取|获得|获取|继续|观看)|免费(?:使用|获取|领取|解锁)|获得.{0,6}(?:次数|机会|权限)/
const VISITS = /小程序|打开|前往|跳转|体验|访问|浏览|逛|返回/
/** The platform's own pages for contracts and payment points: without them some ways of paying do not work. */
const PLATFORM = new Set(['wxbd687630cd02ce1d', 'wxd8f3793ea3b935b8', 'wx308bd2aeb83d3345'])
/** Words and marks on the screen are not what somebody came for. */
const ASIDE = /^(?:show|hide)(?:Toast|Modal|Loading|ActionSheet)$|^report|^vibrate|^nextTick$|^get(?:Storage|System|Setting)/

/** What the dialogs and the thing that was tapped say on the way to the jump. */
const saidBefore = ({ after }: CallContext): readonly string[] =>
  after.flatMap((call) =>
    /^show(?:Modal|ActionSheet)$/.test(call.api)
      ? call.contexts.flatMap(({ args: [options] }) => [
          [options?.get('title'), options?.get('content')].flatMap((one) => (one ? textsOf(one) : [])).join(' '),
        ])
      : [],
  )
/** A condition that is not the user's own answer to a question. */
const isState = ({ origins }: Guard): boolean =>
  !wayBack(origins).some(({ source, name }) => source === 'event' || (source === 'api' && /^show(?:Modal|ActionSheet)$/.test(name)))

export default rule(
  {
    clauses: ['wx-op/3.9', 'wx-op/5.10'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    platforms: ['wechat'],
    partial: true,
    messages: {
      'visit-first': {
        what: { zh: '要先打开别的小程序才能用：“{text}”', en: 'Another mini program has to be opened first: "{text}"' },
        why: {
          zh: '功能的使用不得以打开其他小程序为条件，也不得借此替别人推广。',
          en: 'No function may depend on opening another mini program, nor be traded for promoting one.',
        },
        fix: {
          zh: '直接开放功能；合作小程序只作为可选入口，并写明将打开其他小程序。',
          en: 'Open the function to everybody; leave the partner as an option that says where it leads.',
        },
      },
    },
  },
  ({ interpretation }, report) => {
    const jumps = interpretation.callsOf(...JUMPS).filter(({ contexts }) => contexts.some(({ root }) => root.kind !== 'unbound'))
    if (jumps.length === 0) return 'inapplicable'
    /** What the same handler does where the condition of the jump is the other way round. */
    const otherwise = (context: CallContext): ApiCall | undefined => {
      const states = context.guards.filter(isState)
      return interpretation.calls.find(
        ({ api, contexts }) =>
          !ASIDE.test(api) &&
          !JUMPS.includes(api) &&
          contexts.some(
            ({ root, guards }) =>
              root.at.file === context.root.at.file &&
              root.at.start === context.root.at.start &&
              guards.some((guard) =>
                states.some((one) => one.holds !== guard.holds && one.at.file === guard.at.file && one.at.start === guard.at.start),
              ),
          ),
      )
    }
    for (const call of jumps)
      for (const context of call.contexts) {
        const { root, args } = context
        const targets = args[0]?.get('appId')?.constants ?? []
        if (root.kind !== 'gesture' || targets.some((one) => PLATFORM.has(String(one)))) continue
        const texts = [...saidBefore(context), root.element ? wordsIn(interpretation, root.element) : '']
        const text = texts.find((one) => UNLOCKS.test(one) && VISITS.test(one))
        if (text === undefined) continue
        const kept = otherwise(context)
        report('visit-first', {
          at: call.nameAt,
          ...callPath(call, context),
          data: { text: text.trim().slice(0, 40) },
          related: [
            ...callPath(call, context).related,
            ...(kept ? [{ at: kept.nameAt, note: { zh: '没去过就到不了这里', en: 'out of reach until then' } }] : []),
          ],
          ...(kept ? {} : { verdict: 'review' as const, confidence: 'low' as const }),
        })
        break
      }
  },
)
