import {
  apiTable,
  type CallContext,
  callPath,
  isRead,
  joined,
  type ProgramModel,
  rule,
  type Span,
  tagSpan,
  textsOf,
  textsShown,
  type Value,
} from '../kit.ts'
import { unfinishedSeen } from './seen.ts'
import { gradeOf, type Kind } from './words.ts'

/** Options of the text interfaces whose words a user reads. */
const SLOTS = ['title', 'content', 'itemList', 'confirmText', 'cancelText', 'text', 'alertText'] as const
const DEBUG_GUARD = /devtools|platform|envVersion|develop|trial|isDev|debug|DEBUG|env\b/
/** What stands in fields to be filled in is an example. */
const HINTS = new Set(['placeholder', 'src', 'url', 'name', 'value'])

/** The texts of a value and of the entries of a list. */
const textsIn = (value: Value): readonly string[] => {
  const entries = value.elements()
  return entries.length === 0 ? textsOf(value) : [value, ...entries].flatMap(textsOf)
}
const released = (context: CallContext) =>
  !context.guards.some((guard) => DEBUG_GUARD.test(guard.source) || guard.origins.some((one) => DEBUG_GUARD.test(one.path)))
const placeOf = (value: Value, text: string, otherwise: Span): Span =>
  value.places.find((place) => place.constant === text)?.at ?? (value.constants.includes(text) ? value.at : null) ?? otherwise

/** So many places of this kind in one template were never filled in. */
const STUB = 3
/** Where a template says what it shows: its own text, and what it hands to components as a title or a label. */
const FIXED = new Set(['', 'title', 'label', 'text', 'content', 'desc'])
const sourceOf = (program: ProgramModel, { file, start, end }: Span): string => program.files.text(file)?.slice(start, end) ?? ''

/** Whether a text stands in the source as it is shown. */
const isWritten = (program: ProgramModel, { file, start, end }: Span, text: string): boolean =>
  program.files.text(file)?.slice(start, end).includes(text.trim()) ?? false

export default rule(
  {
    clauses: ['wx-op/11.1', 'wx-op/6.2.3'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    partial: true,
    messages: {
      'not-built': {
        what: { zh: '告诉用户功能还没做好：“{text}”', en: 'Users are told that a function is not there yet: “{text}”' },
        why: {
          zh: '提交的应是完成品，点进去只有“开发中”的入口会被拒绝。',
          en: 'What is submitted has to be finished; an entry that only says it is being built is refused.',
        },
        fix: { zh: '做好再放出入口，或先去掉这个入口。', en: 'Finish the function first, or remove the entry for now.' },
      },
      demo: {
        what: { zh: '向用户说明这是演示或测试：“{text}”', en: 'Users are told that this is a demonstration or a test: “{text}”' },
        why: {
          zh: '演示版、测试版不是可以发布的成品，其中的流程也走不完。',
          en: 'A demonstration or a test version is no finished program, and its functions cannot be carried through.',
        },
        fix: {
          zh: '接入真实功能，去掉演示说明；不提供的功能去掉入口。',
          en: 'Connect the real function and take the notice away, or remove the entry.',
        },
      },
      sample: {
        what: { zh: '页面上有测试数据：“{text}”', en: 'The page shows test data: “{text}”' },
        why: { zh: '残留的测试数据说明内容没有准备好。', en: 'Left-over test data shows that the content is not ready.' },
        fix: { zh: '换成真实内容，或在没有数据时显示空状态。', en: 'Put real content there, or show an empty state.' },
      },
      markup: {
        what: { zh: '界面文字没有填好：“{text}”', en: 'A text of the interface was not filled in: “{text}”' },
        why: {
          zh: '用户会看到代码里的占位符，属于没有做完的内容。',
          en: 'Users see a placeholder of the code: the content is not finished.',
        },
        fix: { zh: '写上要告诉用户的话。', en: 'Write what users are to be told.' },
      },
      debug: {
        what: { zh: '发布的版本打开了调试开关', en: 'The release switches debugging on' },
        why: {
          zh: '调试面板会出现在用户的界面上，说明这是测试版本。',
          en: 'The debugging panel shows up for users: this is a test build.',
        },
        fix: { zh: '删掉它，或只在开发版里打开。', en: 'Remove it, or switch it on in development builds only.' },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    const said = new Set<string>()
    const once = (kind: Kind | 'debug', text: string) => !said.has(`${kind}:${text}`) && said.add(`${kind}:${text}`)
    const show = (text: string) => text.trim().slice(0, 40)

    for (const call of interpretation.callsOf(...apiTable(program.platform).family('shows-text'))) {
      if (call.ns !== 'wx') continue
      for (const context of call.contexts) {
        if (context.root.kind === 'unbound') continue
        const options = context.args[0]
        // Title and content of one dialog say one thing.
        const told = new Set<Kind>()
        for (const slot of SLOTS) {
          const value = options?.get(slot)
          if (!value) continue
          for (const text of textsIn(value)) {
            const grade = gradeOf(text)
            // A toast of one's own tests in the console's style is not content.
            if (!grade || grade.kind === 'sample') continue
            // `null` and `undefined` out of what is put together stand for what the walk could not tell.
            if (grade.kind === 'markup' && !value.places.some(({ constant, at }) => constant === text && isWritten(program, at, text)))
              continue
            if (!once(grade.kind, text) || told.has(grade.kind)) continue
            told.add(grade.kind)
            const tapped = context.root.kind === 'gesture'
            // A server may close a function for a while; that is an answer, not a stub.
            const answered = context.guards.some((guard) =>
              guard.origins.some((origin) => origin.source === 'response' || origin.source === 'storage'),
            )
            const certain = grade.kind === 'not-built' ? tapped && !answered : grade.sure && !answered
            both.say(grade.kind, {
              at: placeOf(value, text, call.nameAt),
              data: { text: show(text) },
              related: [{ at: call.nameAt }, ...callPath(call, context).related],
              verdict: certain ? 'violation' : 'review',
              ...(grade.kind === 'not-built' ? { clauses: ['wx-op/11.1'] } : {}),
            })
          }
        }
      }
    }

    const stubs = new Map<string, Set<number>>()
    const samples: { readonly at: Span; readonly text: string; readonly unit: string | null }[] = []
    for (const shown of interpretation.shown) {
      if (HINTS.has(shown.slot) || !isRead(shown.slot) || !shown.reachable || program.vendored.has(shown.unit.script ?? '')) continue
      for (const text of textsShown(shown)) {
        const grade = gradeOf(text)
        if (!grade) continue
        const seen = interpretation.reachable.has(shown.unit.base) || shown.unit.kind === 'app'
        if (grade.kind === 'sample') {
          // In the template itself nothing can take its place any more; a list's may come from a server later.
          const fixed = FIXED.has(shown.slot) && seen && !shown.value.open && !sourceOf(program, shown.at).includes('{{')
          const unit = fixed ? shown.unit.base : null
          if (unit !== null) stubs.set(unit, (stubs.get(unit) ?? new Set<number>()).add(shown.at.start))
          if (once(grade.kind, text)) samples.push({ at: placeOf(shown.value, text, shown.at), text, unit })
          continue
        }
        if (!once(grade.kind, text)) continue
        const used = shown.element ? tagSpan(shown.element, shown.template) : shown.at
        const composed = !shown.value.constants.includes(text)
        if (grade.kind === 'markup' && (composed || !/^<|\[object/.test(text.trim()))) continue
        both.say(grade.kind, {
          at: placeOf(shown.value, text, shown.at),
          data: { text: show(text) },
          related: [{ at: used }],
          verdict: grade.sure && seen && shown.slot === '' ? 'violation' : 'review',
          ...(grade.kind === 'not-built' ? { clauses: ['wx-op/11.1'] } : {}),
        })
      }
    }

    // One word about all of them: whether they are left over is for a person to see, unless a whole page is made of them.
    const stub = samples.find(({ unit }) => unit !== null && (stubs.get(unit)?.size ?? 0) >= STUB)
    const [sample, ...others] = stub ? [stub, ...samples.filter((one) => one !== stub)] : samples
    if (sample)
      both.say('sample', {
        at: sample.at,
        data: { text: show(sample.text) },
        related: others.slice(0, 20).map(({ at }) => ({ at })),
        clauses: ['wx-op/11.1'],
        ...(stub ? {} : { verdict: 'review' as const, severity: 'warning' as const, confidence: 'medium' as const }),
      })

    for (const call of interpretation.callsOf('setEnableDebug')) {
      const context = call.contexts.find(
        (one) => one.root.kind !== 'unbound' && released(one) && one.args[0]?.get('enableDebug')?.constants.includes(true),
      )
      if (context && once('debug', ''))
        both.say('debug', { at: call.nameAt, clauses: ['wx-op/11.1'], verdict: context.root.kind === 'gesture' ? 'review' : 'violation' })
    }
    const { app } = program.config
    const debug = app.at(['debug'])
    if (debug && (app.value as { readonly debug?: unknown }).debug === true && once('debug', ''))
      both.say('debug', { at: debug, clauses: ['wx-op/11.1'], verdict: 'review', severity: 'warning' })
    for (const { message, detail } of run ? unfinishedSeen(program, interpretation, run) : []) both.show(message, detail)
    both.done()
  },
)
