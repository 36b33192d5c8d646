/** What the page side shares: the manifest, the profile, the pages on the stack. One program per realm. */
import type { Manifest, Profile } from '../types.ts'
import { clock, NativeDate, NativeProxy } from './native.ts'

// biome-ignore lint/suspicious/noExplicitAny: instances of program code have whatever shape the program gave them
export type Loose = any

export interface OpenPage {
  readonly route: string
  readonly query: Record<string, string>
  readonly view: number
  readonly element: HTMLElement
  style: HTMLStyleElement | null
  root: Loose
  instance: Loose
  config: Record<string, unknown>
  title: string
  readonly times: { opened: number; loaded: number; shown: number; ready: number }
  ready: boolean
  scrollTop: number
  /** EventChannel to the page that opened this one. */
  channel: Loose
  share: { readonly hidden: boolean }
  navColors: { front: string; back: string } | null
  backAlert: string | null
  pulling: boolean
  animation: string
}

export interface Setup {
  readonly manifest: Manifest
  readonly profile: Profile
  readonly seed: number
  /** Time stands still but when the driver lets it pass. */
  readonly driven?: boolean
  /** The clock's start in milliseconds since 1970. */
  readonly now: number
  readonly scene: number
  readonly path?: string
  readonly query?: Record<string, string>
  readonly storage: Readonly<Record<string, string>>
}

export const world = {
  manifest: null as unknown as Manifest,
  profile: null as unknown as Profile,
  setup: null as unknown as Setup,
  stack: [] as OpenPage[],
  views: 0,
  app: null as Loose,
  launched: { path: '', query: {} as Record<string, string>, scene: 1001, referrerInfo: {}, shareTicket: undefined as string | undefined },
  hidden: false,
  /** What the program handed to its pages since somebody looked. */
  work: { setData: 0, largest: 0, total: 0 },
  /** Answers that the driver gives while running replace the profile's. */
  answers: {} as Record<string, string[]>,
}
export const top = (): OpenPage | undefined => world.stack[world.stack.length - 1]
export const isDouyin = (): boolean => world.manifest.platform === 'douyin'
export const api = (): string => (isDouyin() ? 'tt' : 'wx')

/** Resolves a path as programs write them against a folder of the package. */
export function resolvePath(folder: string, path: string): string {
  const out: string[] = []
  for (const part of (path.startsWith('/') ? path : folder + '/' + path).split('/')) {
    if (part === '..') out.pop()
    else if (part !== '.' && part !== '') out.push(part)
  }
  return out.join('/')
}
export const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '')

/** Address under which the driver serves a source as a program writes it. */
export function sourceUrl(source: string, folder: string): string {
  if (/^(https?:|data:|blob:)/i.test(source)) return source
  if (source.startsWith('//')) return 'https:' + source
  if (/^[a-z][\w+.-]*:/i.test(source)) return '/__temp/' + encodeURIComponent(source)
  return '/__app/' + encodeURI(resolvePath(folder, source.split('?')[0] as string)).replace(/#/g, '%23')
}

export { lengths as rpx } from '../lengths.ts'

/** A clock that starts where it is told to, and a dice that falls the same way for the same seed. */
export function settleClockAndDice(now: number, seed: number): void {
  const began = clock()
  const shifted = () => Math.floor(now + clock() - began)
  // biome-ignore lint/suspicious/noExplicitAny: the proxy stands for the constructor and for the function
  const date: any = new NativeProxy(NativeDate, {
    construct: (target, args, self) =>
      args.length ? Reflect.construct(target, args, self === date ? target : self) : new target(shifted()),
    apply: () => new NativeDate(shifted()).toString(),
    get: (target, key) => (key === 'now' ? shifted : Reflect.get(target, key)),
  })
  Object.defineProperty(NativeDate.prototype, 'constructor', { value: date, writable: true, configurable: true })
  ;(window as unknown as { Date: unknown }).Date = date
  let state = seed >>> 0 || 1
  Math.random = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
