/** What a switch that watches for reviewers is made of. */
import { type Element, type Interpretation, type Origin, type Shown, wayBack, wordsIn } from '../kit.ts'

/** Names that only make sense for the program's own review; states of orders and applications are left out. */
export const REVIEW_NAME =
  /(?:^|[^a-z])(?:is|in|on|show|hide|under|for|the)?_?(?:audit|review|shenhe|examin(?:e|ing)|approval|verify|checking|checkMode|ishidden)(?:ing|Mode|Flag|Switch|Ver|Version|ed)?(?![a-z])/i
const STATE_NAME =
  /(?:audit|review|approv|verify|check)\w*(?:Status|State|Time|Reason|Result|List|Count|Num|Id|er|s|Code|Page|Info|Msg|Content)\b/i
/** A review that has parts is one that people write or read: of a film, of a month. */
const CONTENT_NAME =
  /(?:^|\.)reviews?(?:$|\.(?!status|state|mode|on$|open|flag|switch)|\[)|(?:week|month|year|dai|today|journal|diary|book|film|movie|product|goods|course|latest|my)[a-z]*_?reviews?(?![a-z])|reviews?_?(?:loading|expanded|data|text|error|title|score|star|form|input|draft|date|card)/i
export const namedReview = (text: string): boolean =>
  REVIEW_NAME.test(text.replace(/([a-z])([A-Z])/g, '$1_$2')) && !STATE_NAME.test(text) && !CONTENT_NAME.test(text)
const VERSION_PATH =
  /(?:^|\.|_)(?:app|code|build|audit|check|latest|online|current|min)?_?(?:version|ver|versionCode|build)(?:Code|No|Num|Name)?(?:\.(?:\*|\d))*$/i
const REGION = /city|region|province|country|area|adcode|(?:^|\.)ip(?:$|\.)|district|location/i

export const COMMERCE =
  /[¥￥]\s*[\d.…]|\d\s*元|购买|充值|开通|会员|\bVIP\b|付费|下单|支付|抢购|提现|贷|借款|借钱|信用卡|彩票|投注|开奖|算命|测算|课程|商城|成人|私密|短剧|小说|影视|看剧|返利|赚钱|任务/i
export const UPDATE_NOTE = /新版本|更新|升级|维护|公告/
/** Steps that every program takes before its home page. */
export const ENTRY_PAGE =
  /login|auth|guide|welcome|register|signup|bind|agree|privacy|splash|advert|launch|error|offline|network|maint|update|empty|404/i

export interface Sources {
  readonly remote: Origin | undefined
  readonly build: Origin | undefined
  readonly version: Origin | undefined
  readonly named: Origin | undefined
  readonly time: Origin | undefined
  readonly region: Origin | undefined
  readonly all: readonly Origin[]
}
/** What an origin tells, found out once: programs test the same answers in a thousand places. */
const tellingOf = (origin: Origin) => {
  const { source, name, path } = origin
  const remote = source === 'response'
  return {
    remote,
    build: source === 'api' && /^getAccountInfo/.test(name) && /version|envVersion/i.test(path === '' ? 'version' : path),
    version: remote && VERSION_PATH.test(path),
    named: remote && namedReview(path),
    time: source === 'time',
    region: (remote && REGION.test(path)) || (source === 'api' && /Location/.test(name)),
  }
}
const told = new WeakMap<Origin, ReturnType<typeof tellingOf>>()
const tells = (origin: Origin) => {
  let known = told.get(origin)
  if (!known) told.set(origin, (known = tellingOf(origin)))
  return known
}
const TELLING = ['remote', 'build', 'version', 'named', 'time', 'region'] as const
const NOWHERE: Sources = {
  all: [],
  remote: undefined,
  build: undefined,
  version: undefined,
  named: undefined,
  time: undefined,
  region: undefined,
}
/** Where the value of a condition comes from, sorted by what it tells. */
export const sourcesOf = (origins: readonly Origin[]): Sources => {
  if (origins.length === 0) return NOWHERE
  const all = wayBack(origins)
  const found: { -readonly [Sign in keyof Sources]: Sources[Sign] } = { ...NOWHERE, all }
  for (const origin of all) {
    const told = tells(origin)
    for (const sign of TELLING) if (told[sign]) found[sign] ??= origin
  }
  return found
}

/** The element that a condition belongs to. */
export const gated = (shown: Shown, start: number): Element | undefined => {
  for (let at = shown.element; at !== null; at = at.parent)
    if (at.attributes.some((attribute) => attribute.start <= start && start <= attribute.end)) return at
  return undefined
}
/** What an element says, with everything below it. */
export const saysIn = (interpretation: Interpretation, element: Element | undefined, shown: Shown): string =>
  (element && wordsIn(interpretation, element)) || shown.value.constants.join(' ')

/** A stage that is compared with the name of being reviewed. */
export const REVIEW_STAGE =
  /[!=]==?\s*['"](?:check|checking|audit|auditing|review|reviewing|in_?review|verify|verifying|examine|shenhe|pending_?release)['"]/i
const UPPER = /[A-Z_]*VERSION|BUILD|\bver(?:sion)?\b/i
/** True when a condition compares an answer with the program's own version. */
export const comparesVersion = (source: string): boolean => /[<>]=?|[!=]==?/.test(source) && UPPER.test(source)

const EDITION = /\benv(?:Version|Type)\b/g
const TESTED = /^['"\]]*\s*\)?\s*(?:[!=]==?|\.(?:length|startsWith|includes|indexOf|slice|match)\b|\?)|^[^\n]{0,40}\bin\b/
const TEST_BEFORE = /(?:[!=]==?\s*[\w.$]*|switch\s*\([^)\n]*|\[[^\]\n]*|(?:=>|return)\s*[\w.$()]*)$/
/** Results that only choose an address, a number or a flag to send along, or the name of the version itself. */
const HARMLESS =
  /https?:|\?\s*(?:true|false|\d+)\s*:|\?\s*[\w$.]*version[\w$]*\s*:\s*[\w$.]*version[\w$]*\s*(?:[,;)}]|$)|return\s*(?:\d|['"])|console|log\b|host|base_?url|api_?url|domain/i
/**
 * True when a script asks for its edition and does something with the answer that could reach the screen. Walking the
 * program once for each edition takes as long as the check itself, so that choosing an address must not lead there.
 */
export const editionMatters = (text: string): boolean => {
  for (const match of text.matchAll(EDITION)) {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 160)
    const before = text.slice(Math.max(0, match.index - 80), match.index)
    if ((TESTED.test(after) || TEST_BEFORE.test(before)) && !HARMLESS.test(after.split('\n').slice(0, 3).join('\n'))) return true
  }
  return false
}
