import {
  type Binding,
  bindingsAt,
  callsBy,
  closest,
  entryWords,
  isEntry,
  joined,
  type ProgramModel,
  plainAttribute,
  rule,
  type Shown,
  textsOf,
  textsShown,
} from '../kit.ts'
import { seenWays } from './run.ts'

const KINDS = [
  { words: entryWords('verify-code'), clause: 'dy-review/1.1.1.2.b' },
  { words: entryWords('register'), clause: 'dy-review/1.1.1.2.a' },
  { words: entryWords('login'), clause: 'dy-review/1.1.1.2.b' },
] as const
const LATER = /(?:暂|还|尚)?未开放|敬请期待|开发中|暂不支持|即将上线|暂未|功能建设/
const TITLE = /请选择|请先|方式|说明|协议|须知|欢迎/
const TAPPED = new Set(['tap', 'submit', 'click', 'getphonenumber', 'getuserinfo', 'longpress'])

export default rule(
  {
    clauses: ['dy-review/1.1.1.2.a', 'dy-review/1.1.1.2.b', 'dy-review/1.1.1.4.b', 'wx-op/11.3', 'wx-op/11.1'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    // Read from the code; a run shows the rest.
    confidence: 'medium',
    partial: true,
    messages: {
      'does-nothing': {
        what: { zh: '“{text}”点了没有任何反应', en: '"{text}" does nothing when tapped' },
        why: { zh: '提供的每一种登录、注册方式都要能走通。', en: 'Every way offered to sign in or up has to work to the end.' },
        fix: { zh: '接上真正的处理流程；还没做好就先去掉入口。', en: 'Connect it, or take the entry away until it is ready.' },
      },
      'not-open-yet': {
        what: { zh: '“{text}”点了只提示“{said}”', en: '"{text}" only answers "{said}"' },
        why: {
          zh: '需要账号就要提供能用的注册，占位的入口会被驳回。',
          en: 'Where an account is needed, signing up has to work; a placeholder is refused.',
        },
        fix: { zh: '完成注册流程，或改用平台登录。', en: 'Finish the sign-up, or sign in with the platform.' },
      },
      throws: {
        what: { zh: '点“{text}”程序出错，登录或注册走不下去：{error}', en: 'Tapping "{text}" fails, so nobody can sign in or up: {error}' },
        why: { zh: '提供的登录、注册要能完整走通。', en: 'Every way offered to sign in or up has to work to the end.' },
        fix: { zh: '按调用栈找到这一行，处理缺失的值。', en: 'Follow the stack to this line and deal with the missing value.' },
      },
      'leads-nowhere': {
        what: { zh: '填好之后点“{text}”，没有任何反应', en: 'With everything filled in, "{text}" does nothing' },
        why: {
          zh: '验证码发不出、登录没有反应，这种方式就不可用。',
          en: 'A code that is never sent, a sign-in without an answer: this way does not work.',
        },
        fix: {
          zh: '检查取值的字段与服务器返回的字段是否一致，并在失败时给出提示。',
          en: 'See that the fields read are the fields that are set and answered, and say so when it fails.',
        },
      },
      'not-taken': {
        what: {
          zh: '服务器已经返回成功，点“{text}”仍提示“{said}”',
          en: 'The server said yes, yet "{text}" ends in "{said}"',
        },
        why: {
          zh: '授权之后要能完成登录，不能让用户反复授权。',
          en: 'Once granted, the sign-in has to come about, and not ask again and again.',
        },
        fix: { zh: '按服务器实际的返回判断成功。', en: 'Judge success by what the server really answers.' },
      },
      'cannot-be-typed': {
        what: { zh: '“{text}”输入框一直是禁用的', en: 'The field "{text}" stays disabled' },
        why: { zh: '输入框无法输入，这种登录方式就不可用。', en: 'A field that takes no input makes this way of signing in useless.' },
        fix: { zh: '在可以输入时解除 disabled。', en: 'Enable it when it can be filled in.' },
      },
    },
  },
  ({ program, interpretation, run }, tell) => {
    const { say: report, show, done } = joined(program, tell)
    const ways = run ? seenWays(program, interpretation, run) : []
    const told = new Set<string>()
    const entries = interpretation.shown.filter(
      (shown) =>
        shown.slot === '' &&
        shown.reachable &&
        shown.element !== null &&
        textsShown(shown).some((text) => text.length <= 20 && KINDS.some(({ words }) => isEntry(words, text))),
    )
    if (entries.length === 0 && ways.length === 0) return 'inapplicable'
    const clauses = (clause: string): readonly string[] => [clause, 'wx-op/11.3', 'wx-op/11.1']
    const bindingOf = (shown: Shown): Binding | undefined => {
      const tapped = closest(shown.element, (at) => bindingsAt(interpretation, at).some(({ event }) => TAPPED.has(event)))
      return tapped && bindingsAt(interpretation, tapped).find(({ event, unit }) => TAPPED.has(event) && unit === shown.unit)
    }
    for (const shown of entries) {
      const { element, unit, template } = shown
      if (!element || interpretation.opaque.has(unit.base)) continue
      const text = textsShown(shown).find((one) => !TITLE.test(one) && KINDS.some(({ words }) => isEntry(words, one))) ?? ''
      const kind = KINDS.find(({ words }) => isEntry(words, text))
      const key = `${template}:${element.start}`
      if (!kind || told.has(key)) continue
      const at = shown.at
      const binding = bindingOf(shown)
      const button = closest(element, ({ tag }) => tag === 'button')
      if (!binding) {
        // Words that stand there are no promise; a button is.
        const idle =
          button &&
          !button.attributes.some(({ name }) => /^(?:bind|catch|open-type|form-type|formType)/.test(name)) &&
          !closest(button, ({ tag }) => tag === 'navigator' || tag === 'form')
        if (!idle || plainAttribute(button, 'disabled') !== undefined) continue
        told.add(key)
        report('does-nothing', { at, data: { text: text.trim() }, clauses: clauses(kind.clause) })
        continue
      }
      if (binding.status === 'unknown') continue
      // A caught tap without a body keeps a dialog from closing; a component's event begins inside the component.
      if (binding.catches && binding.empty && binding.element.tag !== 'button') continue
      const custom = unit.components.has(binding.element.tag)
      const related = [
        { at: binding.at },
        ...(binding.handlerAt ? [{ at: binding.handlerAt, note: { zh: '处理函数', en: 'the handler' } }] : []),
      ]
      const calls = callsBy(interpretation, binding.element).filter((call) =>
        call.contexts.some(({ root }) => root.element === binding.element && root.unit === binding.unit),
      )
      const writes = interpretation.writes.some(({ root }) => root.element === binding.element && root.unit === binding.unit)
      const forms =
        binding.event === 'submit' ||
        closest(binding.element, ({ tag }) => tag === 'navigator') !== undefined ||
        plainAttribute(binding.element, 'open-type') !== undefined
      const nothing =
        binding.status === 'missing' ||
        binding.empty ||
        (!custom &&
          calls.length === 0 &&
          !writes &&
          !forms &&
          binding.handlerAt !== null &&
          inert(program, program.files.text(binding.handlerAt.file)?.slice(binding.handlerAt.start, binding.handlerAt.end) ?? ''))
      if (nothing) {
        told.add(key)
        report('does-nothing', { at, related, data: { text: text.trim() }, clauses: clauses(kind.clause) })
        continue
      }
      const toasts = calls.filter(({ api }) => api === 'showToast' || api === 'showModal')
      const said = toasts
        .flatMap((call) =>
          call.contexts.flatMap(({ args: [options] }) =>
            ['title', 'content'].flatMap((slot) => (options?.get(slot) ? textsOf(options.get(slot)!) : [])),
          ),
        )
        .find((one) => LATER.test(one))
      if (said && toasts.length === calls.length && !writes) {
        told.add(key)
        report('not-open-yet', {
          at: binding.handlerAt ?? at,
          related: [{ at }, { at: binding.at }],
          data: { text: text.trim(), said: said.trim() },
          clauses: clauses(kind.clause),
        })
      }
    }
    const written = ({ at }: Shown): string => program.files.text(at.file)?.slice(at.start, at.end) ?? ''
    // A code or password field that nothing ever enables.
    for (const shown of interpretation.shown) {
      if (shown.slot !== 'disabled' || shown.element?.tag !== 'input' || shown.value.open || interpretation.opaque.has(shown.unit.base))
        continue
      const label = plainAttribute(shown.element, 'placeholder') ?? ''
      if (
        !/验证码|密码|手机号|账号/.test(label) ||
        shown.value.constants.length === 0 ||
        // What is written later was something else, or nothing, before.
        interpretation.writes.some(({ unit, path }) => unit === shown.unit && (path === null || written(shown).includes(path))) ||
        !shown.value.constants.every((one) => one === true || one === 'true' || one === 'false')
      )
        continue
      report('cannot-be-typed', { at: shown.at, data: { text: label }, clauses: clauses('dy-review/1.1.1.2.b') })
    }
    for (const { message, clause, data, detail } of ways) show(message, { ...detail, data, clauses: clauses(clause) })
    done()
  },
)

const CALL = /([\w$]+|[\])])\s*(?:\?\.)?\(/g
const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g
/** Nothing is called, set or made but what goes to the console: a call that we could not follow may do anything, unless what it calls is empty. */
const inert = (program: ProgramModel, source: string): boolean => {
  const body = source
    .replace(COMMENTS, '')
    .replace(/(['"`])(?:\\.|(?!\1)[^\\])*\1/g, '0')
    .replace(/console\s*\.\s*\w+\s*\([^()]*\)/g, '')
  const start = body.search(/=>|\)\s*\{/)
  if (start < 0) return false
  const inside = body.slice(start).replace(/\b(?:if|for|while|switch|return)\s*\(/g, '0,')
  return (
    !/[^=!<>]=(?!=|>)|\+\+|--|\bawait\b|\bnew\b/.test(inside) &&
    [...inside.matchAll(CALL)].every(([, name]) => emptied(program, source, name!))
  )
}
/** True for a name that is only ever given to functions without a body, but for the one that asks. */
const emptied = (program: ProgramModel, own: string, name: string): boolean => {
  const defined = new RegExp(
    `(?:^|[^\\w$.])(?:exports\\.)?${name.replace(/\$/g, '\\$')}\\s*[:=]?\\s*(?:async\\s+)?(?:function\\s*[\\w$]*\\s*)?\\([^()]*\\)\\s*(?:=>\\s*)?(?:\\{(\\s*(?:return\\s*;?\\s*)?\\})?|(undefined|null|void 0|false|true)\\b)`,
    'g',
  )
  if (!/^[\w$]+$/.test(name)) return false
  const bodies = program.scripts.flatMap((file) => [
    ...(program.files.text(file) ?? '').replace(own, '').replace(COMMENTS, '').matchAll(defined),
  ])
  return bodies.length > 0 && bodies.every(([, empty, idle]) => empty !== undefined || idle !== undefined)
}
