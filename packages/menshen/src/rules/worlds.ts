/** What a program shows in one of two worlds: on an iOS or an Android phone, as a trial or a released edition. */
import type { Interpretation, Shown, Value } from '../program/interpret/types.ts'

const keyOf = (shown: Shown, file: string, start: number): string => `${shown.unit.base}|${shown.slot}|${file}:${start}`

const known = new WeakMap<Interpretation, Map<string, Value>>()
const conditionsOf = (interpretation: Interpretation): Map<string, Value> => {
  let map = known.get(interpretation)
  if (!map) {
    map = new Map()
    for (const shown of interpretation.shown) {
      map.set(keyOf(shown, shown.at.file, shown.at.start), shown.value)
      for (const { at, value } of shown.conditions) map.set(`${shown.unit.base}|if|${at.file}:${at.start}`, value)
    }
    known.set(interpretation, map)
  }
  return map
}
/** The value as one world alone has it: what the other has as well is its state before the answer was known. */
const only = (value: Value, other: Value | undefined): Value['constants'] => {
  if (!other) return value.constants
  const own = value.constants.filter((one) => !other.constants.includes(one))
  return own.length > 0 ? own : value.constants
}

/** What one world shows: conditions that it decides are decided. */
export const shownOn = (one: Interpretation, other: Interpretation): readonly Shown[] => {
  const others = conditionsOf(other)
  return one.shown.filter((shown) => {
    if (shown.slot !== '' || !shown.reachable || !one.reachable.has(shown.unit.base)) return false
    return shown.conditions.every(({ at, value, holds }) => {
      if (value.open) return true
      const constants = only(value, others.get(`${shown.unit.base}|if|${at.file}:${at.start}`))
      return constants.length === 0 || constants.some((constant) => !!constant === holds)
    })
  })
}
/** A shown value without what it had before the answer was known. */
export const decided = (shown: Shown, other: Interpretation): Pick<Value, 'constants' | 'pieces' | 'places' | 'open'> => {
  const there = conditionsOf(other).get(keyOf(shown, shown.at.file, shown.at.start))
  const constants = shown.value.open ? shown.value.constants : only(shown.value, there)
  const { pieces, places, open } = shown.value
  return { constants, pieces, places, open }
}
