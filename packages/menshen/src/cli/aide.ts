/** `--aide`: asks a language model about a program's texts, and says what was sent and what came of it. */
import { join } from 'node:path'
import type { RunProblem, Text } from '../check/types.ts'
import { type AideEvidence, type AideFailure, questionsOf } from '../evidence/aide/index.ts'
import type { CopyEvidence } from '../evidence/copy.ts'
import type { Envelope } from '../evidence/envelope.ts'
import type { Listing } from '../evidence/listing.ts'
import { addressProblem, askAide } from '../io/aide.ts'
import { cacheFolder } from '../io/facts-place.ts'
import type { Files, ProgramModel } from '../program/types.ts'
import type { Rulebook } from '../rulebook/index.ts'
import { rules } from '../rules/generated/index.ts'
import { Failure } from './failure.ts'
import type { Progress } from './terminal.ts'

export interface AideFlags {
  readonly aide?: boolean
  readonly aidePictures?: boolean
  readonly aideRequests?: string
  readonly aideTokens?: string
  readonly aideCost?: string
  readonly cache?: boolean
}
export interface AideAbout {
  readonly program: ProgramModel
  readonly files: Files
  readonly copy: CopyEvidence
  readonly listing: Listing | undefined
  readonly rulebook: Rulebook
  readonly at: string
  readonly lang: 'zh' | 'en'
  readonly progress: Progress
  readonly env: Readonly<Record<string, string | undefined>>
}
export interface Aided {
  readonly evidence: Envelope<AideEvidence>
  /** One line for the report: what was asked, what it cost, what was left. */
  readonly said: RunProblem
}

const RULE = 'aide-remark'
const DEFAULTS = { requests: 12, tokens: 60_000, seconds: 90 } as const
const MEDIA: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
}
const PICTURES = { most: 12, least: 2_000, largest: 300_000 } as const

const positive = (value: string | undefined, name: string): number | undefined => {
  if (value === undefined) return undefined
  const number = Number(value)
  if (!(number > 0 && Number.isFinite(number))) throw new Failure({ zh: `${name} 应是正数`, en: `${name} takes a positive number` })
  return number
}

/** Reads the settings, or says what is missing: who asks for the aide and cannot have it should know at once. */
const settingsOf = (flags: AideFlags, env: AideAbout['env']) => {
  const url = env['MENSHEN_AIDE_URL']
  const model = env['MENSHEN_AIDE_MODEL']
  if (!url || !model)
    throw new Failure({
      zh: '--aide 需要环境变量 MENSHEN_AIDE_URL（兼容 OpenAI 的接口地址，如 https://主机/v1）和 MENSHEN_AIDE_MODEL；密钥写在 MENSHEN_AIDE_KEY',
      en: '--aide needs MENSHEN_AIDE_URL (an OpenAI-compatible endpoint such as https://host/v1) and MENSHEN_AIDE_MODEL in the environment; the key goes into MENSHEN_AIDE_KEY',
    })
  const wrong = addressProblem(url)
  if (wrong)
    throw new Failure(
      {
        malformed: { zh: 'MENSHEN_AIDE_URL 不是网址', en: 'MENSHEN_AIDE_URL is not an address' },
        plain: {
          zh: 'MENSHEN_AIDE_URL 须用 https，只有本机可以用 http',
          en: 'MENSHEN_AIDE_URL has to use https; http is for this machine only',
        },
        credentials: {
          zh: 'MENSHEN_AIDE_URL 里不能带账号密码，请用 MENSHEN_AIDE_KEY',
          en: 'MENSHEN_AIDE_URL may hold no credentials; use MENSHEN_AIDE_KEY',
        },
      }[wrong],
    )
  const prices = env['MENSHEN_AIDE_PRICES']?.split(',').map(Number)
  if (prices && !(prices.length === 2 && prices.every((price) => price >= 0)))
    throw new Failure({
      zh: 'MENSHEN_AIDE_PRICES 应是“输入价,输出价”（每百万 token）',
      en: 'MENSHEN_AIDE_PRICES takes “input,output”, prices of a million tokens',
    })
  const cost = positive(flags.aideCost, '--aide-cost')
  if (cost !== undefined && !prices)
    throw new Failure({ zh: '--aide-cost 需要 MENSHEN_AIDE_PRICES', en: '--aide-cost needs MENSHEN_AIDE_PRICES' })
  const key = env['MENSHEN_AIDE_KEY']
  return {
    url,
    model,
    ...(key ? { key } : {}),
    most: {
      requests: positive(flags.aideRequests, '--aide-requests') ?? DEFAULTS.requests,
      tokens: positive(flags.aideTokens, '--aide-tokens') ?? DEFAULTS.tokens,
      seconds: DEFAULTS.seconds,
      ...(cost === undefined ? {} : { cost }),
    },
    ...(prices ? { prices: { input: prices[0]!, output: prices[1]! } } : {}),
    ...(flags.cache === false ? {} : { cache: join(cacheFolder(env), 'aide') }),
  }
}

/** Asks. A model that cannot be reached is said in the report and stops nothing. */
export const obtainAide = async (flags: AideFlags, about: AideAbout): Promise<Aided> => {
  const settings = settingsOf(flags, about.env)
  const { program, files, rulebook, lang, progress } = about
  const clauses = (rules.get(RULE)?.meta.clauses ?? []).flatMap((id) => {
    const clause = rulebook.find(id)
    return clause?.platforms.includes(program.platform) && !id.startsWith('later/') ? [{ id, gist: clause.gist.zh }] : []
  })
  const pictures = flags.aidePictures
    ? program.assets
        .filter(
          ({ path, media, size }) => media === 'image' && size >= PICTURES.least && size <= PICTURES.largest && mediaOf(path) !== undefined,
        )
        .sort((a, b) => b.size - a.size)
        .slice(0, PICTURES.most)
        .map(({ path }) => path)
    : []
  const { questions, addressed } = questionsOf({ copies: about.copy.copies, listing: about.listing, pictures, clauses })
  progress.say(
    lang === 'zh' ? `正在请 ${settings.model} 看 ${questions.length} 组内容……` : `asking ${settings.model} ${questions.length} questions …`,
  )
  const picture = (path: string) => {
    const bytes = files.bytes(path)
    const media = mediaOf(path)
    return bytes && media ? { bytes, media } : undefined
  }
  const value = await askAide({ questions, addressed, picture }, settings)
  progress.end()
  const start = { line: 1, column: 1 }
  return {
    evidence: { status: 'collected', by: { collector: `aide:${settings.model}`, at: about.at }, value },
    said: {
      kind: 'aide',
      text: accountOf(value),
      place: { file: program.config.app.file, start, end: start },
      hides: value.count.unasked > 0,
    },
  }
}

const mediaOf = (path: string): string | undefined => MEDIA[path.slice(path.lastIndexOf('.') + 1).toLowerCase()]

const FAILURES: Readonly<Record<AideFailure['why'], Text>> = {
  requests: { zh: '已到请求次数上限', en: 'the limit of requests was reached' },
  tokens: { zh: '已到 token 上限', en: 'the limit of tokens was reached' },
  cost: { zh: '已到费用上限', en: 'the limit of cost was reached' },
  time: { zh: '超过了时限', en: 'time ran out' },
  status: { zh: '接口返回错误', en: 'the endpoint answered with an error' },
  unreachable: { zh: '接口连不上', en: 'the endpoint could not be reached' },
  'too-large': { zh: '回答过长', en: 'the answer was too large' },
  'not-an-answer': { zh: '接口的回答不是约定的格式', en: 'the endpoint did not answer in the agreed form' },
}

const accountOf = ({ model, count, remarks, refused, failure }: AideEvidence): Text => {
  const bad = Object.values(refused).reduce((sum, one) => sum + one, 0)
  const cost = count.cost === undefined ? '' : count.cost.toFixed(4)
  const status = failure?.why === 'status' ? ` (${failure.status})` : ''
  return {
    zh: `语言模型 ${model}：发出 ${count.requests} 次请求，${count.cached} 次用缓存，${count.tokens} token${cost ? `，费用 ${cost}` : ''}；意见 ${remarks.length} 条，作废 ${bad} 条${failure ? `；${FAILURES[failure.why].zh}${status}，${count.unasked} 组内容没有问到` : ''}`,
    en: `language model ${model}: ${count.requests} request${count.requests === 1 ? '' : 's'} sent, ${count.cached} from the cache, ${count.tokens} tokens${cost ? `, cost ${cost}` : ''}; ${remarks.length} remark${remarks.length === 1 ? '' : 's'} held, ${bad} refused${failure ? `; ${FAILURES[failure.why].en}${status}, ${count.unasked} question${count.unasked === 1 ? '' : 's'} left` : ''}`,
  }
}
