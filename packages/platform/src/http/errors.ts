/** Every failure in one shape, RFC 9457, in the language that was asked for and in both. */

import type { z } from 'zod'
import type { Problem as Wire } from '../contract/words.ts'
import { actName } from '../domain/acts.ts'
import type { Text } from '../domain/words.ts'
import { Problem, type ProblemCode } from '../store/problem.ts'

export type Code = Wire['code']
type Lang = 'zh' | 'en'

const TITLES: Readonly<Record<Code, readonly [status: number, zh: string, en: string]>> = {
  'not-found': [404, '找不到', 'Not found'],
  method: [405, '不支持这种请求方法', 'This method is not allowed here'],
  'signed-out': [401, '需要登录', 'Sign in first'],
  role: [403, '没有权限', 'Not allowed'],
  'second-factor': [403, '需要两步验证', 'A second factor is needed'],
  csrf: [403, '请求来源未通过校验', 'The origin of the request was not verified'],
  terms: [403, '需要先接受新的服务条款', 'New terms have to be accepted first'],
  scope: [403, '令牌没有这个范围', 'The token does not have this scope'],
  stale: [409, '内容已有变化', 'It has changed since'],
  state: [409, '现在不能这样做', 'This cannot be done now'],
  guard: [409, '条件不满足', 'A condition is not met'],
  taken: [409, '已被占用', 'It is taken'],
  invalid: [422, '填写有误', 'Something is not filled in right'],
  'too-large': [413, '内容过大', 'Too large'],
  'length-required': [411, '需要声明长度', 'A length has to be declared'],
  'media-type': [415, '不支持这种内容类型', 'This type of content is not accepted'],
  'not-acceptable': [406, '无法提供所要求的格式', 'The wanted format cannot be given'],
  'too-many': [429, '请求过于频繁', 'Too many requests'],
  timeout: [408, '请求超时', 'The request took too long'],
  corrupt: [500, '存储的内容有损坏', 'What is stored is damaged'],
  erased: [410, '已删除', 'Erased'],
  internal: [500, '服务器内部错误', 'Something went wrong on the server'],
  unavailable: [503, '服务暂不可用', 'Not available at the moment'],
}

export interface Field {
  readonly path: string
  readonly said: Text
}
/** What a route says no with, beside what the store says. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: Code
  readonly said: Text
  readonly more: { readonly fields?: readonly Field[]; readonly retryAfter?: number; readonly headers?: Readonly<Record<string, string>> }
  constructor(code: Code, said?: Text, more: Refusal['more'] = {}) {
    super(code)
    this.code = code
    this.said = said ?? { zh: TITLES[code][1], en: TITLES[code][2] }
    this.more = more
  }
}

/** The language of an answer: by the header, else the account's, else Chinese. */
export const languageOf = (header: string | null | undefined, fallback: Lang = 'zh'): Lang => {
  let best: { lang: Lang; q: number } | null = null
  for (const part of (header ?? '').slice(0, 200).split(',')) {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
    const lang = tag.startsWith('zh') ? 'zh' : tag.startsWith('en') ? 'en' : null
    const given = rest.map((one) => one.trim().match(/^q=([\d.]+)$/)?.[1]).find(Boolean)
    const q = given === undefined ? 1 : Number(given)
    if (lang && q > 0 && (best === null || q > best.q)) best = { lang, q }
  }
  return best?.lang ?? fallback
}

const CODES: Readonly<Partial<Record<ProblemCode, Code>>> = { 'database-missing': 'unavailable', 'database-failed': 'unavailable' }
const moment = (value: unknown): string | undefined => (typeof value === 'number' ? new Date(value).toISOString() : undefined)

/** What the store knows of why, as it goes over the wire: nothing of its own inside. */
const detailOf = (problem: Problem): Pick<Wire, 'fields' | 'guard' | 'now' | 'retryAfter'> => {
  const { detail } = problem
  const faults = (detail['faults'] ?? detail['missing']) as
    | readonly { field?: string; kind?: string; why?: Text; text?: Text }[]
    | undefined
  const changes = detail['changes'] as readonly Record<string, unknown>[] | undefined
  return {
    ...(Array.isArray(faults) && faults.length > 0
      ? {
          fields: faults.map((one) => ({
            path: one.field ?? (one.kind === undefined ? '' : 'name'),
            said: one.why ?? one.text ?? problem.text,
          })),
        }
      : {}),
    ...(typeof detail['guard'] === 'string' ? { guard: detail['guard'] } : {}),
    ...(problem.code === 'stale' || problem.code === 'state' || problem.code === 'taken'
      ? {
          now: {
            ...(typeof detail['rv'] === 'number' ? { rv: detail['rv'] } : {}),
            ...(typeof detail['state'] === 'string' ? { state: detail['state'] } : {}),
            ...(typeof detail['sha256'] === 'string' ? { sha256: detail['sha256'] } : {}),
            ...(changes
              ? {
                  changes: changes.map((one) => ({
                    ...one,
                    name: actName(String(one['type'])),
                    at: moment(one['at']) ?? '',
                  })) as NonNullable<Wire['now']>['changes'],
                }
              : {}),
          },
        }
      : {}),
  }
}

const bounds = (issue: z.core.$ZodIssue): Text => {
  const one = issue as unknown as Record<string, unknown>
  const most = issue.code === 'too_big'
  const n = String(one[most ? 'maximum' : 'minimum'])
  switch (one['origin']) {
    case 'string':
      return most ? { zh: `最多 ${n} 个字符`, en: `at most ${n} characters` } : { zh: `至少 ${n} 个字符`, en: `at least ${n} characters` }
    case 'array':
    case 'set':
      return most ? { zh: `最多 ${n} 项`, en: `at most ${n} items` } : { zh: `至少 ${n} 项`, en: `at least ${n} items` }
    default:
      return most ? { zh: `不能大于 ${n}`, en: `at most ${n}` } : { zh: `不能小于 ${n}`, en: `at least ${n}` }
  }
}
const FORMATS: Readonly<Record<string, Text>> = {
  email: { zh: '应是邮箱地址', en: 'has to be an e-mail address' },
  url: { zh: '应是网址', en: 'has to be a web address' },
  uuid: { zh: '编号不对', en: 'this is no identifier' },
  datetime: { zh: '应是带 Z 的时间', en: 'has to be a moment with Z' },
  date: { zh: '应是日期', en: 'has to be a date' },
}
const said = (issue: z.core.$ZodIssue): Text => {
  switch (issue.code) {
    case 'too_big':
    case 'too_small':
      return bounds(issue)
    case 'unrecognized_keys': {
      const names = issue.keys.map((key) => key.slice(0, 40)).join(', ')
      return { zh: `不认识的字段：${names}`, en: `unknown fields: ${names}` }
    }
    case 'invalid_format':
      if ('pattern' in issue && String(issue.pattern).includes('[0-9a-f]{64}'))
        return { zh: '应是 SHA-256 摘要：64 个小写十六进制字符', en: 'has to be a SHA-256 digest: 64 lower-case hexadecimal characters' }
      return FORMATS[issue.format] ?? { zh: '格式不对', en: 'not in the right form' }
    case 'invalid_value':
      return {
        zh: `应是其中之一：${issue.values.map(String).join('、')}`.slice(0, 300),
        en: `one of: ${issue.values.map(String).join(', ')}`.slice(0, 300),
      }
    case 'invalid_type':
      return { zh: '缺少，或者类型不对', en: 'missing, or of the wrong type' }
    default:
      return { zh: '填写有误', en: 'not right' }
  }
}
/** What is wrong with what was sent, all at once. */
export const invalid = (error: z.ZodError, at = ''): Refusal =>
  new Refusal('invalid', undefined, {
    fields: error.issues
      .slice(0, 100)
      .map((issue) => ({ path: [at, ...issue.path.map(String)].filter((part) => part !== '').join('.'), said: said(issue) })),
  })

/** A failure as it goes over the wire; `known` is false for what nobody foresaw. */
export const problemOf = (
  error: unknown,
  lang: Lang,
  instance: string,
): { readonly wire: Wire; readonly known: boolean; readonly headers: Readonly<Record<string, string>> } => {
  const make = (code: Code, text: Text | undefined, more: Partial<Wire>): Wire => {
    const [status, zh, en] = TITLES[code]
    const detail = text ?? { zh, en }
    return {
      type: `urn:menshen:problem:${code}`,
      status,
      title: lang === 'zh' ? zh : en,
      detail: detail[lang],
      code,
      said: { title: { zh, en }, detail },
      ...more,
      instance,
    }
  }
  if (error instanceof Refusal) {
    const { fields, retryAfter, headers = {} } = error.more
    const wire = make(error.code, error.said, {
      ...(fields ? { fields: [...fields] } : {}),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    })
    return { wire, known: true, headers: retryAfter === undefined ? headers : { ...headers, 'retry-after': String(retryAfter) } }
  }
  if (error instanceof Problem) {
    const code = CODES[error.code] ?? (error.code as Code)
    return { wire: make(code, error.text, detailOf(error)), known: error.code !== 'corrupt', headers: {} }
  }
  // The database is away: tell it as that, and not as a fault of ours.
  const { code } = (error ?? {}) as { code?: unknown }
  if (typeof code === 'string' && /^(ECONN|57P0|08)/.test(code))
    return { wire: make('unavailable', undefined, { retryAfter: 5 }), known: false, headers: { 'retry-after': '5' } }
  return { wire: make('internal', undefined, {}), known: false, headers: {} }
}
