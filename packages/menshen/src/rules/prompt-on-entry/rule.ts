import { consentOn, type Detail, onEntry, type ProgramModel, rule, type Span, wayTo } from '../kit.ts'
import { unaskedPrompts } from './run.ts'

const LOCATION = new Set([
  'getLocation',
  'getFuzzyLocation',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
])
/** What people pick in a sheet of the platform's: nothing is taken that they did not point at. */
const PICKERS = new Set([
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
  'chooseInvoice',
  'chooseInvoiceTitle',
  'chooseLicensePlate',
  'chooseImage',
  'chooseMedia',
  'chooseVideo',
  'chooseMessageFile',
  'chooseContact',
])
const PROMPTS = [
  ...LOCATION,
  ...PICKERS,
  'getUserInfo',
  'getUserProfile',
  'getWeRunData',
  'getClipboardData',
  'RecorderManager.start',
  'startRecord',
  'joinVoIPChat',
  'createMediaRecorder',
  'saveImageToPhotosAlbum',
  'saveVideoToPhotosAlbum',
  'addPhoneContact',
  'addPhoneCalendar',
  'addPhoneRepeatCalendar',
  'openBluetoothAdapter',
  'createBLEPeripheralServer',
  'startFacialRecognitionVerify',
  'startSoterAuthentication',
  'showDouyinOpenAuth',
  'authorize',
]
const ASKING = new Set(PROMPTS.filter((api) => api !== 'getClipboardData'))
const RECORD = { zh: '录音', en: 'the microphone' }
const WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  getLocation: { zh: '位置', en: 'the position' },
  getUserInfo: { zh: '头像昵称', en: 'the profile' },
  getUserProfile: { zh: '头像昵称', en: 'the profile' },
  getClipboardData: { zh: '剪贴板', en: 'the clipboard' },
  getWeRunData: { zh: '运动步数', en: 'step counts' },
  chooseAddress: { zh: '收货地址', en: 'the address' },
  'RecorderManager.start': RECORD,
  startRecord: RECORD,
  authorize: { zh: '授权', en: 'a permission' },
}

const UNLOCATED = ['wx-op/12.1.1', 'wx-tos/4.4.3', 'later/ask-when-needed', 'dy-review/1.1.2.1.a', 'later/douyin-authorisation-timing']
const LOCATED = ['wx-op/12.4.1', ...UNLOCATED]

export default rule(
  {
    clauses: LOCATED,
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      'before-any-tap': {
        what: {
          zh: '没有说明用途、用户也没有点按，就索要{thing}（{api}）',
          en: '{thing} is asked for ({api}) without a word and without a tap',
        },
        why: {
          zh: '采集之前要先告诉用户拿什么、做什么用，并得到同意；进入页面时直接弹出授权，用户还什么都没看到。',
          en: 'People have to hear what is taken and what for, and agree, before it is taken; on entry they have seen nothing yet.',
        },
        fix: {
          zh: '放到用户点按之后：先用自己的弹窗写明用途，点“同意”再调用；已授权过的可先用 getSetting 判断。',
          en: 'Ask after a tap: a dialog of your own says what for, and 同意 leads on. What was granted before can be checked with getSetting.',
        },
      },
      'picker-on-entry': {
        what: { zh: '页面一打开就弹出选择界面（{api}）', en: 'A picker comes up ({api}) as soon as the page opens' },
        why: {
          zh: '用户没有点按就被要求选择自己的数据，事先没有说明用途。',
          en: 'People are asked to hand over something of theirs without a tap and without a word why.',
        },
        fix: { zh: '改为用户点按后再弹出。', en: 'Open it after a tap.' },
      },
      'answer-ignored': {
        what: { zh: '弹窗里点“取消”也会索要{thing}（{api}）', en: '{thing} is asked for ({api}) even when the dialog is cancelled' },
        why: { zh: '用户拒绝之后继续索取，说明就成了摆设。', en: 'Asking on after a no makes the explanation a mere show.' },
        fix: { zh: '只在 confirm 为 true 时调用。', en: 'Call it only when confirm is true.' },
      },
    },
  },
  ({ program, interpretation, run }, tell) => {
    // What a run shows of the same call on the same line stands beside what the code says.
    const held: { readonly message: 'before-any-tap' | 'picker-on-entry' | 'answer-ignored'; detail: Detail; readonly api: string }[] = []
    const report = (message: (typeof held)[number]['message'], detail: Detail) =>
      held.push({ message, detail, api: String(detail.data?.api) })
    const calls = interpretation.callsOf(...PROMPTS)
    const prompts = run ? unaskedPrompts(program, run) : []
    if (prompts.length === 0 && calls.every((call) => call.contexts.every((context) => context.root.kind === 'unbound')))
      return 'inapplicable'
    const source = (at: Span) => program.files.text(at.file)?.slice(at.start, at.end) ?? ''
    const wechat = program.platform === 'wechat'
    for (const call of calls) {
      // What follows from the answer to a prompt is that prompt's doing.
      const contexts = call.contexts.filter(
        (context) => onEntry(context, interpretation, source) && !context.after.some((one) => one !== call && ASKING.has(one.api)),
      )
      const told = contexts.map((context) => ({ context, consent: consentOn(context, interpretation) }))
      const silent = told.filter(({ consent }) => !consent?.clears)
      const [first] = silent
      if (!first) continue
      const way = wayTo(
        call,
        silent.map(({ context }) => context),
        program,
      )
      const scopes = call.api === 'authorize' ? call.contexts.flatMap(({ args: [options] }) => options?.get('scope')?.constants ?? []) : []
      const place = LOCATION.has(call.api) || scopes.some((scope) => /location/i.test(String(scope)))
      const picker = PICKERS.has(call.api)
      // What something unknown was only given, it may call at any time, or never.
      const lowered = silent.every(({ context, consent }) => consent !== null || context.path.some(({ how }) => how === 'held'))
      const ignored = first.context.after.some((one) => one.api === 'showModal')
      // The configuration's sentence stands inside the platform's own prompt: it tells, but only while asking.
      const described = place && program.config.app.at(['permission', 'scope.userLocation', 'desc']) !== undefined
      report(ignored ? 'answer-ignored' : picker ? 'picker-on-entry' : 'before-any-tap', {
        at: way.at,
        note: way.note,
        related: way.related,
        witness: way.witness,
        data: {
          api: `${call.ns}.${call.api}`,
          thing: WORDS[call.api] ?? (place ? WORDS.getLocation! : { zh: '权限', en: 'a permission' }),
        },
        verdict: lowered || (picker && wechat) ? 'review' : 'violation',
        confidence: lowered || described || ignored || picker ? 'medium' : 'high',
        clauses: place ? LOCATED : UNLOCATED,
      })
    }
    for (const { api, picker, place, data, detail } of prompts) {
      const same = held.find((one) => one.api === api && onOneLine(program, one.detail, detail))
      if (!same) report(picker ? 'picker-on-entry' : 'before-any-tap', { ...detail, data, clauses: place ? LOCATED : UNLOCATED })
      else if (detail.witness && !same.detail.played)
        same.detail = { ...same.detail, verdict: detail.verdict ?? 'violation', confidence: 'high', played: detail.witness }
    }
    for (const { message, detail } of held) tell(message, detail)
    if (interpretation.opaque.size > 0 && program.framework !== 'native')
      return { notChecked: { zh: '有页面由框架生成，未能全部还原', en: 'some pages are made by a framework and were not fully resolved' } }
  },
)

const onOneLine = (program: ProgramModel, one: Detail, other: Pick<Detail, 'at' | 'related'>): boolean => {
  const lines = (detail: Pick<Detail, 'at' | 'related'>) =>
    [detail.at, ...(detail.related ?? []).map(({ at }) => at)].flatMap((at) =>
      'file' in at ? `${at.file}:${(program.files.text(at.file) ?? '').slice(0, at.start).split('\n').length}` : [],
    )
  const there = new Set(lines(other))
  return lines(one).some((line) => there.has(line))
}
