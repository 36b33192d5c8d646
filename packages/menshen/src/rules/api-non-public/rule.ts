import { apiTable, callPath, codeMarks, joined, moveOf, recordSpot, recordsIn, rule, type Span, stepsWitness } from '../kit.ts'

const BRIDGES = new Set(['WeixinJSBridge', '__WeixinJSBridge', 'WeixinJSCore', 'NativeGlobal'])
/** Names that the client gives to programs although the list of calls does not hold them. */
const KNOWN = /^(?:cloud|env|version|pro|error|navigateToDevMiniProgram|\$|_|[A-Z])/

export default rule(
  {
    clauses: ['wx-op/14.4.1'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    platforms: ['wechat'],
    messages: {
      private: {
        what: { zh: '调用了微信内部的接口 {api}', en: 'The client’s inner interface {api} is called' },
        why: {
          zh: '只能使用文档公开的接口；内部接口随时失效，还可能越权取得数据。',
          en: 'Only documented interfaces may be used; inner ones change at any time and may reach data that nobody granted.',
        },
        fix: {
          zh: '改用公开接口；没有对应的公开接口就去掉这项功能。',
          en: 'Use a public interface, or remove the function if there is none.',
        },
      },
      unknown: {
        what: { zh: '公开接口里没有 wx.{api}', en: 'wx.{api} is not among the public interfaces' },
        why: {
          zh: '它可能是内部或尚未公开的接口，也可能是写错了名字。',
          en: 'It may be inner or not public yet, or its name is misspelt.',
        },
        fix: { zh: '核对开发文档；不是公开接口就不要用。', en: 'Look it up in the documents, and do without if it is not there.' },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    const table = apiTable('wechat')
    const named = new Set(
      codeMarks('non-public')
        .filter((row) => row.strength === 'strong')
        .flatMap((row) => row.marks.flatMap((mark) => (mark.startsWith('wx.') ? [mark.slice(3)] : []))),
    )
    /** What the program hangs on wx by itself. */
    const own = new Set(interpretation.mentions.filter((mention) => mention.api.endsWith('=')).map((mention) => mention.api.slice(0, -1)))
    const seen = new Map<string, { readonly related: { readonly at: Span }[] }>()
    for (const call of interpretation.calls) {
      const bridge = BRIDGES.has(call.ns)
      if (!bridge && call.ns !== 'wx') continue
      const context = call.contexts.find((one) => one.root.kind !== 'unbound')
      // What a framework's runtime or a library for several platforms does is theirs, and tried out before it is used.
      if (!context || program.vendored.has(call.at.file)) continue
      const name = call.api.split('.')[0]!.replace(/=$/, '')
      const inner = bridge || named.has(name)
      if (!inner) {
        if (
          call.api.includes('.') ||
          call.api.endsWith('=') ||
          !/^[a-z]\w+$/.test(name) ||
          KNOWN.test(name) ||
          own.has(name) ||
          table.find(name)
        )
          continue
        // A framework's runtime adds names of its own to the object that stands for wx.
        if (table.families.some((row) => row.name === name) || !table.complete || program.framework !== 'native') continue
        // Tried out first: meant for newer clients.
        if (call.contexts.every((one) => one.guards.some((guard) => guard.source.includes(name) || guard.source.includes('canIUse'))))
          continue
      }
      const key = inner ? `inner:${bridge ? call.ns : name}` : name
      const had = seen.get(key)
      if (had) {
        if (had.related.length < 12) had.related.push({ at: call.nameAt })
        continue
      }
      const path = callPath(call, context)
      const related = [...path.related]
      seen.set(key, { related })
      if (inner) both.say('private', { at: call.nameAt, data: { api: bridge ? `${call.ns}.${call.api}` : `wx.${name}` }, ...path, related })
      else both.say('unknown', { at: call.nameAt, data: { api: name }, related, verdict: 'review', severity: 'info', confidence: 'low' })
    }

    // A name that was put together as the program went. That it is unknown to us is the point here, whatever it would have answered.
    const called = new Set<string>()
    for (const pass of run?.passes ?? [])
      for (const call of recordsIn(pass, 'call')) {
        const name = call.api.split('.')[0]!
        const inner = named.has(name)
        const unknown =
          call.unimplemented &&
          !call.api.includes('.') &&
          /^[a-z]\w+$/.test(name) &&
          !KNOWN.test(name) &&
          !own.has(name) &&
          !table.find(name)
        if ((!inner && !unknown) || called.has(name) || (!inner && (!table.complete || program.framework !== 'native'))) continue
        const at = recordSpot(program, pass, call)
        const move = moveOf(pass, call)
        if (!move || !('file' in at) || program.vendored.has(at.file) || table.families.some((row) => row.name === name)) continue
        called.add(name)
        both.show(inner ? 'private' : 'unknown', {
          at,
          data: { api: inner ? `wx.${name}` : name },
          ...(inner ? {} : { verdict: 'review' as const, severity: 'info' as const, confidence: 'low' as const }),
          witness: stepsWitness(pass, move, { zh: `调用了 wx.${name}`, en: `wx.${name} is called` }),
        })
      }
    both.done()
  },
)
