/** Calls of the platform's functions, written down with the contexts in which they were met. */
import type { CallRecord, ContextRecord } from './context.ts'
import type { Machine } from './machine.ts'
import type { Root } from './types.ts'
import type { Site, V } from './value.ts'

/** Contexts of one call that are kept, and of these with one root and the same conditions. */
const MAX_CONTEXTS = 24
/** Contexts that are kept beyond these when each comes from another place: behind one request function stand all of a program's requests. */
const MAX_PLACES = 64
const MAX_ALIKE = 4

/** Writes down one call of a platform API in the machine's present context. */
export function record(
  m: Machine,
  ns: string,
  api: string,
  at: Site,
  nameAt: Site,
  how: CallRecord['how'],
  args: readonly V[],
): CallRecord {
  m.noticed++
  m.acts++
  const call = callAt(m, ns, api, at, nameAt, how)
  const { root, path, guards, after } = m
  const length = path === null ? 0 : path.length
  const list = call.contexts
  const depth = guards === null ? 0 : guards.depth
  const last = after === null ? null : after.call
  let same = -1
  let alike = 0
  for (let i = 0; i < list.length; i++) {
    const c = list[i]!
    if (c.root !== root) continue
    alike++
    if (same < 0 && (c.guards === null ? 0 : c.guards.depth) === depth && (c.after === null ? null : c.after.call) === last) same = i
  }
  let place = -1
  if (same >= 0) {
    if (list[same]!.length > length) place = same
    else if (alike < MAX_ALIKE && list.length < MAX_CONTEXTS) place = list.length
  } else if (list.length < MAX_CONTEXTS) place = list.length
  // At least one of each kind of root stays, and one of each place it is called from.
  else if (list.length < MAX_PLACES && path !== null && !isCalledFrom(list, path.at)) place = list.length
  else if (!hasKind(list, root.kind)) place = list.length - 1
  if (place >= 0) list[place] = { root, path, guards, after, args, length }
  return call
}

/** The record of a call at a place. One place may call several functions, of tables of them above all. */
function callAt(m: Machine, ns: string, api: string, at: Site, nameAt: Site, how: CallRecord['how']): CallRecord {
  // Most places call one function, and are known by the node that stands there.
  const last = m.lastCalls.get(at)
  if (last !== undefined && last.api === api && last.ns === ns) return last
  const key = `${at.file}:${at.start}:${ns}.${api}`
  let call = m.calls.get(key)
  if (!call) m.calls.set(key, (call = { ns, api, at, nameAt, how, contexts: [] }))
  m.lastCalls.set(at, call)
  return call
}
function isCalledFrom(list: readonly ContextRecord[], at: Site): boolean {
  for (let i = 0; i < list.length; i++) if (list[i]!.path?.at === at) return true
  return false
}
function hasKind(list: readonly ContextRecord[], kind: Root['kind']): boolean {
  for (let i = 0; i < list.length; i++) if (list[i]!.root.kind === kind) return true
  return false
}
