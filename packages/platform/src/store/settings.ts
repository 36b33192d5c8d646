/** What operators may set while the platform runs: a name and a value, each change in the log. */
import type { Fee } from '../domain/quota.ts'
import { type Band, type RuleMode, SAMPLE_RATES } from '../domain/risk.ts'
import type { Actor, Moment } from '../domain/words.ts'
import { Problem } from './problem.ts'
import type { Store, Tx } from './store.ts'

/** Which checks a submission goes through, and how long a program is run. */
export interface CheckSettings {
  readonly pictures: boolean
  readonly run: boolean
  /** Seconds that a program is run at most. */
  readonly runSeconds: number
  readonly likeness: boolean
}
export const CHECKS: CheckSettings = { pictures: true, run: true, runSeconds: 120, likeness: true }

const settingOf = async (db: Pick<Tx, 'db'>['db'] | Store['db'], name: string): Promise<unknown> =>
  (await (db as Store['db']).selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst())?.value

/** The checks as they are set. */
export const checkSettings = async (from: Pick<Tx, 'db'> | Pick<Store, 'db'>): Promise<CheckSettings> => {
  const set = ((await settingOf(from.db as Store['db'], 'checks')) ?? {}) as Partial<CheckSettings>
  const seconds = Number(set.runSeconds)
  return {
    pictures: set.pictures ?? CHECKS.pictures,
    run: set.run ?? CHECKS.run,
    runSeconds: Number.isInteger(seconds) && seconds >= 5 && seconds <= 600 ? seconds : CHECKS.runSeconds,
    likeness: set.likeness ?? CHECKS.likeness,
  }
}

/** How many of a thousand that would pass go to a person all the same, by band; what is of high risk always does. */
export interface SampleSettings {
  readonly low: number
  readonly middle: number
}
const perThousand = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1000 ? value : otherwise
export const sampleRates = async (from: Pick<Tx, 'db'> | Pick<Store, 'db'>): Promise<Readonly<Record<Band, number>>> => {
  const set = ((await settingOf(from.db as Store['db'], 'samples')) ?? {}) as Partial<SampleSettings>
  return { low: perThousand(set.low, SAMPLE_RATES.low), middle: perThousand(set.middle, SAMPLE_RATES.middle), high: SAMPLE_RATES.high }
}

/** What a submission above the free ones costs (wx-tos 2.6); null: nothing. `undefined`: nobody has set it. */
export const feeSetting = async (from: Pick<Tx, 'db'> | Pick<Store, 'db'>): Promise<Fee | null | undefined> => {
  const set = await settingOf(from.db as Store['db'], 'fee')
  if (set === undefined || set === null) return set as null | undefined
  const { freePerMonth, each } = set as Partial<Fee>
  return Number.isInteger(freePerMonth) && Number.isInteger(each) && freePerMonth! >= 0 && each! >= 0
    ? { freePerMonth: freePerMonth!, each: each! }
    : undefined
}
/** When settings were last changed. */
export const settingTimes = async (store: Store): Promise<ReadonlyMap<string, Moment>> =>
  new Map((await store.db.selectFrom('setting').select(['name', 'changed_at']).execute()).map((row) => [row.name, Number(row.changed_at)]))

const MODES: readonly RuleMode[] = ['off', 'shadow', 'warn', 'block']
/** The mode of each rule that has one; a rule without is `block`. */
export const ruleModes = async (from: Pick<Tx, 'db'> | Pick<Store, 'db'>): Promise<Readonly<Record<string, RuleMode>>> => {
  const set = ((await settingOf(from.db as Store['db'], 'rule-modes')) ?? {}) as Record<string, RuleMode>
  return Object.fromEntries(Object.entries(set).filter(([, mode]) => MODES.includes(mode)))
}

/** Sets one value; what it was and what it is stand in the log. */
export const setSetting = async (tx: Tx, actor: Actor, name: string, value: unknown): Promise<void> => {
  const before = await settingOf(tx.db as unknown as Store['db'], name)
  const text = JSON.stringify(value)
  await tx.db
    .insertInto('setting')
    .values({ name, value: text, changed_at: tx.now })
    .onConflict((same) => same.column('name').doUpdateSet({ value: text, changed_at: tx.now }))
    .execute()
  tx.log({
    type: 'setting.changed',
    actor,
    payload: { name, before: before === undefined ? null : JSON.stringify(before), after: text },
  })
}
/** Puts a rule into a mode; `block` is what a rule has without one. */
export const setRuleMode = async (
  tx: Tx,
  { rule, mode, reason, actor }: { readonly rule: string; readonly mode: RuleMode; readonly reason: string; readonly actor: Actor },
): Promise<void> => {
  if (!MODES.includes(mode)) throw new Problem('invalid', { zh: '没有这种模式', en: 'there is no such mode' })
  if (!/^[a-z0-9-]{1,100}$/.test(rule)) throw new Problem('invalid', { zh: '规则名不对', en: 'this is no name of a rule' })
  if (reason.trim() === '') throw new Problem('invalid', { zh: '需要写明理由', en: 'a reason is needed' })
  // One change at a time: the value is read, changed and written whole.
  await tx.db.selectFrom('setting').select('name').where('name', '=', 'rule-modes').forUpdate().execute()
  const { [rule]: before, ...rest } = await ruleModes(tx)
  const next = mode === 'block' ? rest : { ...rest, [rule]: mode }
  const text = JSON.stringify(next)
  await tx.db
    .insertInto('setting')
    .values({ name: 'rule-modes', value: text, changed_at: tx.now })
    .onConflict((same) => same.column('name').doUpdateSet({ value: text, changed_at: tx.now }))
    .execute()
  tx.log({ type: 'rule.mode', actor, payload: { rule, before: before ?? 'block', after: mode, reason: reason.trim() } })
}
