import {
  type ApiCall,
  type Binding,
  type CallContext,
  closest,
  type Element,
  type Guard,
  guardMeansYes,
  type Interpretation,
  joined,
  plainAttribute,
  rule,
  type Span,
  type Step,
  type Thing,
  wayBack,
  wayTo,
} from '../kit.ts'
import { unheeded } from './run.ts'

const LOCATION = ['getLocation', 'getFuzzyLocation', 'startLocationUpdate', 'startLocationUpdateBackground', 'chooseLocation']
const PROFILE = ['getUserProfile', 'getUserInfo']
const PROMPTS = [
  ...LOCATION,
  ...PROFILE,
  'authorize',
  'getWeRunData',
  'saveImageToPhotosAlbum',
  'saveVideoToPhotosAlbum',
  'chooseAddress',
  'RecorderManager.start',
]
const AWAY = ['exitMiniProgram', 'reLaunch', 'redirectTo', 'navigateBack']
const GRANTED = /^(?:getSetting|getSettingSync)$/

/** What may stand between a refusal and what comes of it. */
const BETWEEN = /^(?:get|open)Setting$|^showToast$|^showModal$|^hideLoading$/
/** Nothing was asked since the prompt but its own answer, what a dialog said, and whether the platform has a function. */
const straightOn = ({ root, guards }: CallContext, prompt: ApiCall): boolean => {
  const before = prompt.contexts.find((one) => one.root.at.file === root.at.file && one.root.at.start === root.at.start)
  const known = new Set(before?.guards.map(({ at }) => `${at.file}:${at.start}`))
  return guards.every(
    ({ at, source, origins }) =>
      known.has(`${at.file}:${at.start}`) ||
      /^!*\(?(?:wx|tt)\.\w+\)?$/.test(source.trim()) ||
      (origins.length > 0 && wayBack(origins).every(({ name }) => name === prompt.api || BETWEEN.test(name))),
  )
}
/** The callback or promise by which the prompt answered; those of words on the screen that came after it are passed over. */
const answersOf = (context: CallContext): readonly Step[] => {
  const { path, after } = context
  const answers = path.filter(({ how }) => how === 'callback' || how === 'promise').reverse()
  const words = after.findIndex(({ api }) => !BETWEEN.test(api))
  if (words < 1 || !straightOn(context, after[words]!)) return answers.slice(0, 1)
  // Each answer belongs to the call before it; what was awaited leaves none, and then it is one of these.
  return answers.slice(answers.length === after.length ? words : 0, words + 1)
}

/** Reached because a prompt was refused: its own fail or complete callback, or its rejected promise, led here. */
const refused = (context: CallContext, prompts: ReadonlySet<string>, settings = false): ApiCall | undefined => {
  const failed = answersOf(context).some(({ how, name }) =>
    how === 'callback' ? name === 'fail' || name === 'complete' : name === 'catch',
  )
  const said = context.guards.some((guard) =>
    guard.origins.some((origin) => prompts.has(origin.name) && /errMsg|userInfo|errNo/.test(origin.path)),
  )
  // Looking up or opening the settings, and words on the screen, do not come between.
  const last = context.after.find(({ api }) => !BETWEEN.test(api))
  // Nobody opens the settings after a yes.
  return last && prompts.has(last.api) && (failed || said || settings) ? last : undefined
}
/** Told again and agreed after the refusal: that is the user's own will. */
const agreedSince = (context: CallContext, prompt: ApiCall): boolean => {
  const at = context.after.indexOf(prompt)
  const asked = context.after.findIndex(({ api }) => api === 'showModal' || api === 'showActionSheet')
  if (asked < 0 || (at >= 0 && asked > at)) return false
  const question = context.after[asked]!.at
  // What was agreed to before the refusal is no answer to the question after it.
  return context.guards.some((guard) =>
    wayBack(guard.origins).some(
      ({ name, path, at: from }) =>
        /showModal|showActionSheet/.test(name) &&
        /confirm|tapIndex|cancel/.test(path) &&
        (at < 0 || (from.file === question.file && from.start === question.start)),
    ),
  )
}
/** The answer of the phone button was a refusal where this holds. */
const saysNo = (guard: CallContext['guards'][number]): boolean => {
  // `indexOf(…) !== -1` says that it is in there.
  const found = /indexOf\([^()]*\)\s*(?:!==?\s*-\s*1|>=\s*0|>\s*-\s*1)/.test(guard.source)
  const lacking = /indexOf\([^()]*\)\s*(?:===?\s*-\s*1|<\s*0)/.test(guard.source)
  const same = found ? '==' : lacking ? '!=' : /[!=]==?/.exec(guard.source)?.[0]
  const equal = same === undefined ? guard.holds : same.startsWith('!') ? !guard.holds : guard.holds
  if (/fail|deny|cancel/i.test(guard.source)) return equal
  return /:ok|\bok\b|code|encryptedData|\biv\b/.test(guard.source) && !equal
}
const SCOPED = 'later/scope-bluetooth-contact-calendar'
const GOES_ON = ['wx-op/14.6.2', 'wx-op/12.1.3', 'later/ask-when-needed']
const PHONE = ['wx-op/14.6.2', 'later/ask-when-needed', 'later/phone-number-need', 'dy-review/1.1.1.1.b']
const clausesOf = (api: string): readonly string[] =>
  LOCATION.includes(api)
    ? [...GOES_ON, 'dy-review/1.1.2.2.b']
    : PROFILE.includes(api)
      ? [...GOES_ON, 'dy-review/1.1.1.4.b']
      : api === 'getPhoneNumber'
        ? [...PHONE, 'wx-op/12.1.3']
        : [...GOES_ON, ...(/bluetooth|BLE|Contact|Calendar/i.test(api) ? [SCOPED] : []), 'dy-review/1.1.2.1.a']

const CLAUSE_OF: Readonly<Partial<Record<Thing, string>>> = {
  location: 'dy-review/1.1.2.2.b',
  profile: 'dy-review/1.1.1.4.b',
  phone: 'dy-review/1.1.1.1.b',
}
const clausesFor = (thing: Thing): readonly string[] => [...GOES_ON, CLAUSE_OF[thing] ?? 'dy-review/1.1.2.1.a']

export default rule(
  {
    clauses: [
      ...GOES_ON,
      'later/phone-number-need',
      SCOPED,
      'dy-review/1.1.1.1.b',
      'dy-review/1.1.1.4.b',
      'dy-review/1.1.2.2.b',
      'dy-review/1.1.2.1.a',
    ],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    partial: true,
    messages: {
      'asked-again': {
        what: { zh: '用户拒绝后又自动索要授权（{api}）', en: 'After a refusal the permission is asked for again by itself ({api})' },
        why: {
          zh: '拒绝之后，只有用户自己表现出授权的意愿时才能再问。',
          en: 'After a no, one may ask again only when the user shows the will to grant it.',
        },
        fix: {
          zh: '记住拒绝，给出不授权也能用的做法；等用户点“重新授权”再问。',
          en: 'Remember the refusal, go on without it, and ask again after a tap on 重新授权.',
        },
      },
      'granted-again': {
        what: { zh: '已经授权，又接着拉起一次（{api}）', en: 'It was granted, and is asked for again at once ({api})' },
        why: { zh: '授权完成后不得反复拉起。', en: 'Once granted, it may not be raised again and again.' },
        fix: { zh: '保存第一次的结果，之后直接使用。', en: 'Keep the first answer and use it.' },
      },
      'sent-away': {
        what: { zh: '拒绝授权就不让用（{api}）', en: 'Refusing a permission ends the use ({api})' },
        why: {
          zh: '用户有权拒绝，拒绝后其余功能仍要能用。',
          en: 'People may refuse, and what does not need the permission has to go on working.',
        },
        fix: { zh: '留在页面上，提供手动选择或游客浏览。', en: 'Stay, and offer a choice by hand or browsing as a guest.' },
      },
      'nothing-left': {
        what: { zh: '拒绝授权{thing}之后页面上什么也没有：“{text}”', en: 'Refusing {thing} leaves nothing on the page: “{text}”' },
        why: {
          zh: '拒绝之后仍要能用：没有位置可以手动选城市，没有手机号也要能看。',
          en: 'A refusal may not end the use: without the position people choose a town, without a number they can still look.',
        },
        fix: {
          zh: '给出不授权也能走的路：手动选择、默认列表或游客浏览。',
          en: 'Offer another way: a choice by hand, a default list, or browsing as a guest.',
        },
      },
      'comes-back': {
        what: { zh: '已经答复过，索要手机号的弹层又自己出现', en: 'The layer that asks for the phone number comes back after an answer' },
        why: { zh: '不得强制、反复调起授权。', en: 'A permission may not be forced or raised again and again.' },
        fix: { zh: '答复之后关闭弹层，直到用户再次点登录。', en: 'Close the layer until the user taps sign-in again.' },
      },
    },
  },
  ({ program, interpretation, run }, tell) => {
    const { say: report, show, done } = joined(program, tell)
    const prompts = new Set(PROMPTS)
    for (const call of interpretation.callsOf(...PROMPTS, 'openSetting')) {
      const again = call.contexts.filter((context) => {
        const prompt = context.root.kind === 'unbound' ? undefined : refused(context, prompts, call.api === 'openSetting')
        if (!prompt || agreedSince(context, prompt)) return false
        return call.api === 'openSetting' || prompt.api === call.api || (call.api === 'authorize' && LOCATION.includes(prompt.api))
      })
      if (again.length > 0) {
        const settings = call.api === 'openSetting'
        const loops = again.some((context) => context.path.some(({ how }) => how === 'timer'))
        report('asked-again', {
          ...wayTo(call, again, program),
          data: { api: `${call.ns}.${call.api}` },
          clauses: clausesOf(settings ? (refused(again[0]!, prompts, true)?.api ?? '') : call.api),
          verdict:
            settings &&
            !loops &&
            again.every(({ root }) => root.kind === 'gesture') &&
            !inLoop(program.files.text(call.at.file) ?? '', call.at.start)
              ? 'review'
              : 'violation',
        })
        continue
      }
      // On WeChat getUserInfo asks only once.
      if (!PROFILE.includes(call.api) || (call.ns === 'wx' && call.api === 'getUserInfo')) continue
      const repeated = call.contexts.filter((context) => context.root.kind !== 'unbound' && context.after[0] === call)
      if (repeated.length > 0)
        report('granted-again', {
          ...wayTo(call, repeated, program),
          data: { api: `${call.ns}.${call.api}` },
          clauses: ['wx-op/14.6.2', 'dy-review/1.1.1.4.b'],
        })
    }

    for (const call of interpretation.callsOf(...AWAY)) {
      let reason = ''
      const away = call.contexts.filter((context) => {
        if (context.root.kind === 'unbound') return false
        const prompt = refused(context, prompts)
        if (prompt && !agreedSince(context, prompt) && [...LOCATION, ...PROFILE, 'authorize'].includes(prompt.api)) {
          reason = prompt.api
          return true
        }
        if (
          context.root.name === 'getphonenumber' &&
          context.guards.some((guard) => guard.origins.some(({ source }) => source === 'event') && saysNo(guard))
        ) {
          reason = 'getPhoneNumber'
          return true
        }
        // Not granted, so away on entry: the permission is the price of coming in, unless those who granted it are sent on as well.
        const asks = (guard: Guard): boolean =>
          wayBack(guard.origins).some(({ name, path }) => GRANTED.test(name) && /authSetting.*(?:userInfo|userLocation)/.test(path))
        const denied =
          context.root.kind === 'lifecycle' &&
          context.guards.some((guard) => !guardMeansYes(guard) && asks(guard)) &&
          !call.contexts.some(({ guards }) => guards.some((guard) => guardMeansYes(guard) && asks(guard)))
        if (denied) reason = 'getSetting'
        return denied
      })
      if (away.length === 0) continue
      const exits = call.api === 'exitMiniProgram' || reason === 'getPhoneNumber' || (call.api === 'reLaunch' && reason === 'getSetting')
      report('sent-away', {
        ...wayTo(call, away, program),
        data: { api: `${call.ns}.${call.api}` },
        clauses: reason === 'getSetting' ? [...GOES_ON, 'dy-review/1.1.1.4.b'] : clausesOf(reason),
        verdict: exits ? 'violation' : 'review',
        confidence: exits ? 'high' : 'low',
      })
    }

    // The layer that holds the phone button is opened again by the handler that heard the refusal.
    for (const binding of interpretation.bindings) {
      if (binding.event !== 'getphonenumber' || !/PhoneNumber/.test(plainAttribute(binding.element, 'open-type') ?? '')) continue
      const layer = closest(binding.element, (element) =>
        element.attributes.some(({ name, value }) => /^(?:wx|tt):if$/.test(name) && /^\{\{\s*[\w.]+\s*\}\}$/.test(value ?? '')),
      )
      // A button that shows or hides itself is no layer: nothing is asked until it is tapped.
      if (layer === binding.element) continue
      // A form that offers to fill in its field asks for nothing by being there.
      if (layer && typesIn(layer)) continue
      const flag = layer?.attributes.find(({ name }) => /^(?:wx|tt):if$/.test(name))?.value?.replace(/[{}\s]/g, '')
      const write = interpretation.writes.find(
        ({ unit, path, root, value }) =>
          unit.base === binding.unit.base && path === flag && root.name === 'getphonenumber' && value.constants.includes(true),
      )
      if (!flag) continue
      if (!write) {
        const kept = forgotten(interpretation, binding, flag)
        if (kept)
          report('comes-back', {
            at: kept.at,
            related: [...kept.related.map((at) => ({ at })), { at: binding.at }],
            clauses: PHONE,
          })
      } else
        report('comes-back', {
          at: write.at,
          related: [{ at: binding.at }, ...(binding.handlerAt ? [{ at: binding.handlerAt }] : [])],
          clauses: PHONE,
        })
    }
    if (run)
      for (const { message, thing, detail } of unheeded({ program, interpretation }, run))
        show(message, { ...detail, clauses: message === 'comes-back' ? PHONE : clausesFor(thing) })
    done()
  },
)

/** Whether something can be typed in here. */
const typesIn = (element: Element): boolean =>
  element.tag === 'input' || element.children.some((child) => child.type === 'element' && typesIn(child))

/** A layer that each visit opens: because nothing is remembered, or because what is remembered is kept under another name. */
const forgotten = (
  interpretation: Interpretation,
  { unit }: Binding,
  flag: string,
): { readonly at: Span; readonly related: readonly Span[] } | undefined => {
  const entering = interpretation.writes.filter(
    ({ unit: one, path, root }) =>
      one.base === unit.base && path === flag && root.kind === 'lifecycle' && /^(?:onShow|show)$/.test(root.name),
  )
  const stores = interpretation.callsOf('setStorageSync', 'setStorage', 'batchSetStorageSync')
  for (const { value, guards, at } of entering) {
    if (guards.length > 0) continue
    if (!value.open && value.constants.length === 1 && value.constants[0] === true) return { at, related: [] }
    const kept = value.origins.filter(({ source }) => source === 'storage')
    const [origin] = kept
    if (!origin || value.origins.length > kept.length || kept.length > 1) continue
    const keys = stores.flatMap((call) =>
      call.contexts.map(({ args }) => (call.api === 'setStorage' ? args[0]?.get('key') : args[0]) ?? args[0]),
    )
    if (keys.length === 0 || keys.some((key) => !key || key.open || key.constants.includes(origin.name))) continue
    return { at: origin.at, related: [at, ...stores.slice(0, 3).map(({ nameAt }) => nameAt)] }
  }
  return undefined
}

/** So far above the question its loop begins. */
const LOOP_REACH = 400
/** An endless loop around the question; the walk goes through such a loop once. Countdowns elsewhere in the file are none. */
const inLoop = (text: string, at: number): boolean =>
  /for\s*\(\s*;\s*;|while\s*\(\s*(?:true|1|!\w+)\s*\)|setInterval\s*\(/.test(text.slice(Math.max(0, at - LOOP_REACH), at))
