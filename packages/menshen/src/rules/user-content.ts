/** What people write or pick and the program publishes: where it leaves, where others see it, and whether anything checks it. */
import type { ApiCall, CallContext, Interpretation, Value } from '../program/interpret/types.ts'
import type { ProgramModel, Span } from '../program/types.ts'
import { loopAround, tagsIn } from './elements.ts'
import { closest, wordsIn } from './reading.ts'

export interface Publication {
  readonly call: ApiCall
  readonly context: CallContext
  /** request: to a server · function: a cloud function · database: straight into a cloud database · upload: a file. */
  readonly way: 'request' | 'function' | 'database' | 'upload'
  /** Address, name of the cloud function, or collection; '' when not known. */
  readonly target: string
  /** Keys under which the written text travels. */
  readonly keys: readonly string[]
  /** Where others see such texts. */
  readonly shownAt: Span | null
}

const PUBLIC =
  /comment|post(?!er|code|al|age|man)|publish|(?:^|[^a-z])notes?(?![a-z])|topic|vote|review(?!er)|moment|repl(?:y|ies)|discuss|article|blog|bbs|forum|thread|dynamic(?!s)|feeds?(?![a-z])|question|answer|wish|barrage|danmu|wall|square|guestbook|leave.?message|message.?board|tiezi|pinglun|liuyan|fatie|fabu|story|diary.?share|trends|talk|goods.?publish|second.?hand|activity.?create|create.?(?:vote|topic|activity)|shai.?dan|evaluat/i
const PRIVATE =
  /search|query|login|logout|register|sign|auth|bind|address|feed.?back|suggest|complain|report|order|pay|cart|coupon|phone|sms|captcha|verify|password|profile|user.?info|token|upload.?avatar|track|analytic|log(?![a-z])|count|like|collect|favou?r|delete|remove|cancel|setting|todo|memo|budget|bill/i
const PUBLIC_WORDS = /发布|发表|发帖|发动态|评论|留言|回复|晒单|发起|投稿|提问|回答|吐槽|发送弹幕|写评价|提交评价|发评价|所有人可见|说说/
const PRIVATE_WORDS = /搜索|登录|登陆|注册|地址|反馈|建议|举报|投诉|支付|下单|订单|绑定|验证码|密码|保存资料|修改资料|昵称|预约|报名/
const TEXT_KEY =
  /^(?:text|content|title|comment|message|msg|desc|description|detail|remark|body|words?|reply|note|info|intro|options?|pics?|images?|imgs?|photos?)$/i
/** Names of checks, in addresses and names of cloud functions. */
const CHECK =
  /sec[_-]?check|msg[_-]?sec|img[_-]?sec|media[_-]?check|text[_-]?check|img[_-]?check|content[_-]?(?:check|audit|safe|security)|check[_-]?(?:text|content|msg|img|image|word)|censor|antidirt|sensitive|green|shield|moderat/i
const CHECK_SOURCE =
  /msgSecCheck|mediaCheckAsync|imgSecCheck|msg_sec_check|media_check_async|img_sec_check|openapi\.security|censor|antidirt|contentModeration|TextModeration|ImageModeration/
const WRITES = new Set(['POST', 'PUT', 'PATCH', 'post', 'put', 'patch'])

const textsOf = (value: Value | undefined): readonly string[] =>
  value
    ? [
        ...value.constants.filter((one): one is string => typeof one === 'string'),
        ...value.pieces.map((parts) => parts.map((part) => part ?? '').join('')),
      ]
    : []
const byPerson = (value: Value): boolean =>
  value.origins.some((origin) => origin.source === 'event' && /value|text|detail/.test(`${origin.path}.${origin.name}`))
const picked = (value: Value): boolean =>
  value.origins.some((origin) => origin.source === 'api' && /^choose(?:Media|Image|Video|MessageFile)$/.test(origin.name))

/** Keys of an object, one level of nesting included, whose values come from what a person typed or picked. */
const writtenKeys = (value: Value | undefined, depth = 0): readonly string[] => {
  if (!value || depth > 2) return []
  return value
    .keys()
    .slice(0, 60)
    .flatMap((key) => {
      const one = value.get(key)
      if (!one) return []
      if (byPerson(one) || picked(one)) return [key]
      const inner = writtenKeys(one, depth + 1)
      if (inner.length > 0) return inner
      // Empty at first and filled in by a way that was not followed: nobody publishes an empty text.
      return TEXT_KEY.test(key) && one.origins.length === 0 && (one.open || one.constants.includes('')) ? [key] : []
    })
}

const cache = new WeakMap<Interpretation, readonly Publication[]>()
/** Every place where a text or picture of a user's is published, as far as its name, its address or the words of the button say so. */
export const publicationsOf = (program: ProgramModel, interpretation: Interpretation): readonly Publication[] => {
  const had = cache.get(interpretation)
  if (had) return had
  const out: Publication[] = []
  // People write here at all: a box to type in, or a picture to pick.
  const types = [...tagsIn(program)].some((tag) => tag === 'editor' || /(?:input|textarea|field)$/.test(tag))
  if (types || interpretation.callsOf('chooseImage', 'chooseMedia').length > 0)
    for (const call of interpretation.calls) {
      const way = wayOf(call)
      if (!way || (program.vendored.has(call.at.file) && call.contexts.every(({ path }) => path.length < 2))) continue
      for (const context of call.contexts) {
        if (context.root.kind !== 'gesture' || !interpretation.reachable.has(context.root.unit.base)) continue
        const [first] = context.args
        const body = way === 'upload' ? first?.get('formData') : first?.get('data')
        if (way === 'request' && !textsOf(first?.get('method')).some((one) => WRITES.has(one)) && !first?.get('method')?.open) continue
        const target =
          way === 'database' ? collectionOf(interpretation, call) || targetOf(call, context, way) : targetOf(call, context, way)
        const keys = writtenKeys(body)
        const file = way === 'upload' && first?.get('filePath') !== undefined
        if (keys.length === 0 && !file) continue
        const words = context.root.element ? wordsIn(interpretation, context.root.element) : ''
        const around = context.root.element ? closest(context.root.element, (one) => one.tag === 'form') : undefined
        const names = [context.root.unit.base.slice(program.root.length), ...context.path.map(({ name }) => name)].join(' ')
        const place = target.replace(/^https?:\/\/[^/]+/, '')
        if (PRIVATE.test(place) && !PUBLIC.test(place)) continue
        if (PRIVATE_WORDS.test(words) && !PUBLIC_WORDS.test(words)) continue
        const says =
          PUBLIC.test(place) ||
          PUBLIC_WORDS.test(words) ||
          (PUBLIC.test(names) && !PRIVATE.test(names)) ||
          (around && PUBLIC_WORDS.test(wordsIn(interpretation, around)))
        if (!says) continue
        const published = { call, context, way, target, keys, shownAt: shownWhere(interpretation, keys) }
        // The button that says so before one that keeps a draft.
        if (PUBLIC_WORDS.test(words)) out.unshift(published)
        else out.push(published)
        break
      }
    }
  cache.set(interpretation, out)
  return out
}

const wayOf = ({ api }: ApiCall): Publication['way'] | null => {
  if (api === 'request') return 'request'
  if (api === 'uploadFile' || api === 'cloud.uploadFile') return 'upload'
  if (api === 'cloud.callFunction' || api === 'cloud.callContainer') return 'function'
  return api.startsWith('cloud.database.') && /\.(?:add|set|update)$/.test(api) ? 'database' : null
}
const targetOf = (call: ApiCall, context: CallContext, way: Publication['way']): string => {
  const [first] = context.args
  if (way === 'function') return textsOf(first?.get('name'))[0] ?? textsOf(first?.get('path'))[0] ?? ''
  if (way === 'database') return context.after.length > 0 ? '' : call.api
  return textsOf(first?.get('url'))[0] ?? ''
}

/** The collection that a chain of calls on a cloud database begins at. */
const collectionOf = (interpretation: Interpretation, { at }: ApiCall): string =>
  interpretation
    .callsOf('cloud.database.collection')
    .filter((one) => one.at.file === at.file && one.at.start === at.start)
    .flatMap(({ contexts }) => contexts.flatMap(({ args }) => textsOf(args[0])))[0] ?? ''

/** A list, fed by an answer, that shows texts under one of these names. */
const shownWhere = (interpretation: Interpretation, keys: readonly string[]): Span | null => {
  const wanted = new Set(keys.map((key) => key.toLowerCase()))
  for (const shown of interpretation.shown) {
    if (!shown.reachable || (shown.slot !== '' && shown.slot !== 'src' && shown.slot !== 'title' && shown.slot !== 'content')) continue
    if (!loopAround(shown.element)) continue
    const fits = shown.value.origins.some(
      ({ source, path }) => (source === 'response' || source === 'api') && wanted.has((path.split('.').at(-1) ?? '').toLowerCase()),
    )
    if (fits) return shown.at
  }
  return null
}

/** Source text of the cloud functions that lie beside the program, by name. */
const cloudFunctions = (program: ProgramModel): ReadonlyMap<string, string> => {
  const out = new Map<string, string>()
  const value = program.config.project?.value
  const named = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['cloudfunctionRoot'] : undefined
  const root = typeof named === 'string' ? named.replace(/^\.?\//, '').replace(/\/*$/, '/') : ''
  for (const path of program.files.list()) {
    if (!path.endsWith('.js') || path.includes('node_modules/')) continue
    const found =
      root !== '' && path.includes(root)
        ? path.slice(path.indexOf(root) + root.length)
        : /(?:^|\/)cloud[-_]?functions?\/(.+)$/i.exec(path)?.[1]
    const name = found?.split('/')[0]
    if (name && out.size < 400) out.set(name, `${out.get(name) ?? ''}\n${(program.files.text(path) ?? '').slice(0, 100_000)}`)
  }
  return out
}

/** no: nothing checks it, and all of the way is here to be read · unknown: a server that is not here may check · yes. */
export type Checked = 'yes' | 'no' | 'unknown'
/** Whether anything looks at what is published before others see it. */
export const checkedBeforeShown = (program: ProgramModel, interpretation: Interpretation, publication: Publication): Checked => {
  const functions = cloudFunctions(program)
  for (const call of interpretation.calls) {
    const way = wayOf(call)
    if (/\.security\.|SecCheck|mediaCheck/.test(call.api) && call.contexts.some(({ root }) => root.kind !== 'unbound')) return 'yes'
    if (way !== 'function' && way !== 'request') continue
    for (const context of call.contexts) {
      if (context.root.kind === 'unbound') continue
      const target = targetOf(call, context, way)
      if (CHECK.test(target) || CHECK_SOURCE.test(functions.get(target) ?? '')) return 'yes'
    }
  }
  if (publication.way === 'database') return 'no'
  const source = functions.get(publication.target)
  if (publication.way === 'function' && source !== undefined)
    return CHECK_SOURCE.test(source) ? 'yes' : /request|axios|fetch|http/.test(source) ? 'unknown' : 'no'
  return 'unknown'
}
