import { hasTag, rule, type Span, type Text, tagSpan } from '../kit.ts'

interface Gated {
  readonly needs: Text
  /** As of when this is known. */
  readonly date: string
}
const gated = (zh: string, en: string): Gated => ({ needs: { zh, en }, date: '2026-11' })
/** Interfaces that a program gets only on application, or that are on trial and may be taken back. */
const CALLS: Readonly<Record<string, Gated>> = {
  startFacialRecognitionVerify: gated('须按类目申请开通人脸核身', 'facial verification has to be applied for by category'),
  startFacialRecognitionVerifyAndUploadVideo: gated('须按类目申请开通人脸核身', 'facial verification has to be applied for by category'),
  checkIsSupportFacialRecognition: gated('须按类目申请开通人脸核身', 'facial verification has to be applied for by category'),
  requestFacialVerify: gated('须按类目申请开通人脸核身', 'facial verification has to be applied for by category'),
  joinVoIPChat: gated('须开通实时语音类目', 'needs the category of real-time talk'),
  requestVirtualPayment: gated('须开通虚拟支付', 'virtual payment has to be opened'),
  requestMerchantTransfer: gated('须开通商家转账', 'transfers to users have to be opened'),
  createGlobalPayment: gated('须开通境外支付', 'payment abroad has to be opened'),
  requestDeviceVoIP: gated('须开通设备能力', 'needs the capability for devices'),
  openChannelsLive: gated('须与视频号同主体或已关联', 'needs a channel of the same or a linked owner'),
}
const TAGS: Readonly<Record<string, Gated>> = {
  'live-player': gated('须通过直播类目审核并在后台开通', 'needs a live category and has to be opened in the console'),
  'live-pusher': gated('须通过直播类目审核并在后台开通', 'needs a live category and has to be opened in the console'),
  'voip-room': gated('须开通实时语音类目', 'needs the category of real-time talk'),
  'functional-page-navigator': gated('已停止新增支持', 'no longer given to new programs'),
}

export default rule(
  {
    clauses: ['wx-op/14.4.2', 'wx-op/14.1'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'info',
    confidence: 'medium',
    platforms: ['wechat'],
    partial: true,
    messages: {
      gated: {
        what: { zh: '用到需要申请的能力 {name}：{needs}', en: '{name} has to be applied for: {needs}' },
        why: {
          zh: '没有开通时调用会失败；平台也保留收回内测能力的权利。',
          en: 'Without it the call fails, and the platform may take back what is on trial.',
        },
        fix: {
          zh: '提审前在后台确认已开通，并准备好没有它时的做法。',
          en: 'Make sure in the console that it is open before submitting, and have a way without it.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    for (const [name, { needs }] of Object.entries(CALLS)) {
      const [first, ...others] = interpretation
        .callsOf(name)
        .filter((call) => call.ns === 'wx' && call.contexts.some(({ root }) => root.kind !== 'unbound'))
      if (first && !program.vendored.has(first.at.file))
        report('gated', {
          at: first.nameAt,
          data: { name: `wx.${name}`, needs },
          related: others.slice(0, 10).map((call) => ({ at: call.nameAt })),
          verdict: 'review',
        })
    }
    const places = new Map<string, Span[]>()
    for (const template of hasTag(program, ...Object.keys(TAGS)) ? program.templates.values() : [])
      for (const element of template.elements)
        if (Object.hasOwn(TAGS, element.tag)) places.set(element.tag, [...(places.get(element.tag) ?? []), tagSpan(element, template.file)])
    for (const [tag, [first, ...others]] of places)
      if (first)
        report('gated', {
          at: first,
          data: { name: `<${tag}>`, needs: TAGS[tag]!.needs },
          related: others.slice(0, 10).map((at) => ({ at })),
          verdict: 'review',
        })
  },
)
