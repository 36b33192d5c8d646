/** Which pages there are, and how the program itself opens them: parameters read off its own navigations. */
import type { Interpretation } from '../program/interpret/types.ts'
import type { ProgramModel } from '../program/types.ts'
import type { Way } from './sweep.ts'

/** What stands where a parameter is not known: a number suits most names. */
const unknown = (name: string): string => (/name|title|text|word|key/i.test(name) ? '%E8%8C%B6' : '1')

const filled = (pieces: readonly (string | null)[]): string => {
  let out = ''
  for (const piece of pieces) out += piece ?? unknown(/([\w-]+)=$/.exec(out)?.[1] ?? '')
  return out
}
/** A path as a program writes it, seen from a folder. */
function resolved(folder: string, path: string): string {
  const parts = path.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/').replace(/\.html$/, '')
}

/** Home first, then the tabs, then the rest, as the manifest lists them. */
export function waysOf(
  program: ProgramModel,
  interpretation: Interpretation | null,
  home: string,
  routes: readonly string[],
): readonly Way[] {
  const queries = new Map<string, Set<string>>()
  for (const navigation of interpretation?.navigations ?? []) {
    if (!['navigateTo', 'redirectTo', 'reLaunch'].includes(navigation.kind)) continue
    const folder = navigation.from.base.slice(program.root.length).split('/').slice(0, -1).join('/')
    const urls = [...navigation.url.constants.filter((one): one is string => typeof one === 'string'), ...navigation.url.pieces.map(filled)]
    for (const url of urls.slice(0, 8)) {
      const at = url.indexOf('?')
      if (at < 0) continue
      const route = resolved(folder, url.slice(0, at))
      const query = url.slice(at + 1)
      if (!routes.includes(route) || query === '' || query.length > 400 || query.includes('undefined')) continue
      const set = queries.get(route) ?? new Set()
      if (set.size < 3) set.add(query)
      queries.set(route, set)
    }
  }
  return [...new Set([...(routes.includes(home) ? [home] : []), ...routes])].map((route) => ({
    route,
    queries: [...(queries.get(route) ?? [])],
  }))
}

/** What a program could depend on, by the words in its code: passes for what it never asks about would show nothing new. */
export interface Traits {
  readonly version: boolean
  readonly system: boolean
  readonly date: boolean
  readonly network: boolean
  /** It asks people for something that they can refuse. */
  readonly asks: boolean
}
const ASKS =
  /getLocation|getFuzzyLocation|startLocationUpdate|choose(?:Location|Poi|Address|Invoice|LicensePlate|Contact|Avatar|Image|Media|Video)|authorize|getUser(?:Profile|Info)|getPhoneNumber|getWeRunData|save(?:Image|Video)ToPhotosAlbum|startRecord|RecorderManager|openBluetoothAdapter|requestSubscribeMessage|[pP]ayment\b|\bpay\b|scanCode|addPhone/
export function traitsOf(program: ProgramModel): Traits {
  let version = false
  let system = false
  let date = false
  let network = false
  let asks = false
  for (const path of program.files.list()) {
    if (!path.startsWith(program.root) || !/\.(?:js|ts|wxs|sjs|wxml|ttml)$/.test(path)) continue
    const text = program.files.text(path)
    if (text === undefined) continue
    asks ||= ASKS.test(text)
    if (path.endsWith('ml')) continue
    version ||= /envVersion|AccountInfo|__wxConfig|EnvInfo/.test(text)
    system ||= /SystemInfo|DeviceInfo|platform|\bios\b/i.test(text)
    date ||= /\bDate\b/.test(text)
    network ||= /request|uploadFile|downloadFile|cloud|connectSocket|NetworkType/i.test(text)
  }
  return { version, system, date, network, asks }
}
