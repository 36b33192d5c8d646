/**
 * The program's modules: CommonJS with the platform's own resolution. Every script was compiled beforehand as a
 * function of the names below, so nothing is evaluated here and a policy without eval stands.
 */
import { platformError } from './errors.ts'

/** Parameters of every compiled script, in this order. Names that a logic layer does not have are present and undefined. */
export const given = [
  'require',
  'module',
  'exports',
  'wx',
  'tt',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'requirePlugin',
  'requireMiniProgram',
  'setTimeout',
  'setInterval',
  'clearTimeout',
  'clearInterval',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'console',
  'global',
  'globalThis',
  'process',
  'Function',
] as const
export const withheld =
  'window document self top parent frames location history localStorage sessionStorage indexedDB caches XMLHttpRequest fetch WebSocket navigator Worker SharedWorker EventSource BroadcastChannel alert confirm prompt open close print Image Audio Notification postMessage importScripts chrome RTCPeerConnection webkitRTCPeerConnection RTCDataChannel WebTransport customElements DOMParser MutationObserver HTMLElement Element Node opener frameElement external screen status event origin'.split(
    ' ',
  )
export const parameters: readonly string[] = [...given, ...withheld]

type Script = (this: undefined, ...args: unknown[]) => void
const scripts = new Map<string, Script>()
const broken = new Map<string, string>()
const loaded = new Map<string, { exports: unknown }>()
let environment: Readonly<Record<string, unknown>> = {}

export const addScript = (file: string, script: Script): void => void scripts.set(file, script)
export const addBroken = (file: string, message: string): void => void broken.set(file, message)
export const setEnvironment = (names: Readonly<Record<string, unknown>>): void => {
  environment = names
}
const suffixes = ['', '.js', '.ts', '/index.js', '/index.ts']

function join(folder: string, path: string): string {
  const out: string[] = []
  for (const part of (folder + '/' + path).split('/')) {
    if (part === '..') out.pop()
    else if (part !== '.' && part) out.push(part)
  }
  return out.join('/')
}
const has = (file: string): boolean => scripts.has(file) || broken.has(file)
/** The file that a require names, or null. */
export function resolveModule(from: string, id: string): string | null {
  const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/')) : ''
  const direct = id.startsWith('/') ? join('', id) : join(folder, id)
  for (const s of suffixes) if (has(direct + s)) return direct + s
  if (/^[./]/.test(id)) return null
  let d = folder
  for (;;) {
    for (const s of suffixes) {
      const file = (d ? d + '/' : '') + 'miniprogram_npm/' + id + s
      if (has(file)) return file
    }
    if (!d) break
    d = d.includes('/') ? d.slice(0, d.lastIndexOf('/')) : ''
  }
  for (const s of suffixes) if (has(join('', id) + s)) return join('', id) + s
  return null
}

/** Runs a module once and gives its exports. */
export function load(file: string): unknown {
  const done = loaded.get(file)
  if (done) return done.exports
  const script = scripts.get(file)
  const module = { exports: {} as unknown }
  loaded.set(file, module)
  if (!script) throw platformError(broken.get(file) ?? `module '${file}' is not defined`)
  const require = (id: unknown) => {
    const target = resolveModule(file, String(id))
    if (target === null)
      throw platformError(`module '${String(id).slice(0, 200)}' is not defined, require args is '${String(id).slice(0, 200)}'`)
    return load(target)
  }
  require.async = (id: unknown) =>
    new Promise((resolve, reject) => {
      try {
        resolve(require(id))
      } catch (error) {
        reject({ mod: String(id), errMsg: String((error as Error).message) })
      }
    })
  const args: unknown[] = []
  const names: Record<string, unknown> = { ...environment, require, module, exports: module.exports }
  for (const name of given) args.push(names[name])
  try {
    script.apply(undefined, args)
  } catch (error) {
    // a module that failed is tried again by the next one who needs it
    loaded.delete(file)
    throw error
  }
  return module.exports
}
export const hasScript = (file: string | null): file is string => file !== null && has(file)
