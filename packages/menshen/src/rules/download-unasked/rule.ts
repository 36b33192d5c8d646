import { type CallContext, callPath, consentOn, joined, rule, type Span } from '../kit.ts'
import { downloadsSeen } from './seen.ts'

const LOADS = ['downloadFile', 'preloadVideo', 'cloud.downloadFile']
const LOOPS = /\b(?:for|while)\s*(?:await\s*)?\(|\.(?:forEach|map|reduce)\s*\(|Promise\.all/
const NETWORK = new Set(['getNetworkType', 'onNetworkStatusChange'])
/** Beyond this many addresses it is a stock of files and no longer a picture or a font. */
const FEW = 3

export default rule(
  {
    clauses: ['wx-op/14.7.2'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    platforms: ['wechat'],
    messages: {
      'downloaded-unasked': {
        what: { zh: '页面打开就成批下载文件，不看网络', en: 'Many files are downloaded when a page opens, whatever the network' },
        why: {
          zh: '移动网络下，不得在用户不知情时下载过多文件。',
          en: 'On a mobile network, many files may not be downloaded without the user knowing.',
        },
        fix: {
          zh: '由用户点按下载；移动网络下先告知大小并征得同意。',
          en: 'Download on a tap, and on a mobile network say how much first.',
        },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    const played = run ? downloadsSeen(program, run, LOADS) : []
    const calls = interpretation
      .callsOf(...LOADS)
      .filter(({ at, contexts }) => !program.vendored.has(at.file) && contexts.some(({ root }) => root.kind !== 'unbound'))
    if (calls.length === 0 && played.length === 0) return 'inapplicable'
    /** A loop on the way: in the names of the steps, or written right before a step. */
    const looped = (context: CallContext, at: Span) =>
      context.path.some(({ name }) => /^(?:forEach|map|reduce|all)$/.test(name)) ||
      [...context.path.map((step) => step.at), at].some((span) => {
        const text = program.files.text(span.file)?.slice(Math.max(0, span.start - 160), span.start) ?? ''
        return LOOPS.test(text.slice(text.lastIndexOf('\n\n') + 1))
      })
    for (const call of calls) {
      const context = call.contexts.find((one) => {
        if (!['lifecycle', 'module', 'observer'].includes(one.root.kind) || consentOn(one, interpretation)?.clears) return false
        if (
          one.after.some(({ api }) => NETWORK.has(api)) ||
          one.guards.some(({ origins }) => origins.some(({ name }) => NETWORK.has(name)))
        )
          return false
        const url = one.args[0]?.get('url') ?? one.args[0]?.get('fileID') ?? one.args[0]
        const several = url !== undefined && url.constants.length > FEW
        return several || (url?.open === true && looped(one, call.at))
      })
      if (!context) continue
      const url = context.args[0]?.get('url')
      const sure = looped(context, call.at) && url?.open === true
      both.say('downloaded-unasked', { at: call.nameAt, ...callPath(call, context), ...(sure ? {} : { verdict: 'review' as const }) })
    }
    for (const detail of played) both.show('downloaded-unasked', detail)
    both.done()
  },
)
