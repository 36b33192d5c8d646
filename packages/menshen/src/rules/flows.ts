/** Where personal data goes: what leaves the program by a call or a picture's address, to which host, and where each piece came from. */
import type { Text } from '../check/types.ts'
import type { ApiCall, CallContext, Interpretation, Origin, Value } from '../program/interpret/types.ts'
import type { Element, ProgramModel, Span } from '../program/types.ts'
import { wayBack } from './consent.ts'
import { closest, plainAttribute } from './reading.ts'

export type Personal =
  | 'profile'
  | 'phone'
  | 'location'
  | 'clipboard'
  | 'address'
  | 'openid'
  | 'identity'
  | 'birthday'
  | 'password'
  | 'name'
  | 'steps'
  | 'contact'
export interface Piece {
  /** 'user.phone'; '?phone' in an address. */
  readonly path: string
  readonly personal: Personal
  readonly origins: readonly Origin[]
}
export interface Sending {
  readonly way: 'request' | 'upload' | 'socket' | 'mini-program' | 'web-view' | 'picture'
  readonly call?: ApiCall
  readonly context?: CallContext
  readonly element?: Element
  readonly at: Span
  /** Known hosts, lower case; of a mini program its appid. */
  readonly hosts: readonly string[]
  /** Known addresses as far as they are known. */
  readonly urls: readonly string[]
  readonly pieces: readonly Piece[]
  /** How many of the device's own properties go along: many of them make a fingerprint. */
  readonly deviceFields: number
}

export const PERSONAL_WORDS: Readonly<Record<Personal, Text>> = {
  profile: { zh: '头像昵称', en: 'the profile' },
  phone: { zh: '手机号', en: 'the phone number' },
  location: { zh: '位置', en: 'the position' },
  clipboard: { zh: '剪贴板内容', en: 'the clipboard' },
  address: { zh: '收货地址', en: 'the address' },
  openid: { zh: '用户标识', en: 'the user’s id' },
  identity: { zh: '证件号', en: 'the identity number' },
  birthday: { zh: '生日', en: 'the birthday' },
  password: { zh: '密码', en: 'the password' },
  name: { zh: '姓名', en: 'the name' },
  steps: { zh: '运动步数', en: 'step counts' },
  contact: { zh: '联系方式', en: 'contact details' },
}
const BY_API: Readonly<Record<string, Personal>> = {
  getUserProfile: 'profile',
  getUserInfo: 'profile',
  getLocation: 'location',
  getFuzzyLocation: 'location',
  chooseLocation: 'location',
  onLocationChange: 'location',
  getClipboardData: 'clipboard',
  chooseAddress: 'address',
  getWeRunData: 'steps',
}
/** Names of fields, the last part of a path; the longest kinds first. */
const BY_NAME: readonly (readonly [RegExp, Personal])[] = [
  [/^(?:.*_)?(?:pass(?:word|wd)?|pwd)$|Pwd$|Password$/, 'password'],
  [/(?:id_?card|identity(?:_?no|number)|id_?no|cert_?no|身份证)/i, 'identity'],
  [/^(?:user_?|wx_?|my_?)?(?:openid|open_id|unionid|union_id)$/i, 'openid'],
  [/(?:^|_)(?:phone|mobile|tel|cellphone|telephone)(?:_?(?:no|num|number))?$|Phone(?:Number|Num)?$|Mobile$/i, 'phone'],
  [/^(?:nick(?:_?name)?|avatar(?:_?url)?|user_?info)$/i, 'profile'],
  [/^(?:birth(?:day|date|_?date)?|dob)$/i, 'birthday'],
  [/^(?:lat|lng|lon|latitude|longitude|location|gps)$/i, 'location'],
  [/^(?:real_?name|true_?name|user_?name)$/i, 'name'],
  [/^(?:wechat|wx_?id|weixin|qq|email|mail)$/i, 'contact'],
]
const BY_LABEL: readonly (readonly [RegExp, Personal])[] = [
  [/密码/, 'password'],
  [/身份证|证件号|护照/, 'identity'],
  [/手机|电话/, 'phone'],
  [/生日|出生/, 'birthday'],
  [/姓名|收件人|收花人|联系人|入住人|称呼/, 'name'],
  [/地址|住址/, 'address'],
  [/微信号|邮箱|QQ/, 'contact'],
]
/** What any of them asks for: most names are none. */
const ANY_NAME = new RegExp(BY_NAME.map(([{ source }]) => source).join('|'), 'i')
export const personalByName = (name: string): Personal | null =>
  ANY_NAME.test(name) ? (BY_NAME.find(([shape]) => shape.test(name))?.[1] ?? null) : null
export const personalByLabel = (label: string): Personal | null => BY_LABEL.find(([shape]) => shape.test(label))?.[1] ?? null

const labelOf = (element: Element): string =>
  [
    ...element.attributes
      .filter(({ name }) => name === 'placeholder' || name === 'password')
      .map(({ name, value }) => (name === 'password' ? '密码' : (value ?? ''))),
    ...element.children.flatMap((child) =>
      child.type === 'text' ? child.parts.map((part) => (part.type === 'text' ? part.value : '')) : [],
    ),
  ].join(' ')
const FIELDS = ['input', 'textarea', 'picker']

const formsAt = new WeakMap<ProgramModel, Map<string, ReadonlyMap<string, string>>>()
/** What the fields of a form say that a submit event came from, by their names. */
const formLabels = (program: ProgramModel, at: Span): ReadonlyMap<string, string> | undefined => {
  let table = formsAt.get(program)
  if (!table) {
    table = new Map()
    for (const template of program.templates.values()) {
      const forms = new Map<Element, Map<string, string>>()
      for (const element of template.elements) {
        if (!FIELDS.includes(element.tag)) continue
        const form = closest(element, ({ tag }) => tag === 'form')
        const name = plainAttribute(element, 'name')
        if (!form || !name) continue
        const row = element.parent && element.parent !== form && element.parent.children.length <= 4 ? ownText(element.parent) : ''
        forms.set(form, (forms.get(form) ?? new Map()).set(name, `${labelOf(element)} ${row}`))
      }
      for (const [form, labels] of forms) for (const attribute of form.attributes) table.set(`${template.file}:${attribute.start}`, labels)
    }
    formsAt.set(program, table)
  }
  return table.get(`${at.file}:${at.start}`)
}
/** The words beside a field. */
const ownText = (element: Element): string =>
  element.children
    .flatMap((child) =>
      child.type === 'text'
        ? child.parts.map((part) => (part.type === 'text' ? part.value : ''))
        : child.children.flatMap((inner) =>
            inner.type === 'text' ? inner.parts.map((part) => (part.type === 'text' ? part.value : '')) : [],
          ),
    )
    .join(' ')
const labelsAt = new WeakMap<ProgramModel, Map<string, string>>()
/** What stands on the field that an input event came from: its placeholder and its own words. */
const fieldLabel = (program: ProgramModel, at: Span): string => {
  let table = labelsAt.get(program)
  if (!table) {
    table = new Map()
    for (const template of program.templates.values())
      for (const element of template.elements)
        if (FIELDS.includes(element.tag)) {
          const label = labelOf(element)
          for (const attribute of element.attributes) table.set(`${template.file}:${attribute.start}`, label)
        }
    labelsAt.set(program, table)
  }
  return table.get(`${at.file}:${at.start}`) ?? ''
}

/** A field of a form by its name, or the most private of all when the form is taken as a whole. */
const ofForm = (program: ProgramModel, { name, path, at }: Origin): Personal | null => {
  const field = /^detail\.value(?:\.([\w$-]+|\*))?$/.exec(path)
  if (name !== 'submit' || !field) return null
  const labels = formLabels(program, at)
  if (!labels) return null
  const one = field[1] === undefined || field[1] === '*' ? [...labels.values()].join(' ') : (labels.get(field[1]) ?? '')
  return personalByLabel(one)
}

/** What an unknown value is, by where it came from. */
export const personalOrigin = (program: ProgramModel, origins: readonly Origin[]): Personal | null => {
  for (const origin of wayBack(origins)) {
    const last = origin.path.split('.').at(-1) ?? ''
    if (origin.source === 'api' && BY_API[origin.name]) return BY_API[origin.name]!
    if (origin.source === 'event' && /getphonenumber|getrealtimephonenumber/.test(origin.name) && /phone|encryptedData/i.test(origin.path))
      return 'phone'
    if (origin.source === 'event' && origin.name === 'chooseavatar') return 'profile'
    if (origin.source === 'event') {
      const kind = personalByLabel(fieldLabel(program, origin.at)) ?? ofForm(program, origin)
      if (kind) return kind
    }
    if (origin.source === 'response' && personalByName(last)) return personalByName(last)
    if (origin.source === 'storage') {
      const kind = personalByName(last) ?? personalByName(origin.name)
      if (kind) return kind
    }
  }
  return null
}

/** Of what it comes from only whether it is there goes along. */
const onlyTested = (origin: Origin): boolean => wayBack([origin]).some(({ channel }) => channel === 'test')

const MOST_PIECES = 60
const DEEPEST = 5
const MOST_LOOKED_AT = 4000
const pieces = (
  program: ProgramModel,
  value: Value | undefined,
  path: string,
  out: Piece[],
  // A list that was put into itself, or tables that hold one another, would never come to an end.
  above: readonly Value[] = [],
  left = { looks: MOST_LOOKED_AT },
): void => {
  if (!value || value.isFunction || out.length >= MOST_PIECES || above.includes(value) || left.looks-- <= 0) return
  const name = path.split(/[.?]/).at(-1) ?? ''
  const keys = value.keys()
  const inner = above.length < DEEPEST ? [...above, value] : null
  if (keys.length > 0) {
    if (inner) for (const key of keys.slice(0, 80)) pieces(program, value.get(key), path === '' ? key : `${path}.${key}`, out, inner, left)
    return
  }
  if (inner) for (const element of value.elements().slice(0, 10)) pieces(program, element, path, out, inner, left)
  if (!value.open || (value.origins.length > 0 && value.origins.every(onlyTested))) return
  const personal = personalByName(name) ?? personalOrigin(program, value.origins)
  if (personal) out.push({ path, personal, origins: value.origins })
}
const inAddress = (program: ProgramModel, url: Value | undefined, out: Piece[]): void => {
  for (const parts of url?.pieces ?? [])
    for (const [i, part] of parts.entries()) {
      const name = part === null ? undefined : /[?&]([\w.-]+)=$/.exec(part)?.[1]
      if (name === undefined || parts[i + 1] !== null) continue
      const personal = personalByName(name)
      if (personal) out.push({ path: `?${name}`, personal, origins: url?.origins ?? [] })
    }
  if (out.length === 0 && url?.open && url.pieces.length > 0) {
    const personal = personalOrigin(program, url.origins)
    if (personal) out.push({ path: '?', personal, origins: url.origins })
  }
}
const addressesOf = (url: Value | undefined): readonly string[] => [
  ...(url?.constants ?? []).filter((one): one is string => typeof one === 'string'),
  ...(url?.pieces ?? []).map((parts) => parts.map((part) => part ?? '…').join('')),
]
/** The host of an address; null when it is not known. */
export const hostOf = (address: string): string | null => {
  const host = /^(?:https?|wss?):\/\/([a-z0-9.-]+\.[a-z0-9-]+)(?=[:/?#]|$)/i.exec(address.trim())?.[1]?.toLowerCase() ?? null
  // What was put behind it without a slash is no host.
  return host !== null && /(?:undefined|null|nan|https?)$/.test(host) ? null : host
}

const TWO_PART = /\.(?:com|net|org|gov|edu|ac|co)\.[a-z]{2}$/
/** example.org of api.example.org. */
export const siteOf = (host: string): string =>
  host
    .split('.')
    .slice(TWO_PART.test(host) ? -3 : -2)
    .join('.')

const deviceFields = (value: Value | undefined, depth = 0): number => {
  if (!value || depth > 4) return 0
  const own = new Set(
    wayBack(value.origins)
      .filter(({ source, name }) => source === 'api' && /^get(?:System|Device|Window|AppBase)Info/.test(name))
      .map(({ path }) => path),
  ).size
  return value
    .keys()
    .slice(0, 80)
    .reduce((sum, key) => sum + deviceFields(value.get(key), depth + 1), own)
}

const CALLS: Readonly<Record<string, Sending['way']>> = {
  request: 'request',
  uploadFile: 'upload',
  connectSocket: 'socket',
  navigateToMiniProgram: 'mini-program',
  openEmbeddedMiniProgram: 'mini-program',
}
const cache = new WeakMap<Interpretation, readonly Sending[]>()

/** Everything that the program sends out, once per call and known way. What nothing triggers is left out. */
export const sendings = (program: ProgramModel, interpretation: Interpretation): readonly Sending[] => {
  const had = cache.get(interpretation)
  if (had) return had
  const out: Sending[] = []
  for (const [api, way] of Object.entries(CALLS))
    for (const call of interpretation.callsOf(api))
      for (const context of call.contexts) {
        if (context.root.kind === 'unbound') continue
        const [options] = context.args
        const url = way === 'mini-program' ? options?.get('appId') : options?.get('url')
        const found: Piece[] = []
        const body = way === 'mini-program' ? options?.get('extraData') : way === 'upload' ? options?.get('formData') : options?.get('data')
        pieces(program, body, '', found)
        if (way !== 'mini-program') {
          pieces(program, options?.get('header'), 'header', found)
          inAddress(program, url, found)
        }
        const urls = addressesOf(url)
        const hosts = way === 'mini-program' ? urls : urls.flatMap((one) => hostOf(one) ?? [])
        out.push({ way, call, context, at: call.nameAt, hosts: [...new Set(hosts)], urls, pieces: found, deviceFields: deviceFields(body) })
      }
  for (const shown of interpretation.shown) {
    if (!shown.element || !shown.reachable || shown.slot !== 'src' || !['image', 'web-view', 'cover-image'].includes(shown.element.tag))
      continue
    const found: Piece[] = []
    inAddress(program, shown.value, found)
    const urls = addressesOf(shown.value)
    // Showing a portrait asks its host for it, and tells the host nothing new.
    if (shown.element.tag !== 'web-view' && found.length > 0 && found.every(({ personal }) => personal === 'profile')) continue
    out.push({
      way: shown.element.tag === 'web-view' ? 'web-view' : 'picture',
      element: shown.element,
      at: shown.at,
      hosts: [...new Set(urls.flatMap((one) => hostOf(one) ?? []))],
      urls,
      pieces: found,
      deviceFields: 0,
    })
  }
  cache.set(interpretation, out)
  return out
}

/** Hosts that live on other people's data, by their names. */
const TRADES =
  /(?:^|[.-])(?:ads?|adx|dsp|dmp|adpartner|adserver|adtrack|ad-?stats?|analytics?|telemetry|collect(?:or)?|leads?|crm|tracker|tracking|track|graph|datahub|audience|retarget|marketing|partner|beacon|px|pixel|fingerprint|idmap)\d?(?=[.-])/i
const KNOWN = new Set(
  'growingio.com sensorsdata.cn talkingdata.com talkingdata.net umeng.com umengcloud.com aldwx.com google-analytics.com doubleclick.net facebook.com mixpanel.com amplitude.com cnzz.com zhugeio.com hm.baidu.com'.split(
    ' ',
  ),
)
const ABROAD = /(?:^|[.-])(?:us|eu|sg|jp|uk|hk|de|fr|kr)(?:-\w+)*(?:-\d+)?\.|\.(?:us|sg|jp|uk|eu|de|fr|kr)$/i
/** The platform, and what computes for the program: maps that turn a position into an address, storage, hosting. */
const SERVES = new Set(
  'qq.com amap.com baidu.com tianditu.gov.cn qweather.com heweather.com heweather.net caiyunapp.com myqcloud.com tcloudbase.com tcb.qcloud.la aliyuncs.com qiniu.com qiniup.com qbox.me upaiyun.com bcebos.com volces.com snssdk.com toutiao.com douyin.com bytedance.com leancloud.cn bmob.cn bspapp.com'.split(
    ' ',
  ),
)
/** Whether a host is one of these or lies below one. */
const isBelow = (host: string, sites: ReadonlySet<string>): boolean => {
  const name = host.toLowerCase()
  for (let at = 0; at >= 0; at = name.indexOf('.', at) + 1 || -1) if (sites.has(name.slice(at))) return true
  return false
}
/** What a host's name says about who stands behind it. */
type HostKind = 'trades' | 'abroad' | 'serves' | 'plain'
const hostKinds = new Map<string, HostKind>()
const MOST_HOSTS = 500
export const hostKind = (host: string): HostKind => {
  let kind = hostKinds.get(host)
  if (kind === undefined) {
    if (hostKinds.size >= MOST_HOSTS) hostKinds.clear()
    hostKinds.set(host, (kind = kindOf(host)))
  }
  return kind
}
const kindOf = (host: string): HostKind =>
  isBelow(host, SERVES) ? 'serves' : TRADES.test(`${host}.`) || isBelow(host, KNOWN) ? 'trades' : ABROAD.test(host) ? 'abroad' : 'plain'

/** Sites of the program's own, by what it logs in at, else by where most calls go; empty when that cannot be told. */
export const ownSites = (program: ProgramModel, interpretation: Interpretation, declared: readonly string[] = []): ReadonlySet<string> => {
  const own = new Set(
    declared.map((one) =>
      siteOf(
        one
          .replace(/^[a-z]+:\/\//i, '')
          .replace(/[:/].*$/, '')
          .toLowerCase(),
      ),
    ),
  )
  const counts = new Map<string, number>()
  for (const { call, context, hosts } of sendings(program, interpretation)) {
    if (!call || !context) continue
    const code = context.args[0]?.get('data')
    const logsIn = (code?.keys() ?? []).some((key) =>
      wayBack(code?.get(key)?.origins ?? []).some(({ source, name, path }) => source === 'api' && name === 'login' && path === 'code'),
    )
    for (const host of hosts) {
      if (hostKind(host) !== 'plain') continue
      if (logsIn) own.add(siteOf(host))
      counts.set(siteOf(host), (counts.get(siteOf(host)) ?? 0) + 1)
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (own.size === 0 && first && (!second || first[1] > second[1])) own.add(first[0])
  return own
}
