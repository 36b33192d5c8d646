import { callPath, callsIn, codeMarks, joined, moveOf, recordSpot, rule, type Span, stepsWitness, trusted, type Value } from '../kit.ts'

/** Texts that only find the global object or a module; no code comes in by them. */
const INNOCENT =
  /^\s*(?:return this|return globalThis|this|globalThis|require\(['"][\w./-]+['"]\)(?:\.\w+)?|['"]r['"]|return this\.constructor|return\s+\w+\s*|regeneratorRuntime\s*=\s*r|r, regeneratorRuntime)[\s;]*$/
/** What stands at each node type in a dispatcher, as against a parser that only gives nodes their names. */
const DISPATCH = /(?:case\s*["'`]|[{,]\s*["'`]?)(\w+(?:Statement|Expression|Declaration|Literal))["'`]?\s*(?::|\()/g
/** From here on a table of node types is no accident. */
const TYPES = 12
const OUTSIDE = new Set(['response', 'api', 'storage', 'query'])

const isCode = (value: Value | undefined): boolean =>
  value !== undefined && (value.open || value.constants.some((one) => typeof one === 'string' && !INNOCENT.test(one)))
const fromOutside = (value: Value | undefined) => value?.origins.find((origin) => OUTSIDE.has(origin.source))

export default rule(
  {
    clauses: ['wx-op/14.3.2', 'later/no-js-interpreter'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    messages: {
      downloaded: {
        what: { zh: '用 {how} 执行从包外得到的代码（{source}）', en: '{how} runs code that comes from outside the package ({source})' },
        why: {
          zh: '执行下载来的脚本等于绕过审核，随时可以换成别的功能。',
          en: 'Running a script that was fetched goes round the review: it can become anything at any time.',
        },
        fix: {
          zh: '把逻辑写进包里；服务器只下发数据，用固定的函数表解释。',
          en: 'Put the logic into the package; let the server send data for a fixed table of functions.',
        },
      },
      made: {
        what: { zh: '用 {how} 把文本变成代码执行', en: '{how} makes code out of a text' },
        why: {
          zh: '运行时生成代码可用来执行未经审核的内容，小程序环境也不支持。',
          en: 'Code made at run time may be code that nobody reviewed, and mini programs do not support it.',
        },
        fix: {
          zh: '改成普通函数；第三方库请换成不依赖它的版本。',
          en: 'Write an ordinary function; for a library take a build that does without.',
        },
      },
      interpreter: {
        what: { zh: '代码包里带有 JS 解释器（{name}）', en: 'The package holds a JavaScript interpreter ({name})' },
        why: {
          zh: '内置解释器就能运行下载来的脚本，平台不接受，即使只用来做四则运算或由依赖带入。',
          en: 'With an interpreter the program can run scripts that it fetches. The platform does not accept one, not even for sums or inside a dependency.',
        },
        fix: { zh: '删掉解释器和依赖它的库，用固定的函数代替。', en: 'Remove it and what depends on it; use fixed functions instead.' },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    const done = new Set<string>()
    const once = (at: Span) => !done.has(`${at.file}:${at.start}`) && done.add(`${at.file}:${at.start}`)

    for (const call of interpretation.callsOf('eval', 'Function', 'setTimeout')) {
      if (call.ns !== 'js') continue
      const contexts = call.contexts.filter((context) => context.root.kind !== 'unbound')
      const codeOf = (args: readonly Value[]) => (call.api === 'Function' ? args.at(-1) : args[0])
      // A timer is nearly always given a function: only a text that is known, or a field of an answer, says otherwise.
      const textual = (value: Value | undefined) =>
        call.api !== 'setTimeout' ||
        (value !== undefined &&
          (value.pieces.length > 0 ||
            value.constants.some((one) => typeof one === 'string') ||
            value.origins.some(({ source }) => source === 'response')))
      const outsideOf = (value: Value | undefined) => (textual(value) ? fromOutside(value) : undefined)
      const context =
        contexts.find((one) => outsideOf(codeOf(one.args))) ?? contexts.find((one) => textual(codeOf(one.args)) && isCode(codeOf(one.args)))
      if (!context) continue
      const code = codeOf(context.args)
      const outside = outsideOf(code)
      // A constant text came with the package and was there to be read.
      if (!outside && code && !code.open) continue
      if (!once(call.at)) continue
      const how = call.api === 'setTimeout' ? 'setTimeout' : call.api
      if (outside)
        both.say('downloaded', {
          at: call.nameAt,
          data: { how, source: outside.name === '' ? outside.source : `${outside.source}: ${outside.name}` },
          ...callPath(call, context),
          related: [...callPath(call, context).related, { at: outside.at, note: { zh: '来自这里', en: 'comes from here' } }],
        })
      else both.say('made', { at: call.nameAt, data: { how }, ...callPath(call, context), verdict: 'review', confidence: 'medium' })
    }

    const marks = codeMarks('interpreter')
    const names = marks.flatMap((row) => (row.strength === 'weak' ? [] : row.marks))
    const plain = names.map((name) => name.toLowerCase())
    const packages = { names: new Set(names), plain: new Set(plain), bare: new Set(plain.map((name) => name.replace(/\.js$/, ''))) }
    const known = new Map<string, boolean>()
    const holds = (path: string): boolean => {
      let found = known.get(path)
      if (found === undefined) known.set(path, (found = pathHolds(path, packages)))
      return found
    }
    for (const [file, facts] of interpretation.scripts) {
      const whole: Span = { file, start: 0, end: 1 }
      const named = facts.functions.length > 5 && holds(file)
      const required = facts.specifiers.find(({ source }) => holds(source))
      if (facts.nodeTypeNames >= TYPES) {
        const types = new Set([...(program.files.text(file) ?? '').slice(0, 2_000_000).matchAll(DISPATCH)].map((match) => match[1]))
        const dispatches = types.size >= TYPES - 4
        if (once(whole))
          both.say('interpreter', {
            at: whole,
            data: {
              name: named
                ? file.split('/').at(-1)!
                : { zh: `按 ${types.size} 种语法节点分派`, en: `it dispatches on ${types.size} kinds of syntax nodes` },
            },
            // A parser alone runs nothing.
            verdict: dispatches ? 'violation' : 'review',
            confidence: named || types.size >= TYPES ? 'high' : 'medium',
          })
      } else if (named && !interpretation.unentered.has(file) && once(whole))
        both.say('interpreter', { at: whole, data: { name: file.split('/').at(-1)! }, verdict: 'review' })
      if (required && !program.vendored.has(file)) {
        const at: Span = { file, start: required.start, end: required.end }
        if (once(at)) both.say('interpreter', { at, data: { name: required.source } })
      }
      // What nothing reaches may still be reached by a path that was not seen.
      const unread = interpretation.opaque.size > 0
      for (const one of facts.dynamicCode) {
        const at: Span = { file, start: one.start, end: one.end }
        if (one.constant !== null || program.vendored.has(file) || interpretation.unentered.has(file) || !unread || !once(at)) continue
        both.say('made', { at, data: { how: one.kind }, verdict: 'review', severity: 'warning', confidence: 'low' })
      }
    }

    // In a run the text itself is known, and by which answer it came.
    const ran = new Set<string>()
    for (const pass of run ? trusted(run) : [])
      for (const call of callsIn(pass, 'Function', 'eval')) {
        const move = moveOf(pass, call)
        const text = typeof call.args === 'string' ? call.args : ''
        const at = recordSpot(program, pass, call)
        const key = JSON.stringify('file' in at ? [at.file, at.start] : at)
        if (!move || ran.has(key) || text.trim() === '' || INNOCENT.test(text) || ('file' in at && program.vendored.has(at.file))) continue
        ran.add(key)
        const answer = call.cause.chain.findLast((name) => /^(?:request|downloadFile|cloud\.|SocketTask)/.test(name))
        const seen = { zh: `执行的文本：${text.slice(0, 60)}`, en: `the text that is run: ${text.slice(0, 60)}` }
        both.show(answer ? 'downloaded' : 'made', {
          at,
          data: { how: call.api, ...(answer ? { source: answer } : {}) },
          // a text that merely comes up after an answer may have been there before
          ...(answer ? { confidence: 'medium' as const } : { verdict: 'review' as const, confidence: 'medium' as const }),
          witness: stepsWitness(pass, move, seen),
        })
      }
    both.done()
  },
)

/** True when a path or a specifier names one of the packages: `eval5`, `lib/eval5.min.js`, but not `canjs-tools`. */
function pathHolds(path: string, { names, plain, bare }: Readonly<Record<'names' | 'plain' | 'bare', ReadonlySet<string>>>): boolean {
  return (
    names.has(path) ||
    path
      .toLowerCase()
      .split('/')
      .some((part) => plain.has(part) || bare.has(part.replace(BUILT, '')))
  )
}
const BUILT = /(?:[.-](?:min|umd|esm|cjs|browser))*\.(?:js|ts)$/
