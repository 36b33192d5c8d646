/** The device, the account, storage, the clock of events: what a program reads about where it runs. */

import { begin, context, enter, follow } from '../cause.ts'
import { guard } from '../errors.ts'
import { clock, NativePromise, setTimer } from '../native.ts'
import { record, summary } from '../record.ts'
import { isDouyin, type Loose, top, world } from '../state.ts'
import { atOnce, later, listeners, standIn } from './engine.ts'

export const statusBar = 20
export const navigationBar = 44
export const tabBarHeight = 50

export function systemInfo(): Record<string, unknown> {
  const p = world.profile
  const ios = p.system === 'ios'
  const page = top()
  const custom = page?.config.navigationStyle === 'custom'
  const tab = page ? isTab(page.route) : false
  const height = window.innerHeight - (custom ? 0 : statusBar + navigationBar) - (tab && !world.manifest.tabBar.custom ? tabBarHeight : 0)
  const base = {
    brand: ios ? 'iPhone' : 'HUAWEI',
    model: ios ? 'iPhone 12<iPhone13,2>' : 'NOH-AN00',
    pixelRatio: window.devicePixelRatio,
    devicePixelRatio: window.devicePixelRatio,
    screenWidth: window.innerWidth,
    screenHeight: window.innerHeight,
    windowWidth: window.innerWidth,
    windowHeight: height,
    statusBarHeight: statusBar,
    screenTop: custom ? 0 : statusBar + navigationBar,
    language: 'zh_CN',
    version: isDouyin() ? '32.5.0' : '8.0.68',
    system: ios ? 'iOS 17.2' : 'Android 13',
    platform: p.system,
    fontSizeSetting: 16,
    fontSizeScaleFactor: 1,
    SDKVersion: isDouyin() ? '3.52.0' : '3.8.12',
    benchmarkLevel: ios ? -1 : 40,
    albumAuthorized: true,
    cameraAuthorized: true,
    locationAuthorized: true,
    microphoneAuthorized: true,
    notificationAuthorized: true,
    bluetoothEnabled: true,
    locationEnabled: true,
    wifiEnabled: true,
    theme: p.theme,
    deviceOrientation: 'portrait',
    enableDebug: false,
    memorySize: 8192,
    cpuType: 'arm64',
    abi: 'arm64-v8a',
    mode: 'default',
    safeArea: {
      left: 0,
      right: window.innerWidth,
      top: statusBar,
      bottom: window.innerHeight,
      width: window.innerWidth,
      height: window.innerHeight - statusBar,
    },
    host: isDouyin() ? { appName: 'Douyin' } : { env: 'WeChat', appId: '', version: 0x28004430 },
  }
  return isDouyin()
    ? { ...base, appName: 'Douyin', nativeSDKVersion: '3.52.0', updateVersionCode: '32509900', devicePlatform: p.system }
    : base
}
export const isTab = (route: string): boolean =>
  ((world.manifest.app.tabBar as Loose)?.list ?? []).some((t: Loose) => t?.pagePath === route)

const env = (): string =>
  (isDouyin()
    ? { develop: 'development', trial: 'preview', release: 'production' }[world.profile.envVersion]
    : world.profile.envVersion) as string
const accountInfo = () => ({
  miniProgram: {
    appId: isDouyin() ? 'tt0000000000000000' : 'wx0000000000000000',
    envVersion: world.profile.envVersion,
    version: world.profile.envVersion === 'release' ? '1.0.0' : '',
  },
})
const pick = (keys: string) => () => {
  const all = systemInfo()
  return Object.fromEntries(keys.split(' ').map((k) => [k, all[k]]))
}

Object.assign(atOnce, {
  getSystemInfoSync: systemInfo,
  getWindowInfo: pick('pixelRatio screenWidth screenHeight windowWidth windowHeight statusBarHeight screenTop safeArea'),
  getDeviceInfo: pick('brand model system platform benchmarkLevel abi memorySize cpuType'),
  getDeviceInfoSync: pick('brand model system platform benchmarkLevel abi memorySize cpuType'),
  getAppBaseInfo: pick('SDKVersion enableDebug host language version theme fontSizeSetting fontSizeScaleFactor mode'),
  getHostInfoSync: pick('appName version SDKVersion'),
  getSystemSetting: () => ({ bluetoothEnabled: true, locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' }),
  getAppAuthorizeSetting: () => ({
    albumAuthorized: 'authorized',
    cameraAuthorized: 'authorized',
    locationAuthorized: 'authorized',
    microphoneAuthorized: 'authorized',
    notificationAuthorized: 'authorized',
    bluetoothAuthorized: 'authorized',
    locationReducedAccuracy: false,
    phoneCalendarAuthorized: 'authorized',
  }),
  getMenuButtonBoundingClientRect: () => ({
    width: 87,
    height: 32,
    top: 24,
    bottom: 56,
    left: window.innerWidth - 97,
    right: window.innerWidth - 10,
  }),
  getMenuButtonLayout: () => ({ width: 87, height: 32, top: 24, bottom: 56, left: window.innerWidth - 97, right: window.innerWidth - 10 }),
  getCustomButtonBoundingClientRect: () => ({ capsule: {}, leftIcon: {}, title: {} }),
  getAccountInfoSync: accountInfo,
  getEnvInfoSync: () => ({
    microapp: { appId: 'tt0000000000000000', envType: env(), mpVersion: '1.0.0' },
    plugin: {},
    common: { USER_DATA_PATH: 'ttfile://user', location: undefined },
  }),
  getLaunchOptionsSync: () => ({ ...world.launched, query: { ...world.launched.query } }),
  getEnterOptionsSync: () => ({ ...world.launched, query: { ...world.launched.query } }),
  getExtConfigSync: () => JSON.parse(JSON.stringify((world.manifest.ext as Loose).ext ?? world.manifest.ext)),
  getBatteryInfoSync: () => ({ level: 90, isCharging: false, isLowPowerModeEnabled: false }),
  getRendererUserAgent: () => 'Mozilla/5.0 MicroMessenger/8.0.68 MiniProgramEnv',
  getPerformance: () => ({
    now: () => clock(),
    createObserver: () => ({ observe() {}, disconnect() {} }),
    getEntries: () => [],
    getEntriesByType: () => [],
    getEntriesByName: () => [],
    mark() {},
    setBufferSize() {},
  }),
  getRandomValuesSync: () => undefined,
  canIUse: (what: string) => canIUse(String(what)),
  isSDKVersionSupported: () => true,
  nextTick: (run: Loose) => {
    if (typeof run !== 'function') return
    const next = follow(context(), 'callback', 'nextTick')
    setTimer(() => enter(next, () => guard('nextTick', () => run())), 0)
  },
  base64ToArrayBuffer: (s: string) => Uint8Array.from(atob(String(s)), (c) => c.charCodeAt(0)).buffer,
  arrayBufferToBase64: (b: ArrayBuffer) => {
    const bytes = new Uint8Array(b)
    let s = ''
    for (let i = 0; i < bytes.length; i++) s += String.fromCharCode(bytes[i] as number)
    return btoa(s)
  },
  reportAnalytics: () => undefined,
  reportMonitor: () => undefined,
  reportEvent: () => undefined,
  reportPerformance: () => undefined,
  preDownloadSubpackage: () => standIn('PreDownloadSubpackageTask'),
  setInnerAudioOption: () => undefined,
  getLogManager: () => ({ info() {}, log() {}, warn() {}, debug() {} }),
  getRealtimeLogManager: () => ({
    info() {},
    warn() {},
    error() {},
    setFilterMsg() {},
    addFilterMsg() {},
    in() {},
    tag: () => ({ info() {}, warn() {}, error() {} }),
  }),
  getUpdateManager: () => updateManager(),
})
/** Whether a public name, an open-type or a component is there; anything known to the platform is. */
function canIUse(what: string): boolean {
  const name = what.split('.')[0] as string
  return name in later || name in atOnce || known.has(name) || /^[a-z]+(-[a-z]+)*$/.test(name) || /^(on|off|create)[A-Z]/.test(name)
}
export const known = new Set<string>()

function updateManager() {
  return {
    onCheckForUpdate: (run: Loose) =>
      typeof run === 'function' &&
      setTimer(
        () => enter(follow(null, 'event', 'onCheckForUpdate'), () => guard('onCheckForUpdate', () => run({ hasUpdate: false }))),
        50,
      ),
    onUpdateReady() {},
    onUpdateFailed() {},
    applyUpdate() {},
  }
}

// ---- storage ---------------------------------------------------------------------------------------------------

const stored = new Map<string, string>()
let size = 0
/** What is stored, by key, as JSON. */
export const storage = stored
export function fillStorage(values: Readonly<Record<string, string>>): void {
  for (const [k, v] of Object.entries(values)) stored.set(k, v)
}
let noted = 0
const note = (action: 'set' | 'remove' | 'clear' | 'get', key: string, value: unknown) => {
  if (++noted < 3000) record({ kind: 'storage', action, key: String(key).slice(0, 200), value: action === 'set' ? summary(value) : null })
}
function put(key: unknown, value: unknown): void {
  if (key === undefined || key === null || key === '') throw new Error('setStorage:fail parameter error: key should not be empty')
  const json = value instanceof ArrayBuffer ? '""' : value === undefined ? '""' : JSON.stringify(value)
  const text = json === undefined ? '""' : json
  size += text.length - (stored.get(String(key))?.length ?? 0)
  if (text.length > 1_100_000 || size > 10_500_000) throw new Error('setStorage:fail the data size exceeds the limit')
  stored.set(String(key), text)
  note('set', String(key), value)
}
const take = (key: unknown): unknown => {
  const json = stored.get(String(key))
  return json === undefined ? undefined : JSON.parse(json)
}
const storageInfo = () => ({ keys: [...stored.keys()], currentSize: Math.ceil(size / 1024), limitSize: 10240 })
Object.assign(atOnce, {
  getStorageSync: (key: string) => take(key) ?? (stored.has(String(key)) ? take(key) : ''),
  setStorageSync: (key: string, value: unknown) => put(key, value),
  removeStorageSync: (key: string) => {
    stored.delete(String(key))
    note('remove', key, null)
  },
  clearStorageSync: () => {
    stored.clear()
    size = 0
    note('clear', '', null)
  },
  getStorageInfoSync: storageInfo,
  batchGetStorageSync: (keys: string[]) => keys.map((k) => take(k) ?? ''),
  batchSetStorageSync: (list: Loose[]) => {
    for (const x of list) put(x.key, x.value)
  },
})
Object.assign(later, {
  getStorage: (o: Loose, r: Loose) => (stored.has(String(o.key)) ? r.ok({ data: take(o.key) }) : r.fail('data not found')),
  setStorage: (o: Loose, r: Loose) => {
    try {
      put(o.key, o.data)
      r.ok()
    } catch (e) {
      r.fail(String((e as Error).message))
    }
  },
  removeStorage: (o: Loose, r: Loose) => {
    stored.delete(String(o.key))
    note('remove', o.key, null)
    r.ok({ data: null })
  },
  clearStorage: (_: Loose, r: Loose) => {
    stored.clear()
    size = 0
    note('clear', '', null)
    r.ok()
  },
  getStorageInfo: (_: Loose, r: Loose) => r.ok(storageInfo()),
})

// ---- answers about the device ----------------------------------------------------------------------------------

const say = (give: (o: Loose) => Record<string, unknown>) => (o: Loose, r: Loose) => r.ok(give(o))
let logins = 0
Object.assign(later, {
  getSystemInfo: say(systemInfo),
  getSystemInfoAsync: say(systemInfo),
  getNetworkType: say(() => ({
    networkType: world.profile.networkType,
    isConnected: world.profile.networkType !== 'none',
    signalStrength: -50,
    hasSystemProxy: false,
    weakNet: false,
  })),
  getBatteryInfo: say(() => ({ level: 90, isCharging: false })),
  getScreenBrightness: say(() => ({ value: 0.5 })),
  getExtConfig: say(() => ({ extConfig: (world.manifest.ext as Loose).ext ?? {} })),
  getMenuButtonLayout: say(() => (atOnce.getMenuButtonLayout as Loose)()),
  login: (o: Loose, r: Loose) => {
    if (!world.profile.loggedIn) return r.fail('user not logged in', 'profile', { errNo: 10401 })
    void o
    r.ok({ code: 'simulated-login-' + ++logins, anonymousCode: 'simulated-anonymous', isLogin: true }, 'profile')
  },
  checkSession: (_: Loose, r: Loose) => (logins ? r.ok() : r.fail('session has expired', 'system', { errCode: -1 })),
  pluginLogin: say(() => ({ code: 'simulated' })),
  getHistoricalUpdate: say(() => ({})),
  loadSubpackage: say(() => ({})),
  getSelectedTextRange: (_: Loose, r: Loose) => r.fail('no focus'),
  getBackgroundFetchData: (_: Loose, r: Loose) => r.fail('no data'),
  getShareInfo: say(() => ({ encryptedData: 'c2ltdWxhdGVk', iv: 'c2ltdWxhdGVkaXY=', cloudID: 'simulated' })),
  getGroupEnterInfo: say(() => ({ encryptedData: 'c2ltdWxhdGVk', iv: 'c2ltdWxhdGVkaXY=' })),
  checkIsSupportSoterAuthentication: say(() => ({ supportMode: [] })),
  getRandomValues: say((o) => ({ randomValues: new ArrayBuffer(Math.min(1024, +o.length || 0)) })),
  isVKSupport: say(() => ({})),
  // keeping others from recording the screen needs nobody's leave
  disableUserScreenRecord: say(() => ({})),
  enableUserScreenRecord: say(() => ({})),
  checkFollowState: say(() => ({ result: false })),
  checkFollowAwemeState: say(() => ({ hasFollowed: false })),
})

// ---- platform events -------------------------------------------------------------------------------------------

const channels = new Map<string, ReturnType<typeof listeners>>()
export function channelFor(name: string): ReturnType<typeof listeners> {
  let l = channels.get(name)
  if (!l) {
    l = listeners(name)
    channels.set(name, l)
  }
  return l
}
/** Raises a platform event: 'onAppShow', 'onThemeChange', … */
export const raise = (name: string, value: unknown, kind: 'event' | 'lifecycle' = 'event'): void => {
  channels.get(name)?.raise(value, begin(kind, name, null))
}
export const resolved = <T>(value: T): Promise<T> => NativePromise.resolve(value)
