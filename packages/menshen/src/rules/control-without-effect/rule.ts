import {
  bindingsAt,
  type Element,
  entryWords,
  isEntry,
  joined,
  plainAttribute,
  rule,
  type Span,
  shownIn,
  tagSpan,
  type Unit,
  wordsIn,
} from '../kit.ts'
import { inertControls } from './inert.ts'
import { deadSeen } from './seen.ts'

const TAPS = new Set([
  'tap',
  'longpress',
  'submit',
  'getphonenumber',
  'getuserinfo',
  'chooseavatar',
  'getrealtimephonenumber',
  'opensetting',
])
/** Handlers that are there to swallow the tap. */
const SWALLOWS = /stop|noop|prevent|empty|none|nothing|return|block|void|move|forbid|ban|disable|mask|dummy|no[A-Z_]?|^_+$|^(?:do|on)?tap$/i
/** What lies under a dialog: a tap on it is only to be kept from what is behind. */
const VEIL = /mask|overlay|backdrop|shade|modal|dialog|popup/i
/** A way to sign in that does nothing is another rule's. */
const SIGNING_IN = ['verify-code', 'register', 'login'].map((kind) => entryWords(kind))
const signsIn = (text: string): boolean => text.length <= 20 && SIGNING_IN.some((words) => isEntry(words, text))
const quoted = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text)
/** Beyond this many controls without handlers the program shows what controls look like. */
const SHOWCASE = 6
/** What a button says when there is nothing to do any more, or not yet. */
const STATE =
  /已(?:出售|售|卖出|下架|结束|领完|抢完|关闭|停)|^(?:已|未|正在|暂|请|等待|剩余)|暂无|(?:没有|无)可用|中(?:\.\.\.|…)?$|结束|截止|加载|成功|失败|已满|售罄|无货|过期|失效|loading|\.\.\./i
const MOST_RELATED = 12
const ROW_CONTROLS = new Set(['switch', 'checkbox', 'checkbox-group', 'radio-group', 'slider', 'picker'])

export default rule(
  {
    clauses: ['wx-op/11.1', 'wx-op/11.3'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    platforms: ['wechat'],
    partial: true,
    messages: {
      missing: {
        what: { zh: '“{words}”绑定的方法 {handler} 不存在', en: '“{words}” is bound to {handler}, which does not exist' },
        why: {
          zh: '点按没有任何反应，功能没有做完；审核会逐个点按入口。',
          en: 'A tap does nothing: the function is not finished. Reviewers tap every entry.',
        },
        fix: { zh: '写上这个方法，改正名字，或去掉这个入口。', en: 'Write the method, put its name right, or remove the entry.' },
      },
      empty: {
        what: { zh: '“{words}”点按后什么也不做', en: '“{words}” does nothing when it is tapped' },
        why: {
          zh: '绑定的方法 {handler} 是空的，入口没有功能。',
          en: 'The method {handler} that it is bound to is empty, so the entry has no function.',
        },
        fix: { zh: '实现这个功能，或去掉入口。', en: 'Write the function or remove the entry.' },
      },
      'falls-silent': {
        what: { zh: '“{words}”出过一次提示之后，再点就没有任何反应', en: '“{words}” does nothing any more once it has complained' },
        why: {
          zh: '用户照提示补好了内容，按钮却不再起作用，只能退出重来。常见原因是防重复点击的锁没有解开。',
          en: 'People put right what was asked for, and the button has stopped working; they have to leave and begin anew. Often a lock against double taps was never taken off.',
        },
        fix: {
          zh: '在 {handler} 的每一条出路上都解开锁，包括校验不通过和请求失败。',
          en: 'Take the lock off on every way out of {handler}, for a form that is not complete and a request that fails too.',
        },
      },
      silent: {
        what: { zh: '点“{words}”多次都没有任何反应', en: '“{words}” was tapped several times, and nothing happened' },
        why: {
          zh: '没有提示、没有跳转、界面也没有变化；请人确认这个入口是否可用。',
          en: 'No sign, no move, no difference on the screen: a person has to see whether this entry works.',
        },
        fix: {
          zh: '给出结果或说明；暂时不能用就置灰并写明原因。',
          en: 'Show an outcome or say why; if it cannot be used yet, grey it and say so.',
        },
      },
      unbound: {
        what: {
          zh: '“{words}”看起来可以点按，却没有绑定任何操作',
          en: '“{words}” looks as if it could be tapped, but nothing is bound to it',
        },
        why: {
          zh: '没有功能的按钮和菜单说明小程序还没有做完。',
          en: 'Buttons and menu rows without a function show that the program is not finished.',
        },
        fix: {
          zh: '绑定处理方法或跳转；不需要点按就去掉箭头、按钮样式。',
          en: 'Bind a handler or a target; if it is not to be tapped, take away the arrow or the button.',
        },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    const words = (element: Element) => wordsIn(interpretation, element).replace(/\s+/g, ' ').trim()
    const works = (element: Element | null): boolean => {
      for (let at = element; at !== null; at = at.parent)
        if (
          bindingsAt(interpretation, at).some((one) => one.status !== 'missing' && !one.empty) ||
          ['navigator', 'label', 'picker'].includes(at.tag)
        )
          return true
      return false
    }
    const opensSomething = (element: Element) => element.attributes.some((one) => /^(?:open|form)-?type$/i.test(one.name))
    const drawn = (element: Element) => {
      const inside = shownIn(interpretation, element)
      return inside.length === 0 || inside.some((one) => one.reachable)
    }
    const grouped = new Map<
      string,
      { at: Span; data: Record<string, string>; related: { at: Span }[]; seen: boolean; kind: 'missing' | 'empty' }
    >()
    let opaque = 0
    for (const binding of interpretation.bindings) {
      const { element, unit } = binding
      if (!TAPS.has(binding.event) || program.vendored.has(binding.template) || (unit.script && program.vendored.has(unit.script))) continue
      if (interpretation.opaque.has(unit.base) || binding.status === 'unknown') {
        opaque++
        continue
      }
      const kind = binding.status === 'missing' ? 'missing' : binding.empty ? 'empty' : undefined
      const handler = binding.handlers[0]
      if (!kind || !handler || !/^[\w$]+$/.test(handler)) continue
      if (SWALLOWS.test(handler) && (binding.catches || kind === 'empty' || VEIL.test(plainAttribute(element, 'class') ?? ''))) continue
      const text = words(element)
      if (
        text === '' ||
        text.length > 60 ||
        STATE.test(text) ||
        signsIn(text) ||
        works(element) ||
        opensSomething(element) ||
        !drawn(element)
      )
        continue
      const within = interpretation.bindings.filter(
        (one) => one !== binding && one.element.start > element.start && one.element.end < element.end && one.template === binding.template,
      )
      // A caught tap around other controls keeps them from closing a sheet.
      if (binding.catches && within.length > 0) continue
      // A row around its own switch: that is what people use.
      if (within.some((one) => ROW_CONTROLS.has(one.element.tag) && one.status !== 'missing' && !one.empty)) continue
      const key = `${binding.template}:${handler}:${kind}`
      const had = grouped.get(key)
      if (had) {
        if (had.related.length < MOST_RELATED && had.at.start !== binding.at.start)
          had.related.push({ at: tagSpan(element, binding.template) })
        continue
      }
      grouped.set(key, {
        at: tagSpan(element, binding.template),
        data: { words: quoted(text), handler },
        related:
          kind === 'empty' && binding.handlerAt
            ? [{ at: binding.handlerAt }]
            : unit.script
              ? [{ at: { file: unit.script, start: 0, end: 1 } }]
              : [],
        seen: interpretation.reachable.has(unit.base),
        kind,
      })
    }
    for (const one of grouped.values())
      both.say(one.kind, {
        clauses: ['wx-op/11.1'],
        at: one.at,
        data: one.data,
        related: one.related,
        verdict: one.seen ? 'violation' : 'review',
      })

    const inert: { readonly at: Span; readonly words: string; readonly seen: boolean; readonly sort: string }[] = []
    const units: readonly Unit[] = [...program.pages, ...program.components.values()]
    for (const unit of units) {
      const template = unit.template ? program.templates.get(unit.template) : undefined
      // The inside of a component may be tapped by whoever uses it.
      if (!template || unit.kind !== 'page' || (unit.script && program.vendored.has(unit.script))) continue
      for (const { element, sort } of inertControls(template)) {
        const text = words(element)
        if (text.length < 2 || text.length > 40 || signsIn(text) || STATE.test(text) || !drawn(element)) continue
        inert.push({ at: tagSpan(element, template.file), words: quoted(text), seen: interpretation.reachable.has(unit.base), sort })
      }
    }
    if (inert.length > SHOWCASE) {
      const [first, ...rest] = inert
      if (first)
        both.say('unbound', {
          clauses: ['wx-op/11.1'],
          at: first.at,
          data: { words: first.words },
          related: rest.slice(0, 40).map(({ at }) => ({ at })),
          verdict: 'review',
        })
    } else {
      // The same words again, or the rows of one menu, are the same mistake again.
      for (const [at, one] of inert.entries()) {
        const same = inert.filter(
          (other) =>
            other.at.file === one.at.file &&
            (other.words === one.words || (other.sort === one.sort && other.sort !== 'button' && other.sort !== '')),
        )
        if (inert.indexOf(same[0]!) === at)
          both.say('unbound', {
            clauses: ['wx-op/11.1'],
            at: one.at,
            data: { words: one.words },
            related: same.slice(1).map((other) => ({ at: other.at })),
            verdict: one.seen ? 'violation' : 'review',
          })
      }
    }
    for (const { message, detail } of run ? deadSeen(program, interpretation, run) : []) both.show(message, detail)
    both.done()
    if (opaque > 0)
      return { notChecked: { zh: `${opaque} 处绑定的方法没能确定`, en: `the methods of ${opaque} bindings could not be told` } }
  },
)
