import {
  accountOf,
  callsIn,
  entryWords,
  hasTag,
  type Interpretation,
  type Listing,
  type ProgramModel,
  type RunEvidence,
  rule,
  type Span,
  saidIn,
  serviceButtons,
  textsOn,
  trusted,
  type Value,
  waysIn,
} from '../kit.ts'

const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/
const PHONE =
  /(?:^|[^\d.])(?:1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|400[\s-]?\d{3,4}[\s-]?\d{3,4}|0\d{2,3}[\s-]\d{7,8}|800[\s-]?\d{3}[\s-]?\d{4})(?!\d)/
const ACCOUNT = /(?:微信号?|公众号|QQ群?|Q群|抖音号|邮箱|e-?mail|电话|热线|tel)\s*[:：]\s*[^\s，。]{3,}/i
/** Every contact holds one of these. */
const SIGN = /[@:：]|\d{3}/
/** Left over from a form or a template. */
const MADE_UP =
  /x{3,}|(?:^|[^\w.])(?:your?|yours|name|e?mail|user(?:name)?|someone|foo|abc|demo|test)\w*@|123456|00000|13[08]0{6,}|13800138000|@xx|@\w*\.xxx/i
const CALLS = [
  'makePhoneCall',
  'openCustomerServiceChat',
  'openOfficialAccountProfile',
  'openOfficialAccountChat',
  'addPhoneContact',
  'sendSms',
] as const
const ME = /(?:^|\/)(?:my|me|mine|user|ucenter|center|personal|profile|about|settings?|help)(?:\/|$)/i

const real = (text: string | undefined): boolean => text !== undefined && text.trim() !== '' && !MADE_UP.test(text)
const given = (value: Value | undefined): boolean =>
  value !== undefined && (value.open || value.constants.some((one) => real(String(one ?? ''))))
const inListing = (listing: Listing | undefined): boolean =>
  [listing?.contact?.email, listing?.contact?.phone, listing?.contact?.url].some(real) ||
  // Written in another form than the schema's: something was given.
  (listing?.problems ?? []).some(({ field }) => /^contact\b/.test(field))

/** Something by which a user reaches the developer, however it is shown. */
const reachable = (program: ProgramModel, interpretation: Interpretation): boolean => {
  if (serviceButtons(program, interpretation, /contact|feedback|^im$|platformIm|lifeIm|privateMessage/i).length > 0) return true
  if (hasTag(program, 'official-account', 'web-view', 'contact-button')) return true
  const calls = interpretation.callsOf(...CALLS)
  if (
    calls.some((call) =>
      call.contexts.some(
        ({ root, args }) => root.kind !== 'unbound' && (call.api !== 'makePhoneCall' || given(args[0]?.get('phoneNumber'))),
      ),
    )
  )
    return true
  for (const { text } of saidIn(interpretation))
    if (SIGN.test(text) && (MAIL.test(text) || PHONE.test(text) || ACCOUNT.test(text)) && real(text)) return true
  return ['contact', 'complaint'].some((kind) => waysIn(program, interpretation, entryWords(kind)).some(({ state }) => state === 'works'))
}

/** A contact that only stood on a screen: a number that the server sends, a button that a component draws. */
const seen = (run: RunEvidence | undefined): boolean =>
  (run ? trusted(run) : []).some(
    (pass) =>
      callsIn(pass, ...CALLS).some((call) => call.cause.chain[0] === 'tap') ||
      pass.screens.some(
        (screen) =>
          (screen.tappables ?? []).some((one) => /^(?:contact|feedback|im|platformIm|lifeIm)$/.test(one.openType ?? '')) ||
          textsOn(screen).some(
            ({ text, tag }) =>
              tag !== 'input' && tag !== 'placeholder' && (MAIL.test(text) || PHONE.test(text) || ACCOUNT.test(text)) && real(text),
          ),
      ),
  )

/** A remark that goes on to say what to do is no entry. */
const SENTENCE = /[，。；！？,;!?]/
/** What a form calls one of its fields. */
const isFieldLabel = (program: ProgramModel, { file, start }: Span): boolean => {
  const around = program.templates
    .get(file)
    ?.elements.findLast(
      (element) => element.start <= start && start < element.end && element.children.some((child) => child.type === 'element'),
    )
  return around?.children.some((child) => child.type === 'element' && ['input', 'textarea', 'picker'].includes(child.tag)) ?? false
}

/** A program of fewer pages may be a part that was cut out to be looked at. */
const GROWN = 5

export default rule(
  {
    clauses: ['wx-op/1.1'],
    needs: ['program', 'interpretation'],
    wants: ['listing', 'run'],
    since: '2026-11',
    severity: 'warning',
    // Nothing can be pointed at; pictures and server texts may hold one.
    confidence: 'medium',
    platforms: ['wechat'],
    messages: {
      missing: {
        what: { zh: '用户找不到联系开发者的方式', en: 'Users find no way to reach the developer' },
        why: {
          zh: '应向用户提供有效的链接、邮箱或其他联系方式。页面、客服按钮、电话、图标入口里都没有找到。',
          en: 'A working link, mail address or other contact has to be given. None was found in texts, service buttons, calls or icons.',
        },
        fix: {
          zh: '在“我的”或“关于”里放客服按钮（open-type="contact"）、电话或邮箱。',
          en: 'Put a service button (open-type="contact"), a telephone number or a mail address on the profile or about page.',
        },
      },
      dead: {
        what: { zh: '“{text}”点了没有用，没有别的联系方式', en: '“{text}” does nothing, and there is no other contact' },
        why: { zh: '联系方式必须是有效的。', en: 'The contact has to work.' },
        fix: { zh: '接上客服按钮、真实的电话或邮箱。', en: 'Connect a service button, or a real telephone number or mail address.' },
      },
    },
  },
  ({ program, interpretation, listing, run }, report) => {
    if (inListing(listing) || reachable(program, interpretation) || seen(run)) return
    if (interpretation.opaque.size > 0 || program.problems.some(({ hides }) => hides))
      return { notChecked: { zh: '有页面未能还原，联系方式可能在那里', en: 'some pages were not understood; a contact may be there' } }
    const dead = waysIn(program, interpretation, entryWords('contact')).find(
      ({ at, text }) => !SENTENCE.test(text) && !isFieldLabel(program, at),
    )
    if (dead) {
      report('dead', { at: dead.at, data: { text: dead.text.length > 30 ? `${dead.text.slice(0, 30)}…` : dead.text } })
      return
    }
    const me =
      program.pages.find(({ base, template }) => template !== null && ME.test(base.slice(program.root.length))) ??
      program.pages.find(({ base }) => base === program.home)
    const at: Span = me?.template ? { file: me.template, start: 0, end: 1 } : { file: program.config.app.file, start: 0, end: 1 }
    // Without the listing the contact may stand there. Where people have an account, pay or hand something in, they need one at hand;
    // a program that only shows something is for a person to judge.
    const owes =
      program.pages.length >= GROWN &&
      (accountOf(program, interpretation)?.strength === 'sure' ||
        interpretation
          .callsOf('requestPayment', 'uploadFile', 'cloud.uploadFile')
          .some((call) => call.contexts.some(({ root }) => root.kind !== 'unbound')))
    report('missing', { at, verdict: listing || owes ? 'violation' : 'review' })
  },
)
