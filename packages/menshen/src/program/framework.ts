/** Which framework made the code that lies here, by what its build leaves behind. */
import { SUFFIXES } from './config/pack.ts'
import type { Files, Framework, Platform } from './types.ts'

/** How much of a bundle is searched for a framework's name. */
const HEAD = 400_000

/** `packed` are the program's files; the app's script decides when the files do not. */
export function detectFramework(files: Files, root: string, platform: Platform, packed: ReadonlySet<string>): Framework {
  const has = (path: string): boolean => packed.has(root + path)
  const head = (path: string): string => (has(path) ? (files.text(root + path) ?? '').slice(0, HEAD) : '')
  const app = head('app.js')

  // uni-app: every build has common/vendor.js, and an app.js that starts from it
  if (has('common/vendor.js') && (has('common/runtime.js') || has('common/main.js') || /common\/vendor(?:\.js)?["']/.test(app))) {
    if (
      /\bcreate(?:SSR)?App\b|mp-(?:weixin|toutiao)|\buni\b|createPage\b/.test(app) ||
      /uni-app|uniCloud|createPage\b|mp-(?:weixin|toutiao)/.test(head('common/vendor.js'))
    )
      return 'uni-app'
  }
  // Taro 3 renders every page through one recursive template; Taro 1 and 2 copy their runtime to npm/
  const base = 'base' + SUFFIXES[platform].template
  if (has(base) && /taro_tmpl|tmpl_0_/.test(head(base))) return 'taro'
  if (has('taro.js') || has('npm/@tarojs/taro-weapp/index.js') || has('npm/@tarojs/taro-tt/index.js') || /["'][^"']*@tarojs\//.test(app))
    return 'taro'
  if (/@mpxjs|__mpx|mpxGlobal|\bcurrentModuleId\b.*\bcreateApp\b/.test(app)) return 'mpx'
  if (/__mpx|@mpxjs|mpx_/i.test(head('bundle.js'))) return 'mpx'
  if (has('npm/wepy/lib/wepy.js') || /["'][^"']*npm\/(?:@?wepy)\b/.test(app) || /@wepy\/core/.test(app) || /wepy/.test(head('vendor.js')))
    return 'wepy'
  if (app === '' && has('app.js') && files.text(root + 'app.js') === undefined) return 'unknown'
  return 'native'
}

/** Files of a framework's runtime, relative to the program's root. */
export const RUNTIME_FILES: Readonly<Record<Framework, RegExp | null>> = {
  native: null,
  unknown: null,
  'uni-app': /^common\/(?:vendor|runtime)\.js$/,
  taro: /^(?:runtime|taro|vendors|common|base|babelHelpers|custom-wrapper|comp)\.js$/,
  mpx: /^(?:bundle|vendors?|runtime)\.js$/,
  wepy: /^(?:vendor|vendors|_wepylogs)\.js$/,
}
