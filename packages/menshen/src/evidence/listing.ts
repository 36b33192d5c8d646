/** listing.json: what a developer would type into a platform's console. Every field is optional: what is absent is not-checked. */
import { readJson } from '../program/json.ts'
import type { Files } from '../program/types.ts'
import { type Shape, shapeProblems } from './shape.ts'

export interface Listing {
  readonly file: string
  readonly name?: string
  readonly intro?: string
  readonly description?: string
  readonly categories?: readonly string[]
  readonly tags?: readonly string[]
  readonly contact?: { readonly email?: string; readonly phone?: string; readonly url?: string }
  readonly adminId?: string
  readonly entity?: { readonly kind: 'person' | 'company' | 'government' | 'other'; readonly name?: string }
  readonly qualifications?: readonly {
    readonly kind: string
    readonly number?: string
    readonly validUntil?: string
    /** The name that stands on it. */
    readonly holder?: string
    readonly file?: string
    readonly for?: string
  }[]
  readonly privacy?: readonly (string | { readonly item: string; readonly purpose?: string })[]
  readonly changelog?: string
  readonly testAccount?: { readonly username?: string; readonly password?: string }
  readonly domains?: readonly string[]
  readonly nearby?: { readonly enabled?: boolean; readonly places?: readonly Readonly<Record<string, unknown>>[] }
  readonly icon?: string
  readonly screenshots?: readonly string[]
  /** The day it is judged on, YYYY-MM-DD: papers end. Given by the run, not by the file. */
  readonly asOf?: string
  /** Fields that were present but of the wrong shape, with what is wrong. They are left out above. */
  readonly problems: readonly { readonly field: string; readonly what: { readonly zh: string; readonly en: string } }[]
}

export const LISTING_FILE = 'listing.json'

const text = (zh: string, en: string, most = 2000): Shape => ({ type: 'string', most, about: { zh, en } })
const list = (zh: string, en: string, items: Shape, most = 300): Shape => ({ type: 'array', items, most, about: { zh, en } })

/** The shape of listing.json; its JSON Schema is made from it. */
export const LISTING_SHAPE: Shape & { readonly type: 'object' } = {
  type: 'object',
  about: { zh: '提审时在平台后台填写的信息', en: 'what is typed into the platform’s console for a submission' },
  properties: {
    $schema: text('本文件的 JSON Schema', 'the JSON Schema of this file'),
    name: text('小程序名称', 'the name of the mini program', 200),
    intro: text('简介', 'the introduction'),
    description: text('功能说明', 'what the program does', 10_000),
    categories: list('服务类目', 'categories', text('类目，如“商家自营/食品”', 'a category, such as 商家自营/食品', 200), 20),
    tags: list('标签', 'tags', text('标签', 'a tag', 100), 50),
    contact: {
      type: 'object',
      about: { zh: '联系方式', en: 'how users reach the developer' },
      properties: { email: text('邮箱', 'mail', 320), phone: text('电话', 'telephone', 60), url: text('网页', 'web page') },
    },
    adminId: text('管理员的账号', 'the administrator’s account', 200),
    entity: {
      type: 'object',
      required: ['kind'],
      about: { zh: '主体', en: 'who is behind the program' },
      properties: {
        kind: {
          type: 'string',
          values: ['person', 'company', 'government', 'other'],
          about: { zh: '主体类型：个人、企业、政府、其他', en: 'a person, a company, a government body or another' },
        },
        name: text('主体名称', 'its name', 300),
      },
    },
    qualifications: list('资质', 'qualifications', {
      type: 'object',
      required: ['kind'],
      about: { zh: '一项资质', en: 'a qualification' },
      properties: {
        kind: text('资质名称，如“食品经营许可证”', 'what it is, such as 食品经营许可证', 200),
        number: text('编号', 'its number', 200),
        validUntil: {
          type: 'string',
          pattern: { source: '^\\d{4}-\\d{2}-\\d{2}$', says: { zh: '应写成 YYYY-MM-DD', en: 'has to be written YYYY-MM-DD' } },
          about: { zh: '有效期至', en: 'valid until' },
        },
        holder: text('证件上的主体名称', 'the name that stands on it', 200),
        file: text('扫描件', 'its scan', 500),
        for: text('用于哪个域名、能力或类目', 'the host, capability or category that it is for', 300),
      },
    }),
    privacy: list('用户隐私保护指引中声明的信息', 'the data declared in the privacy guideline', {
      type: 'either',
      about: { zh: '一项信息', en: 'an item' },
      shapes: [
        text('信息名称', 'the item', 200),
        {
          type: 'object',
          required: ['item'],
          about: { zh: '信息及用途', en: 'the item and what it is for' },
          properties: { item: text('信息名称', 'the item', 200), purpose: text('用途', 'its purpose') },
        },
      ],
    }),
    changelog: text('版本说明', 'the release note', 10_000),
    testAccount: {
      type: 'object',
      about: { zh: '测试账号', en: 'the test account' },
      properties: { username: text('账号', 'user name', 200), password: text('密码', 'password', 200) },
    },
    domains: list('已配置的服务器域名', 'the server domains configured', text('域名', 'a domain', 300), 500),
    nearby: {
      type: 'object',
      about: { zh: '附近的小程序', en: 'nearby mini programs' },
      properties: {
        enabled: { type: 'boolean', about: { zh: '是否开启', en: 'whether it is on' } },
        places: list('地点', 'places', {
          type: 'map',
          values: { type: 'anything', about: { zh: '地点的一项信息', en: 'something about the place' } },
          about: { zh: '一个地点', en: 'a place' },
        }),
      },
    },
    icon: text('图标文件', 'the icon’s file', 500),
    screenshots: list('截图文件', 'files of screenshots', text('截图', 'a screenshot', 500), 50),
  },
}

/** Reads a listing's text. A field of the wrong shape is left out and named in `problems`; nothing is thrown. */
export const parseListing = (file: string, source: string): Listing => {
  const problems: { field: string; what: { zh: string; en: string } }[] = []
  const document = readJson(file, source, (problem) => {
    if (problem.hides) problems.push({ field: '', what: { zh: 'listing.json 不是合法的 JSON', en: 'the listing is not valid JSON' } })
  })
  const value = document.value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (problems.length === 0) problems.push({ field: '', what: { zh: 'listing.json 应为对象', en: 'the listing has to be an object' } })
    return { file, problems }
  }
  const wrong = new Set<string>()
  for (const { path, what } of shapeProblems(LISTING_SHAPE, value)) {
    const field = String(path[0] ?? '')
    wrong.add(field)
    problems.push({ field: path.join('.'), what })
  }
  const known = Object.entries(value).filter(
    ([field]) => Object.hasOwn(LISTING_SHAPE.properties, field) && field !== '$schema' && !wrong.has(field),
  )
  return { ...(Object.fromEntries(known) as Partial<Listing>), file, problems }
}

/** The listing beside app.json, or at another path among the files; undefined when there is none. */
export const readListing = (files: Files, root: string, path = root + LISTING_FILE): Listing | undefined => {
  if (!files.has(path)) return undefined
  const source = files.text(path)
  if (source === undefined)
    return { file: path, problems: [{ field: '', what: { zh: 'listing.json 无法读取', en: 'the listing cannot be read' } }] }
  return parseListing(path, source)
}
