/** Steps of a run in words, and what passes and purposes are called. */
import type { Run, Text } from '../../../src/contract/index.ts'

type Loose = Readonly<Record<string, unknown>>
export type Pass = Run['passes'][number]
export type Move = Pass['moves'][number]

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : ''
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
/** A recorded step as a person would say it; null for a kind that is not known here. */
export const stepWords = (step: unknown): Text | null => {
  const one = (typeof step === 'object' && step !== null ? step : {}) as Loose
  const on = short(one['text']) || short(one['selector'])
  switch (one['do']) {
    case 'launch':
      return { zh: '打开小程序', en: 'launch the program' }
    case 'open': {
      const to = `${short(one['route'])}${one['query'] ? `?${short(one['query'])}` : ''}`
      return { zh: `直接打开 ${to}`, en: `open ${to}` }
    }
    case 'tap':
      return { zh: `点“${on}”`, en: `tap “${on}”` }
    case 'longpress':
      return { zh: `长按“${on}”`, en: `hold “${on}”` }
    case 'input':
      return { zh: `填入“${short(one['value'])}”`, en: `type “${short(one['value'])}”` }
    case 'scroll':
      return one['to'] === 'top' ? { zh: '滚到顶部', en: 'scroll to the top' } : { zh: '向下滚动', en: 'scroll down' }
    case 'back':
      return { zh: '返回', en: 'go back' }
    case 'pull-down':
      return { zh: '下拉', en: 'pull down' }
    case 'hide':
      return { zh: '切到后台', en: 'leave the program' }
    case 'show':
      return { zh: '回到小程序', en: 'come back to the program' }
    case 'share':
      return { zh: '转发', en: 'share' }
    case 'wait': {
      const seconds = Math.round(Number(one['milliseconds']) / 100) / 10
      return { zh: `不操作，等 ${seconds} 秒`, en: `wait ${seconds} s untouched` }
    }
    case 'answer':
      return { zh: `选“${short(one['button'])}”`, en: `answer “${short(one['button'])}”` }
    default:
      return null
  }
}
export const moveText = (move: Move): Text => stepWords(move.step) ?? { zh: move.said, en: move.said }

const KINDS: Readonly<Record<string, Text>> = {
  sweep: { zh: '逐页打开', en: 'each page opened' },
  taps: { zh: '逐个点按', en: 'everything tapped' },
  people: { zh: '像人一样使用', en: 'used as people do' },
  posting: { zh: '发布内容', en: 'posting' },
  walk: { zh: '随意走动', en: 'walking about' },
}
const PROFILES: Readonly<Record<string, Text>> = {
  'accept-all': { zh: '全部同意', en: 'agreeing to all' },
  'deny-all': { zh: '全部拒绝', en: 'refusing all' },
  refusing: { zh: '拒绝授权和支付', en: 'refusing permissions and payment' },
  fickle: { zh: '先同意后拒绝', en: 'agreeing, then refusing' },
  hesitant: { zh: '先拒绝后同意', en: 'refusing, then agreeing' },
  ios: { zh: 'iPhone', en: 'iPhone' },
  'slow-4g': { zh: '移动网络', en: 'mobile data' },
  develop: { zh: '开发版', en: 'development version' },
  trial: { zh: '体验版', en: 'trial version' },
  later: { zh: '一个半月以后', en: 'a month and a half later' },
}
const SERVERS: Readonly<Record<string, Text>> = {
  none: { zh: '没有服务器', en: 'no server' },
  responses: { zh: '有服务器回答', en: 'server answers' },
  empty: { zh: '服务器没有数据', en: 'empty server' },
  failing: { zh: '服务器出错', en: 'failing server' },
  live: { zh: '真实服务器', en: 'the real server' },
  synthesised: { zh: '服务器回答是编的', en: 'made-up answers' },
  'after-release': { zh: '发布后的服务器', en: 'server as after release' },
}
/** "Each page opened · refusing all · empty server". */
export const passWords = (pass: Pass): Text => {
  const parts = [KINDS[pass.kind] ?? pass.kind, PROFILES[pass.profile] ?? pass.profile, SERVERS[pass.server] ?? pass.server]
  const inWords = (lang: 'zh' | 'en') => parts.map((one) => (typeof one === 'string' ? one : one[lang])).join(' · ')
  return { zh: inWords('zh'), en: inWords('en') }
}

/** The moves that lead to one: from the opening before it on. */
export const journeyTo = (pass: Pass, n: number): readonly Move[] => {
  const end = pass.moves.findIndex((move) => move.n === n)
  if (end < 0) return []
  let from = end
  while (from > 0 && !['launch', 'open'].includes(String((pass.moves[from]?.step as Loose | null)?.['do']))) from--
  return pass.moves.slice(from, end + 1)
}
