/** By what is judged, and who changes it: modes of rules, settings of the review, editions of the terms. Each change takes two people. */
import { z } from 'zod'
import { done, endpoint, id, moment, page, reason, sha256, text } from './words.ts'

export const ruleMode = z.enum(['off', 'shadow', 'warn', 'block'])
export const rule = z.object({
  rule: z.string(),
  title: text.nullable(),
  mode: ruleMode,
  since: moment.nullable(),
  proposed: z.object({ id, mode: ruleMode, by: z.string(), why: text, at: moment, mine: z.boolean() }).nullable(),
})
/** Which checks a submission goes through; the static ones always are. */
export const checkSetting = z.strictObject({
  pictures: z.boolean(),
  run: z.boolean(),
  /** Seconds that a program is run at most. */
  runSeconds: z.int().min(5).max(600),
  likeness: z.boolean(),
})
/** Of a thousand that would pass by themselves, how many go to a person, by risk; of high risk all do. */
export const sampleSetting = z.strictObject({ low: z.int().min(1).max(1000), middle: z.int().min(1).max(1000) })
/** In the smallest unit of the currency; null: nothing is charged. */
export const feeSetting = z.strictObject({ freePerMonth: z.int().min(0).max(10_000), each: z.int().min(0).max(10_000_000) }).nullable()
export const settingName = z.enum(['checks', 'samples', 'fee'])
const settingValue = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('checks'), value: checkSetting }),
  z.strictObject({ name: z.literal('samples'), value: sampleSetting }),
  z.strictObject({ name: z.literal('fee'), value: feeSetting }),
])
export const setting = z.object({
  name: settingName,
  title: text,
  value: z.union([checkSetting, sampleSetting, feeSetting]),
  since: moment.nullable(),
  proposed: z.object({ id, value: z.unknown(), by: z.string(), why: text, at: moment, mine: z.boolean() }).nullable(),
})
export const termsRow = z.object({
  edition: z.int(),
  /** proposed: waits for a second editor · coming: agreed, from a day to come · in-force · past. */
  state: z.enum(['proposed', 'coming', 'in-force', 'past']),
  from: moment,
  sha256: sha256.nullable(),
  /** Of a proposal, what a second editor reads before agreeing. */
  proposed: z.object({ id, by: z.string(), why: text, at: moment, mine: z.boolean(), zh: z.string(), en: z.string() }).nullable(),
})
const settled = z.strictObject({ proposal: id, agree: z.boolean() })

export const POLICY = {
  'GET /api/staff/rules': endpoint({ says: { zh: '规则模式', en: 'Modes of the rules' }, permission: 'rulebook.edit', answer: page(rule) }),
  'POST /api/staff/rules/:rule': endpoint({
    says: { zh: '提出改变一条规则的模式', en: 'Propose another mode for a rule' },
    permission: 'rulebook.edit',
    params: z.object({ rule: z.string().regex(/^[a-z][a-z0-9-]{0,80}$/) }),
    body: z.strictObject({ mode: ruleMode, why: reason }),
    answer: rule,
    status: 201,
  }),
  'POST /api/staff/rules/:rule/confirmation': endpoint({
    says: { zh: '第二人确认规则模式', en: 'A second editor confirms' },
    permission: 'rulebook.confirm',
    params: z.object({ rule: z.string().max(81) }),
    body: z.strictObject({ proposal: id, agree: z.boolean() }),
    answer: rule,
  }),
  'GET /api/staff/settings': endpoint({
    says: { zh: '审核设置：检查项目、抽查比例、提交费用', en: 'Settings of the review: checks, samples, the fee' },
    permission: 'rulebook.edit',
    answer: page(setting),
  }),
  'POST /api/staff/settings': endpoint({
    says: { zh: '提出改变一项设置', en: 'Propose another value of a setting' },
    permission: 'rulebook.edit',
    body: z.strictObject({ to: settingValue, why: reason }),
    answer: setting,
    status: 201,
  }),
  'POST /api/staff/settings/:setting/confirmation': endpoint({
    says: { zh: '第二人确认设置', en: 'A second editor confirms a setting' },
    permission: 'rulebook.confirm',
    params: z.object({ setting: settingName }),
    body: settled,
    answer: setting,
  }),
  'GET /api/staff/terms': endpoint({
    says: { zh: '各版条款与待确认的条款', en: 'Editions of the terms, and what waits to be confirmed' },
    permission: 'rulebook.edit',
    answer: page(termsRow),
  }),
  'POST /api/staff/terms': endpoint({
    says: { zh: '提出新条款，由第二人确认后发布', en: 'Propose terms; they are published when a second editor agrees' },
    permission: 'rulebook.edit',
    body: z.strictObject({
      edition: z.int().min(1),
      zh: z.string().min(20).max(200_000),
      en: z.string().min(20).max(200_000),
      from: moment,
      why: reason.optional(),
    }),
    answer: done,
    status: 201,
  }),
  'POST /api/staff/terms/:edition/confirmation': endpoint({
    says: { zh: '第二人确认条款并发布', en: 'A second editor agrees, and the terms are published' },
    permission: 'rulebook.confirm',
    params: z.object({ edition: z.coerce.number().int().min(1).max(100_000) }),
    body: settled,
    answer: done,
  }),
} as const

export type RuleRow = z.infer<typeof rule>
export type Setting = z.infer<typeof setting>
export type TermsRow = z.infer<typeof termsRow>
