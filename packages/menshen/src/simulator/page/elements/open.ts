/** Buttons with open-types, navigators, web-views and what shows the platform's own data or goods. */
import { callLater, later } from '../api/engine.ts'
import { agreePrivacy, noteElement, pressOpenButton } from '../api/questions.ts'
import { describe, fire } from '../backend.ts'
import { freshTap } from '../cause.ts'
import { setTimer } from '../native.ts'
import { background, share } from '../pages.ts'
import type { Loose } from '../state.ts'
import { type ElementSpec, text, truthy } from './define.ts'
import { pressFormButton } from './form.ts'

const on = (v: unknown): boolean => v !== undefined && truthy(v)
const events: Record<string, string> = {
  getPhoneNumber: 'getphonenumber',
  getRealtimePhoneNumber: 'getrealtimephonenumber',
  getUserInfo: 'getuserinfo',
  chooseAvatar: 'chooseavatar',
  contact: 'contact',
  im: 'im',
  openSetting: 'opensetting',
  launchApp: 'launchapp',
  agreePrivacyAuthorization: 'agreeprivacyauthorization',
  feedback: 'feedback',
  addShortcut: 'addshortcut',
  addCalendarEvent: 'addcalendarevent',
  authorizePrivateMessage: 'authorizeprivatemessage',
  liveActivity: 'liveactivity',
  createLiveActivity: 'createliveactivity',
  uploadDouyinVideo: 'uploaddouyinvideo',
  openAwemeUserProfile: 'openawemeuserprofile',
  joinGroup: 'joingroup',
  privateMessage: 'privatemessage',
}

/** Milliseconds that choosing a friend takes. */
const shareTakes = 2400

function press(c: Loose, e: Element): void {
  const d = c.data
  if (on(d.disabled) || on(d.loading)) return
  const formType = text(d.formType)
  if (formType === 'submit' || formType === 'reset') pressFormButton(e, formType)
  const asked = text(d.openType)
  for (const type of asked.split('|').filter(Boolean)) {
    if (type === 'share') {
      void callLater('button.share', { dataset: c.dataset }, (_, r) => r.ok())
      share('button', { id: c.id, dataset: c.dataset, offsetLeft: 0, offsetTop: 0 }, freshTap())
      // the person picks a friend, which takes a moment, and comes back
      setTimer(() => background(true), 60)
      setTimer(() => background(false), shareTakes)
      continue
    }
    const args: Loose = {}
    for (const key of [
      'scope',
      'sessionFrom',
      'sendMessageTitle',
      'sendMessagePath',
      'sendMessageImg',
      'showMessageCard',
      'appParameter',
      'phoneNumberNoQuotaToast',
      'dataImId',
      'publishId',
      'awemeId',
    ])
      if (d[key] !== undefined) args[key] = d[key]
    if (type === 'agreePrivacyAuthorization') agreePrivacy()
    pressOpenButton(type, { ...args, text: text(e.textContent).trim().slice(0, 60) }, (ok, detail) => {
      const name = events[type] ?? type.toLowerCase()
      c.triggerEvent(name, ok ? detail : { errMsg: detail.errMsg ?? type + ':fail user deny' })
    })
  }
}
const button: ElementSpec = {
  props:
    'size plain loading form-type open-type lang session-from send-message-title send-message-path send-message-img show-message-card app-parameter scope phone-number-no-quota-toast data-im-id publish-id aweme-id need-show-entrance'.split(
      ' ',
    ),
  attached: (c, e) => {
    e.__press = () => press(c, e)
  },
  tap: (c, e) => press(c, e),
  observe: {
    'type,size,disabled,plain,loading': (_, e, d) => {
      e.setAttribute('data-type', text(d.type) || 'default')
      e.setAttribute('data-size', text(d.size))
      e.toggleAttribute('data-plain', on(d.plain))
      e.toggleAttribute('data-off', on(d.disabled))
      e.toggleAttribute('data-loading', on(d.loading))
    },
  },
}

const moves: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
  exit: 'exitMiniProgram',
}
const navigator: ElementSpec = {
  props: ['url', 'open-type', 'delta', 'target', 'app-id', 'path', 'extra-data', 'version', 'short-link'],
  tap: (c) => {
    const d = c.data
    const done = {
      success: () => fire(c, 'success', {}),
      fail: (x: unknown) => fire(c, 'fail', x),
      complete: () => fire(c, 'complete', {}),
    }
    if (d.target === 'miniProgram' && d.openType !== 'exit')
      return void callLater(
        'navigateToMiniProgram',
        { appId: d.appId, path: d.path, extraData: d.extraData, envVersion: d.version, shortLink: d.shortLink, ...done },
        later.navigateToMiniProgram,
      )
    const name = moves[text(d.openType) || 'navigate']
    if (name) void callLater(name, { url: text(d.url), delta: +d.delta || 1, ...done }, later[name])
  },
}

const webView: ElementSpec = {
  props: ['progress-bar-color'],
  observe: {
    src: (c, e, d) => {
      const source = text(d.src)
      if (!source || e.dataset.source === source) return
      e.dataset.source = source
      e.dataset.shown = source.slice(0, 300)
      noteElement('web-view', { src: source })
      setTimer(() => fire(c, 'load', { src: source, url: source }), 30)
    },
  },
}

/** What only the platform can draw: a box that says so. */
function placeholder(name: string, props: string, label: (d: Loose) => string): ElementSpec {
  return {
    props: props.split(' '),
    attached: (c, e, d) => {
      const box = document.createElement('div')
      box.className = 'mp-placeholder'
      box.textContent = label(d)
      e.append(box)
      const args: Record<string, unknown> = {}
      for (const p of props.split(' ')) {
        const key = p.replace(/-([a-z])/g, (_, x: string) => x.toUpperCase())
        if (d[key] !== undefined) args[key] = d[key]
      }
      noteElement(name, { ...args, type: d.type, at: describe(c)?.selector ?? '' })
      if (name.startsWith('ad')) setTimer(() => fire(c, 'load', {}), 30)
    },
    observe: {
      type: (_, e, d) => {
        if (e.firstElementChild?.className === 'mp-placeholder') e.firstElementChild.textContent = label(d)
      },
    },
  }
}
const openData: Record<string, string> = {
  userNickName: '微信用户',
  userGender: '',
  userCity: '',
  userProvince: '',
  userCountry: '',
  userLanguage: 'zh_CN',
  groupName: '群名称',
}

export const openElements: Readonly<Record<string, ElementSpec>> = {
  button,
  navigator,
  'functional-page-navigator': navigator,
  'web-view': webView,
  'open-data': placeholder('open-data', 'open-gid lang default-text default-avatar use-filter', (d) => openData[text(d.type)] ?? ''),
  'official-account': placeholder('official-account', 'account', () => '公众号关注组件'),
  ad: placeholder('ad', 'unit-id ad-intervals ad-type ad-theme', () => '广告'),
  'ad-custom': placeholder('ad-custom', 'unit-id ad-intervals', () => '广告'),
  'draw-ad': placeholder('draw-ad', 'unit-id', () => '广告'),
  'pay-button': {
    ...placeholder('pay-button', 'mode goods-id goods-type biz-line order-status', () => '立即购买'),
    tap: (c) => {
      void callLater('button.pay', { mode: c.data.mode, goodsId: c.data.goodsId }, (_, r) => r.ok())
      fire(c, 'placeorder', { status: 'success' }, { user: true })
    },
  },
  'aweme-data': placeholder('aweme-data', 'type aweme-id', () => '抖音内容'),
  'aweme-user-card': placeholder('aweme-user-card', 'aweme-id', () => '抖音号'),
  'aweme-group': placeholder('aweme-group', 'group-id', () => '粉丝群'),
  'store-product': placeholder('store-product', 'appid product-id', () => '商品'),
  'store-home': placeholder('store-home', 'appid', () => '店铺'),
  'channel-video': placeholder('channel-video', 'feed-id finder-user-name feed-token autoplay loop muted object-fit', () => '视频号视频'),
  'channel-live': placeholder('channel-live', 'feed-id finder-user-name', () => '视频号直播'),
  'voip-room': placeholder('voip-room', 'openid mode device-position', () => '多人通话'),
  'rate-feedback': placeholder('rate-feedback', 'order-id', () => '评价'),
}
