/** Questions that the platform puts before a person: permissions, payment, profile, modals. */
import { answerFor, decided } from '../answers.ts'
import { ask } from '../prompts.ts'
import { type Loose, world } from '../state.ts'
import { type Behaviour, callLater, later, listeners, type Reply, recordCall, scopeOf } from './engine.ts'

export const scopeNames: Record<string, string> = {
  'scope.userInfo': '获取你的昵称、头像',
  'scope.userLocation': '获取你的位置信息',
  'scope.userFuzzyLocation': '获取你的模糊位置信息',
  'scope.userLocationBackground': '在后台获取你的位置信息',
  'scope.address': '获取你的通讯地址',
  'scope.invoiceTitle': '获取你的发票抬头',
  'scope.invoice': '获取你的发票',
  'scope.werun': '获取你的微信运动步数',
  'scope.record': '使用你的麦克风',
  'scope.writePhotosAlbum': '保存图片或视频到你的相册',
  'scope.album': '访问你的相册',
  'scope.camera': '使用你的摄像头',
  'scope.bluetooth': '使用你的蓝牙',
  'scope.addPhoneContact': '添加到你的通讯录',
  'scope.addPhoneCalendar': '添加日程到你的日历',
  'scope.calendar': '添加日程到你的日历',
  'scope.clipboard': '读取你的剪切板',
}
/** Which call needs which scope. */
const needs: Record<string, string> = {
  getLocation: 'scope.userLocation',
  getFuzzyLocation: 'scope.userFuzzyLocation',
  startLocationUpdate: 'scope.userLocation',
  startLocationUpdateBackground: 'scope.userLocationBackground',
  startRecord: 'scope.record',
  joinVoIPChat: 'scope.record',
  createVKSession: 'scope.camera',
  saveImageToPhotosAlbum: 'scope.writePhotosAlbum',
  saveVideoToPhotosAlbum: 'scope.writePhotosAlbum',
  getWeRunData: 'scope.werun',
  openBluetoothAdapter: 'scope.bluetooth',
  createBLEPeripheralServer: 'scope.bluetooth',
  addPhoneCalendar: 'scope.addPhoneCalendar',
  addPhoneRepeatCalendar: 'scope.addPhoneCalendar',
  addPhoneContact: 'scope.addPhoneContact',
}
for (const [api, scope] of Object.entries(needs)) scopeOf[api] = scope
Object.assign(scopeOf, { chooseAddress: 'scope.address', chooseInvoiceTitle: 'scope.invoiceTitle', getUserInfo: 'scope.userInfo' })

const appName = (): string => world.manifest.name
const purpose = (scope: string): string => String((world.manifest.app.permission as Loose)?.[scope]?.desc ?? '')

/** Asks for a scope once; what was refused stays refused until the settings change. */
export function withScope(scope: string, api: string, reply: Reply, proceed: () => void): void {
  if (decided[scope] !== undefined) {
    if (decided[scope]) proceed()
    else reply.fail('auth deny', 'denied', { errno: 103 })
    return
  }
  ask(
    {
      sort: 'permission',
      api,
      title: `“${appName()}” 申请`,
      text: (scopeNames[scope] ?? scope) + (purpose(scope) ? '\n' + purpose(scope) : ''),
      buttons: [
        { id: 'deny', text: '拒绝' },
        { id: 'allow', text: '允许' },
      ],
      call: reply.call,
      answer: answerFor([api, scope], world.profile.permissions),
      accept: 'allow',
      refuse: 'deny',
    },
    ({ button, by }) => {
      decided[scope] = button === 'allow'
      if (button === 'allow') proceed()
      else reply.fail('auth deny', by === 'user' ? 'user' : 'profile', { errno: 103 })
    },
  )
}

/** Asks something that has to be asked every time. */
export function withConsent(
  sort: 'profile' | 'payment' | 'permission',
  api: string,
  title: string,
  text: string,
  reply: Reply,
  proceed: () => void,
  refused = 'auth deny',
): void {
  ask(
    {
      sort,
      api,
      title,
      text,
      buttons: [
        { id: 'deny', text: sort === 'payment' ? '取消' : '拒绝' },
        { id: 'allow', text: sort === 'payment' ? '确认支付' : '允许' },
      ],
      call: reply.call,
      answer: answerFor([api], sort === 'payment' ? world.profile.payment : world.profile.permissions),
      accept: 'allow',
      refuse: 'deny',
    },
    ({ button, by }) => (button === 'allow' ? proceed() : reply.fail(refused, by === 'user' ? 'user' : 'profile')),
  )
}

// ---- privacy ---------------------------------------------------------------------------------------------------

const privacyAsked = listeners('onNeedPrivacyAuthorization')
let privacyAgreed = false
export const agreePrivacy = (): void => {
  privacyAgreed = true
}
/** Where a program has its own privacy question, it is put before the first call that touches personal data. */
function privately(api: string, behaviour: Behaviour): Behaviour {
  return (o, reply) => {
    if (privacyAgreed || !privacyAsked.size) return behaviour(o, reply)
    const resolve = (r: Loose) => {
      if (r?.event === 'agree') {
        privacyAgreed = true
        behaviour(o, reply)
      } else if (r?.event === 'disagree') reply.fail('privacy permission is not authorized', 'user', { errno: 104 })
    }
    for (const run of privacyRun) run(resolve, { referrer: api })
    return undefined
  }
}
const privacyRun: Loose[] = []

// ---- the calls -------------------------------------------------------------------------------------------------

const user = () => ({
  nickName: '微信用户',
  avatarUrl: '/__temp/avatar.png',
  gender: 0,
  city: '',
  province: '',
  country: '',
  language: 'zh_CN',
})
const place = {
  latitude: 23.10229,
  longitude: 113.3345211,
  speed: -1,
  accuracy: 65,
  altitude: 0,
  verticalAccuracy: 65,
  horizontalAccuracy: 65,
}
const profileAnswer = () => {
  const userInfo = user()
  return {
    userInfo,
    rawData: JSON.stringify(userInfo),
    signature: '0'.repeat(40),
    encryptedData: 'c2ltdWxhdGVk',
    iv: 'c2ltdWxhdGVkaXY=',
    cloudID: 'simulated',
  }
}
/** The album holds two sorts of pictures, taken turn about: a harmless one and one that no check should let pass; both say so in their names. */
let chosen = 0
const files = (_: Loose, type: 'image' | 'video') => {
  const turn = chosen++
  return [{ path: `http://tmp/menshen-${turn % 2 ? 'improper' : 'harmless'}-${turn}.${type === 'image' ? 'png' : 'mp4'}`, size: 20480 }]
}

const behaviours: Record<string, Behaviour> = {
  getLocation: (o, r) => r.ok({ ...place, ...(o.altitude ? {} : {}) }, 'profile'),
  getFuzzyLocation: (_, r) => r.ok({ latitude: 23.1, longitude: 113.3 }, 'profile'),
  startLocationUpdate: (_, r) => r.ok(),
  startLocationUpdateBackground: (_, r) => r.ok(),
  startRecord: (_, r) => r.ok({ tempFilePath: 'http://tmp/record.silk' }),
  saveImageToPhotosAlbum: (_, r) => r.ok(),
  saveVideoToPhotosAlbum: (_, r) => r.ok(),
  getWeRunData: (_, r) => r.ok({ encryptedData: 'c2ltdWxhdGVk', iv: 'c2ltdWxhdGVkaXY=', cloudID: 'simulated' }),
  openBluetoothAdapter: (_, r) => r.ok(),
  addPhoneCalendar: (_, r) => r.ok(),
  addPhoneRepeatCalendar: (_, r) => r.ok(),
  addPhoneContact: (_, r) => r.ok(),
}
for (const [name, behaviour] of Object.entries(behaviours))
  later[name] = privately(name, (o, r) => withScope(needs[name] as string, name, r, () => behaviour(o, r)))

const asking = (name: string, title: string, give: (o: Loose) => Record<string, unknown>, refused = 'cancel') => {
  later[name] = privately(name, (o, r) =>
    withConsent('permission', name, `“${appName()}”`, title, r, () => r.ok(give(o), 'profile'), refused),
  )
}
asking('chooseAddress', '选择收货地址', () => ({
  userName: '张三',
  postalCode: '510000',
  provinceName: '广东省',
  cityName: '广州市',
  countyName: '海珠区',
  streetName: '新港中路',
  detailInfo: '新港中路397号',
  detailInfoNew: '新港中路397号',
  telNumber: '020-81167888',
  nationalCode: '440105',
}))
asking('chooseInvoiceTitle', '选择发票抬头', () => ({
  type: '0',
  title: '示例公司',
  taxNumber: '91440101MA00000000',
  companyAddress: '',
  telephone: '',
  bankName: '',
  bankAccount: '',
}))
asking('chooseInvoice', '选择发票', () => ({ invoiceInfo: '[]' }))
asking('chooseLicensePlate', '选择车牌号', () => ({ plateNumber: '粤A00000' }))
asking('chooseLocation', '选择位置', () => ({
  name: '示例地点',
  address: '广东省广州市海珠区新港中路397号',
  latitude: place.latitude,
  longitude: place.longitude,
}))
asking('choosePoi', '选择位置', () => ({ type: 1, city: '广州市', name: '', address: '', latitude: 0, longitude: 0 }))
asking('chooseImage', '选择照片', (o) => {
  const taken = files(o, 'image')
  return { tempFilePaths: taken.map((f) => f.path), tempFiles: taken }
})
asking('chooseVideo', '选择视频', (o) => ({ tempFilePath: files(o, 'video')[0]?.path, duration: 5, size: 20480, width: 320, height: 240 }))
asking('chooseMedia', '选择照片或视频', (o) => {
  const type = Array.isArray(o.mediaType) && o.mediaType[0] === 'video' && o.mediaType.length === 1 ? 'video' : 'image'
  return {
    type,
    tempFiles: files(o, type).map((f) => ({
      tempFilePath: f.path,
      size: f.size,
      fileType: type,
      duration: 5,
      width: 320,
      height: 240,
      thumbTempFilePath: 'http://tmp/thumb.png',
    })),
  }
})
asking('chooseMessageFile', '选择聊天文件', () => ({
  tempFiles: [{ path: 'http://tmp/file.pdf', name: 'file.pdf', size: 20480, type: 'file', time: 0 }],
}))
asking('scanCode', '扫一扫', () => ({ result: 'https://example.invalid/scan', scanType: 'QR_CODE', charSet: 'UTF-8', rawData: '' }))
asking('chooseContact', '选择联系人', () => ({ phoneNumber: '13800000000', displayName: '张三', phoneNumberList: '13800000000' }))
asking('startFacialRecognitionVerify', '人脸核身', () => ({ verifyResult: 'simulated' }))
asking('getClipboardData', '读取剪切板', () => ({ data: clipboard.text }))
export const clipboard = { text: '' }

later.getUserProfile = privately('getUserProfile', (o, r) =>
  withConsent('profile', 'getUserProfile', `“${appName()}” 申请`, '获取你的昵称、头像\n' + String(o.desc ?? ''), r, () =>
    r.ok(profileAnswer(), 'profile'),
  ),
)
later.getUserInfo = (_, r) => {
  if (decided['scope.userInfo'] || world.manifest.platform === 'wechat') return r.ok(profileAnswer())
  withScope('scope.userInfo', 'getUserInfo', r, () => r.ok(profileAnswer(), 'profile'))
}
later.authorize = (o, r) => {
  const scope = String(o.scope ?? '')
  if (!scopeNames[scope]) return r.fail('invalid scope')
  withScope(scope, 'authorize', r, () => r.ok({}, 'profile'))
}
later.getSetting = (o, r) =>
  r.ok({ authSetting: { ...decided }, ...(o.withSubscriptions ? { subscriptionsSetting: { mainSwitch: true, itemSettings: {} } } : {}) })
later.openSetting = (_, r) => {
  // a person who opens the settings there turns on what was refused, or not
  const give = answerFor(['openSetting'], world.profile.permissions)
  if (give === 'allow') for (const scope of Object.keys(decided)) decided[scope] = true
  r.ok({ authSetting: { ...decided } })
}
later.getPrivacySetting = (_, r) =>
  r.ok({ needAuthorization: !privacyAgreed && privacyAsked.size > 0, privacyContractName: '《用户隐私保护指引》' })
const agreed = (r: Reply): void => {
  privacyAgreed = true
  r.ok({}, 'user')
}
later.requirePrivacyAuthorize = (_, r) => {
  if (privacyAgreed || !privacyAsked.size) {
    privacyAgreed = true
    return r.ok()
  }
  for (const run of privacyRun)
    run(
      (x: Loose) =>
        x?.event === 'agree' ? agreed(r) : x?.event === 'disagree' ? r.fail('privacy permission is not authorized', 'user') : undefined,
      { referrer: 'requirePrivacyAuthorize' },
    )
}
later.openPrivacyContract = (_, r) => r.ok()
export const onNeedPrivacy = (run: Loose): void => {
  privacyAsked.add(run)
  if (typeof run === 'function' && privacyRun.length < 20) privacyRun.push(run)
}

// payment
const paying = (name: string, result: () => Record<string, unknown>) => {
  later[name] = (o, r) =>
    withConsent('payment', name, '支付', String(o.orderInfo?.order_id ?? o.package ?? ''), r, () => r.ok(result(), 'profile'), 'cancel')
}
for (const name of [
  'requestPayment',
  'requestVirtualPayment',
  'requestOrderPayment',
  'requestMerchantTransfer',
  'requestCommonPayment',
  'requestPluginPayment',
  'getOrderPayment',
  'continueToPay',
  'sign',
])
  paying(name, () => ({}))
paying('pay', () => ({ code: 0 }))
for (const [name, give] of Object.entries({
  requestOrder: () => ({ orderId: 'simulated-order' }),
  createOrder: () => ({ orderId: 'simulated-order', outOrderNo: 'simulated' }),
  createSignOrder: () => ({ authOrderId: 'simulated' }),
}))
  later[name] = (_, r) => r.ok(give())

// messages
later.requestSubscribeMessage = (o, r) => {
  const ids: string[] = Array.isArray(o.tmplIds) ? o.tmplIds.map(String).slice(0, 10) : []
  if (!ids.length) return r.fail('tmplIds is empty', 'system', { errCode: 10001 })
  ask(
    {
      sort: 'permission',
      api: 'requestSubscribeMessage',
      title: `“${appName()}” 申请`,
      text: '给你发送消息：' + ids.join('、'),
      buttons: [
        { id: 'deny', text: '取消' },
        { id: 'allow', text: '允许' },
      ],
      call: r.call,
      answer: answerFor(['requestSubscribeMessage'], world.profile.permissions),
      accept: 'allow',
      refuse: 'deny',
    },
    ({ button, by }) =>
      r.ok(Object.fromEntries(ids.map((id) => [id, button === 'allow' ? 'accept' : 'reject'])), by === 'user' ? 'user' : 'profile'),
  )
}

// modals
later.showModal = (o, r) => {
  const buttons = [{ id: 'confirm', text: String(o.confirmText || '确定'), color: String(o.confirmColor || '#576b95') }]
  if (o.showCancel !== false)
    buttons.unshift({ id: 'cancel', text: String(o.cancelText || '取消'), color: String(o.cancelColor || '#000000') })
  ask(
    {
      sort: 'modal',
      api: 'showModal',
      title: String(o.title ?? ''),
      text: String(o.content ?? ''),
      buttons,
      call: r.call,
      answer: answerFor(['showModal'], world.profile.modals),
      accept: 'confirm',
      refuse: o.showCancel === false ? 'confirm' : 'cancel',
      ...(o.editable ? { input: { placeholder: String(o.placeholderText ?? ''), value: String(o.content ?? '') } } : {}),
    },
    ({ button, by, input }) =>
      r.ok({ confirm: button === 'confirm', cancel: button === 'cancel', content: o.editable && button === 'confirm' ? input : null }, by),
  )
}
later.showActionSheet = (o, r) => {
  const items: string[] = (Array.isArray(o.itemList) ? o.itemList : []).slice(0, 6).map(String)
  if (!items.length) return r.fail('parameter error: itemList should have at least one item')
  ask(
    {
      sort: 'sheet',
      api: 'showActionSheet',
      title: String(o.alertText ?? ''),
      buttons: [...items.map((text, i) => ({ id: String(i), text })), { id: 'cancel', text: '取消' }],
      call: r.call,
      answer: answerFor(['showActionSheet'], world.profile.modals),
      accept: '0',
      refuse: 'cancel',
    },
    ({ button, by }) => (button === 'cancel' ? r.fail('cancel', by) : r.ok({ tapIndex: +button }, by)),
  )
}
later.confirm = later.showModal

/** The question behind a button with an open-type: recorded as a call of its own. */
export function pressOpenButton(openType: string, args: Loose, done: (ok: boolean, detail: Record<string, unknown>) => void): void {
  const name = 'button.' + openType
  const give: Record<string, [string, () => Record<string, unknown>]> = {
    getPhoneNumber: [
      '获取你的手机号',
      () => ({ code: 'simulated-phone-code', encryptedData: 'c2ltdWxhdGVk', iv: 'c2ltdWxhdGVkaXY=', cloudID: 'simulated' }),
    ],
    getRealtimePhoneNumber: ['获取并验证你的手机号', () => ({ code: 'simulated-phone-code' })],
    getUserInfo: ['获取你的昵称、头像', profileAnswer],
    chooseAvatar: ['获取你的头像', () => ({ avatarUrl: 'http://tmp/avatar.png' })],
    addShortcut: ['添加到桌面', () => ({})],
    addCalendarEvent: ['添加到日历', () => ({})],
    authorizePrivateMessage: ['授权私信', () => ({})],
  }
  const behaviour: Behaviour = (_, r) => {
    const entry = give[openType]
    if (entry) return withConsent('permission', name, `“${appName()}” 申请`, entry[0], r, () => r.ok(entry[1](), 'profile'), 'user deny')
    r.ok(openType === 'openSetting' ? { authSetting: { ...decided } } : {})
  }
  callLater(name, { ...args, success: (x: Loose) => done(true, x), fail: (x: Loose) => done(false, x) }, behaviour)
}
/** Notes that an element stands on the page without being pressed. */
export const noteElement = (name: string, args: Record<string, unknown>): void => {
  recordCall('element.' + name, args)
}
