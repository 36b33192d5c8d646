import { callPath, consentOn, joined, rule, type Value, wordsIn } from '../kit.ts'
import { postedIn } from './run.ts'
import { PUBLISH_LABEL, PUBLISHES, READS, TEXT_KEY } from './signs.ts'

const strings = (value: Value | undefined) =>
  value ? [...value.constants, ...value.pieces.flat()].filter((one): one is string => typeof one === 'string') : []

export default rule(
  {
    clauses: ['wx-op/9.1'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    messages: {
      posted: {
        what: { zh: '没有用户操作就以其名义发表内容', en: 'Something is published in the user’s name although nobody did anything' },
        why: {
          zh: '发表、评论、转发须由用户本人决定，程序不能代发。',
          en: 'People decide themselves what they publish, comment or forward; a program may not do it for them.',
        },
        fix: { zh: '把发布放到用户点按之后，并让用户看到要发的内容。', en: 'Publish on a tap, and show what will be published.' },
      },
    },
  },
  ({ program, interpretation, run }, tell) => {
    const { say: report, show, done } = joined(program, tell)
    const calls = interpretation
      .callsOf('request', 'cloud.callFunction', 'cloud.callContainer', 'cloud.database.add')
      .filter(({ at }) => !program.vendored.has(at.file))
    let seen = false
    for (const call of calls)
      for (const context of call.contexts) {
        const later =
          context.root.kind === 'gesture' &&
          context.path.some(({ how }) => how === 'timer') &&
          !(context.root.element && PUBLISH_LABEL.test(wordsIn(interpretation, context.root.element)))
        if (!later && !['lifecycle', 'module', 'observer', 'unload', 'event'].includes(context.root.kind)) continue
        const [options] = context.args
        const where = [...strings(options?.get('url')), ...strings(options?.get('name'))].map((text) =>
          text.replace(/^https?:\/\/[^/]+/, ''),
        )
        const named = where.find((text) => PUBLISHES.test(text))
        const posts = call.api !== 'request' || strings(options?.get('method')).some((one) => /post|put/i.test(one))
        if (!named || !posts || READS.test(named.replace(PUBLISHES, '')) || consentOn(context, interpretation)?.clears) continue
        seen = true
        const data = options?.get('data')
        const written = (data?.keys() ?? []).filter((key) => TEXT_KEY.test(key)).flatMap((key) => strings(data?.get(key)))
        if (written.length === 0 && (data?.keys() ?? []).length > 0) continue
        report('posted', {
          at: call.nameAt,
          ...callPath(call, context),
          ...(written.some((text) => text.trim().length > 1) ? { confidence: 'high' as const } : { verdict: 'review' as const }),
        })
        break
      }
    for (const detail of run ? postedIn(program, run) : []) show('posted', detail)
    done()
    if (!seen) return
  },
)
