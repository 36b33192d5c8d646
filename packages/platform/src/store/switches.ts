/** Emergency switches: what they stop is refused at once, everywhere, and each turn of one is in the log with its reason. */
import type { Actor, Moment, Text } from '../domain/words.ts'
import { Problem } from './problem.ts'
import { setSetting } from './settings.ts'
import type { Store, Tx } from './store.ts'

export const SWITCHES = {
  'stop-uploads': { zh: '停止接收上传', en: 'take no uploads' },
  'stop-automatic-approval': { zh: '停止自动通过', en: 'let the machine approve nothing' },
  'stop-releases': { zh: '停止发布', en: 'release nothing' },
  'stop-registration': { zh: '停止注册', en: 'register nobody' },
} as const satisfies Record<string, Text>
export type SwitchName = keyof typeof SWITCHES

export const switches = async (from: Pick<Tx, 'db'> | Pick<Store, 'db'>) => {
  const rows = await (from.db as Store['db'])
    .selectFrom('setting')
    .select(['name', 'value', 'changed_at'])
    .where(
      'name',
      'in',
      Object.keys(SWITCHES).map((name) => `switch:${name}`),
    )
    .execute()
  return (Object.keys(SWITCHES) as SwitchName[]).map((name) => {
    const row = rows.find((one) => one.name === `switch:${name}`)
    return { name, title: SWITCHES[name], on: row?.value === true, since: (row?.changed_at as Moment | undefined) ?? null }
  })
}
export const isOn = async (from: Pick<Tx, 'db'> | Pick<Store, 'db'>, name: SwitchName): Promise<boolean> =>
  (await switches(from)).some((one) => one.name === name && one.on)
/** Refuses while a switch is on. */
export const refuseWhile = async (from: Pick<Tx, 'db'> | Pick<Store, 'db'>, name: SwitchName): Promise<void> => {
  if (await isOn(from, name))
    throw new Problem(
      'state',
      {
        zh: `平台暂时${SWITCHES[name].zh}，请稍后再试`,
        en: `for the moment the platform was told to ${SWITCHES[name].en}; try again later`,
      },
      { switch: name },
    )
}
/** Turns a switch. */
export const turnSwitch = async (
  tx: Tx,
  { name, on, why, actor }: { readonly name: SwitchName; readonly on: boolean; readonly why: Text; readonly actor: Actor },
): Promise<void> => {
  await setSetting(tx, actor, `switch:${name}`, on)
  tx.log({ type: 'switch.turned', actor, payload: { name, on, reason: { ...why } } })
}
