/** Navigation, bars, toasts, jumps out of the program: what a call does to the screen. */

import { answerFor } from '../answers.ts'
import { drawBar, drawTabs, tabState } from '../bars.ts'
import { freshTap } from '../cause.ts'
import { setTimer } from '../native.ts'
import { go, type Move, pullDown, stopPull } from '../pages.ts'
import { ask, closePanels, hideToast, toast } from '../prompts.ts'
import { type Loose, top, world } from '../state.ts'
import { atOnce, later, type Reply } from './engine.ts'
import { setRecorderStart } from './media.ts'
import { clipboard, onNeedPrivacy, withScope } from './questions.ts'

const say =
  (give: (o: Loose) => Record<string, unknown> = () => ({})) =>
  (o: Loose, r: Reply) =>
    r.ok(give(o))

for (const action of ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab'] as const satisfies Move[]) {
  later[action] = (o, r) => {
    closePanels()
    go(action, o, r)
  }
}
later.navigateBack = (o, r) => go('navigateBack', o, r)

Object.assign(later, {
  showToast: (o: Loose, r: Reply) => {
    toast('toast', String(o.title ?? ''), !!o.mask, +o.duration || 1500, r.call)
    r.ok()
  },
  showLoading: (o: Loose, r: Reply) => {
    toast('loading', String(o.title ?? ''), !!o.mask, 0, r.call)
    r.ok()
  },
  hideToast: (_: Loose, r: Reply) => {
    hideToast('toast')
    r.ok()
  },
  hideLoading: (_: Loose, r: Reply) => {
    hideToast('loading')
    r.ok()
  },
  setNavigationBarTitle: (o: Loose, r: Reply) => {
    const page = top()
    if (page) {
      page.title = String(o.title ?? '')
      drawBar()
    }
    r.ok()
  },
  setNavigationBarColor: (o: Loose, r: Reply) => {
    const page = top()
    if (page) {
      page.navColors = { front: String(o.frontColor ?? ''), back: String(o.backgroundColor ?? '') }
      drawBar()
    }
    r.ok()
  },
  showNavigationBarLoading: say(),
  hideNavigationBarLoading: say(),
  hideHomeButton: say(),
  setBackgroundColor: say(),
  setBackgroundTextStyle: say(),
  setTopBarText: say(),
  enableAlertBeforeUnload: (o: Loose, r: Reply) => {
    const page = top()
    if (page) page.backAlert = String(o.message ?? '')
    r.ok()
  },
  disableAlertBeforeUnload: (_: Loose, r: Reply) => {
    const page = top()
    if (page) page.backAlert = null
    r.ok()
  },
  pageScrollTo: (o: Loose, r: Reply) => {
    const page = top()
    let to = +o.scrollTop || 0
    if (page && o.selector) {
      for (const e of Array.from(page.element.querySelectorAll('*')) as Loose[]) {
        const node = e.__wxElement
        if (!node) continue
        if (
          (o.selector[0] === '#' && node.id === o.selector.slice(1)) ||
          (o.selector[0] === '.' && node.class?.split?.(' ').includes(o.selector.slice(1)))
        ) {
          to = e.getBoundingClientRect().top - page.element.getBoundingClientRect().top + page.element.scrollTop + (+o.offsetTop || 0)
          break
        }
      }
    }
    if (page) page.element.scrollTop = to
    r.ok()
  },
  startPullDownRefresh: (_: Loose, r: Reply) => {
    r.ok()
    setTimer(() => pullDown(false), 20)
  },
  stopPullDownRefresh: (_: Loose, r: Reply) => {
    stopPull()
    r.ok()
  },
  // tab bar
  setTabBarBadge: (o: Loose, r: Reply) => {
    tabState.badges[+o.index || 0] = String(o.text ?? '')
    drawTabs()
    r.ok()
  },
  removeTabBarBadge: (o: Loose, r: Reply) => {
    delete tabState.badges[+o.index || 0]
    drawTabs()
    r.ok()
  },
  showTabBarRedDot: (o: Loose, r: Reply) => {
    tabState.dots[+o.index || 0] = true
    drawTabs()
    r.ok()
  },
  hideTabBarRedDot: (o: Loose, r: Reply) => {
    delete tabState.dots[+o.index || 0]
    drawTabs()
    r.ok()
  },
  showTabBar: (_: Loose, r: Reply) => {
    tabState.hidden = false
    drawTabs()
    r.ok()
  },
  hideTabBar: (_: Loose, r: Reply) => {
    tabState.hidden = true
    drawTabs()
    r.ok()
  },
  setTabBarItem: (o: Loose, r: Reply) => {
    tabState.items[+o.index || 0] = {
      ...tabState.items[+o.index || 0],
      ...Object.fromEntries(Object.entries(o).filter(([k]) => /^(text|iconPath|selectedIconPath|pagePath)$/.test(k))),
    }
    drawTabs()
    r.ok()
  },
  setTabBarStyle: (o: Loose, r: Reply) => {
    Object.assign(tabState.style, o)
    drawTabs()
    r.ok()
  },
  // share
  showShareMenu: say(),
  hideShareMenu: say(),
  updateShareMenu: say(),
  showShareImageMenu: say(),
  shareFileMessage: say(),
  shareVideoMessage: say(),
  addFileToFavorites: say(),
  // clipboard, calls and the like
  setClipboardData: (o: Loose, r: Reply) => {
    clipboard.text = String(o.data ?? '')
    toast('toast', '内容已复制', false, 1500, r.call)
    r.ok()
  },
  makePhoneCall: (o: Loose, r: Reply) =>
    ask(
      {
        sort: 'sheet',
        api: 'makePhoneCall',
        title: String(o.phoneNumber ?? ''),
        buttons: [
          { id: 'call', text: '呼叫' },
          { id: 'cancel', text: '取消' },
        ],
        call: r.call,
        answer: answerFor(['makePhoneCall'], world.profile.modals),
        accept: 'call',
        refuse: 'cancel',
      },
      ({ button, by }) => (button === 'call' ? r.ok({}, by) : r.fail('cancel', by)),
    ),
  vibrateShort: say(),
  vibrateLong: say(),
  setKeepScreenOn: say(),
  setScreenBrightness: say(),
  setEnableDebug: say(),
  setVisualEffectOnCapture: say(),
  hideKeyboard: (_: Loose, r: Reply) => {
    ;(document.activeElement as HTMLElement | null)?.blur?.()
    r.ok()
  },
  openLocation: say(),
  openSystemBluetoothSetting: say(),
  openAppAuthorizeSetting: say(),
  openCustomerServiceChat: say(),
  openCustomerServiceConversation: say(),
  openChannelsActivity: say(),
  openChannelsUserProfile: say(),
  openChannelsLive: say(),
  openOfficialAccountArticle: say(),
  openOfficialAccountProfile: say(),
  openOfficialAccountChat: say(),
  openSchema: say(),
  openVideoEditor: say(),
  openAwemeUserProfile: say(),
  navigateToVideoView: say(),
  followOfficialAccount: say(),
  followAwemeUser: say(),
  addShortcut: say(),
  checkShortcut: say(() => ({ status: { exist: false, needUpdate: false } })),
  subscribeApp: say(),
  exitMiniProgram: say(),
  navigateBackMiniProgram: say(),
  openEmbeddedMiniProgram: (o: Loose, r: Reply) => leave('openEmbeddedMiniProgram', o, r),
  navigateToMiniProgram: (o: Loose, r: Reply) => leave('navigateToMiniProgram', o, r),
  openUrl: say(),
  stopLocationUpdate: say(),
  startAccelerometer: say(),
  stopAccelerometer: say(),
  startCompass: say(),
  stopCompass: say(),
  startGyroscope: say(),
  stopGyroscope: say(),
  startDeviceMotionListening: say(),
  stopDeviceMotionListening: say(),
  setWifiList: say(),
  startWifi: say(),
  getConnectedWifi: (_: Loose, r: Reply) => r.fail('not connected'),
  getWifiList: say(),
  createRoom: say(),
  closeBluetoothAdapter: say(),
  getBluetoothAdapterState: say(() => ({ discovering: false, available: true })),
  startBluetoothDevicesDiscovery: say(),
  stopBluetoothDevicesDiscovery: say(),
  getBluetoothDevices: say(() => ({ devices: [] })),
  getConnectedBluetoothDevices: say(() => ({ devices: [] })),
  getBeacons: say(() => ({ beacons: [] })),
  seekBackgroundAudio: say(),
  playBackgroundAudio: say(),
  pauseBackgroundAudio: say(),
  stopBackgroundAudio: say(),
  getBackgroundAudioPlayerState: say(() => ({ status: 2 })),
  removeSavedFile: say(),
})

/** Leaving for another program asks first, and only a finger may ask. */
function leave(name: string, o: Loose, r: Reply): void {
  if (!freshTap() && world.manifest.platform === 'wechat') {
    r.fail('can only be invoked by user TAP gesture.')
    return
  }
  ask(
    {
      sort: 'modal',
      api: name,
      title: '',
      text: '即将打开“' + String(o.appId ?? o.shortLink ?? '') + '”小程序',
      buttons: [
        { id: 'cancel', text: '取消' },
        { id: 'allow', text: '允许' },
      ],
      call: r.call,
      answer: answerFor([name], world.profile.modals),
      accept: 'allow',
      refuse: 'cancel',
    },
    ({ button, by }) => (button === 'allow' ? r.ok({}, by) : r.fail('cancel', by)),
  )
}

setRecorderStart((_, r) => withScope('scope.record', 'RecorderManager.start', r, () => r.ok()))
atOnce.onNeedPrivacyAuthorization = onNeedPrivacy
