/** Scripts that are somebody else's or machine-made: what stands in them was not written by this program's people. */
import { RUNTIME_FILES } from './framework.ts'
import { nameOf } from './path.ts'
import type { Files, Framework } from './types.ts'

const PACKAGE_FOLDER = /(?:^|\/)(miniprogram_npm|node[-_]modules|uni_modules|bower_components)\//
/** Wepy, Taro 1 and labrador copy packages to npm/ at the top. */
const COPIED_NPM = /^npm\//
const LIBRARY_FOLDER =
  /(?:^|\/)(wxParse|towxml|mp-html|ec-canvas|we-cropper|weapp-cropper|colorui|vant|vant-weapp|@vant|weui|weui-miniprogram|weui-wxss|iview|iview-weapp|tdesign-miniprogram|lin-ui|minui|taro-ui|wux-weapp|f2-canvas|ucharts|u-charts|qqmap|TUIKit)\//i
/** Libraries by the name of their file, in lower case, without version and `.min`. Only names that nobody gives to a file of their own. */
const LIBRARY_NAMES: ReadonlySet<string> = new Set(
  (
    'md5 sha1 sha-1 sha256 sha-256 hmac aes rsa sm2 sm3 sm4 jsencrypt cryptojs crypto-js enc-base64 base64 jsbase64 js-base64 ' +
    'moment dayjs lodash underscore ramda bluebird es6-promise regenerator regenerator-runtime regeneratorruntime polyfill core-js ' +
    'immutable redux mobx mobx-miniprogram rxjs vue.runtime eventemitter eventemitter3 mitt url-parse punycode iconv bignumber decimal numeral ' +
    'echarts wxchart wxcharts uchart ucharts u-charts wx-charts three threejs lottie lottie-web upng upng-js pako jszip protobuf ' +
    'wxparse html2json html2wxml htmlparser wxdiscode showdown marked prism towxml xml2json xmldom dom-parser sax ' +
    'qqmap-wx-jssdk amap-wx bmap-wx weapp-qrcode weappqrcode qrcode qrcodegen barcode wxbarcode wxvalidate ' +
    'strophe socket.io weapp.socket.io mqtt mqttws31 paho-mqtt tim-js tim-wx tim-wx-sdk trtc-wx nim_web_sdk webim_wx ' +
    'cos-wx-sdk-v5 qiniuuploader aliyun-oss ald-stat mtj-wx-sdk umtrack umtrack-wx sensorsdata sa-sdk estime eval5'
  ).split(' '),
)
const VERSION_AND_MIN = /(?:[.-]min|[.-]v?\d+(?:\.\d+)*)+$/

const LICENCE =
  /@licen[cs]e|licen[cs]ed under|released under|under the (?:terms of the )?(?:mit|apache|bsd|gnu)|\bMIT Licen[cs]e|Apache License|BSD Licen[cs]e/i
const COMMENT_FIRST = /^(?:\s|["']use strict["'];?)*\/[/*]/

/** Lines of this length on average are not for people to read. */
const MINIFIED_LINE = 300

/**
 * Path of each such script with the reason. The scripts of the app's own `pages` are judged by their text alone.
 * Reasons: 'minified', 'miniprogram_npm', 'library', 'licence banner', 'framework runtime'.
 */
export function findVendored(
  files: Files,
  root: string,
  framework: Framework,
  scripts: readonly string[],
  pages: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const vendored = new Map<string, string>()
  const runtime = RUNTIME_FILES[framework]
  const licensed: string[] = []
  for (const path of scripts) {
    const reason = pages.has(path) ? null : byPath(path.slice(root.length), runtime)
    const text = reason === null ? (files.text(path) ?? '') : ''
    if (reason !== null) vendored.set(path, reason)
    else if (isMinified(text)) vendored.set(path, 'minified')
    else if (hasLicence(text)) licensed.push(path)
  }
  // who puts a licence on every file, or on pages, puts it on files of their own
  const own = licensed.filter((path) => pages.has(path)).length > 0 || licensed.length * 3 > scripts.length - vendored.size
  if (!own) for (const path of licensed) vendored.set(path, 'licence banner')
  return new Map([...vendored].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function byPath(path: string, runtime: RegExp | null): string | null {
  const folder = PACKAGE_FOLDER.exec(path)
  if (folder) return folder[1]!
  if (COPIED_NPM.test(path)) return 'npm'
  if (runtime?.test(path)) return 'framework runtime'
  if (LIBRARY_FOLDER.test(path)) return 'library'
  if (isLibrary(nameOf(path).toLowerCase())) return 'library'
  if (/[.-]min\.js$/.test(path)) return 'minified'
  return null
}

function isLibrary(file: string): boolean {
  const name = file.replace(/\.[jt]s$/, '')
  return LIBRARY_NAMES.has(name) || LIBRARY_NAMES.has(name.replace(VERSION_AND_MIN, ''))
}

function hasLicence(text: string): boolean {
  const head = text.slice(0, 1500)
  return COMMENT_FIRST.test(head) && LICENCE.test(head)
}

const isMinified = (text: string): boolean => text.length > 1000 && text.length / lineCount(text) > MINIFIED_LINE

function lineCount(text: string): number {
  // enough lines to rule it out end the count
  const enough = text.length / MINIFIED_LINE + 1
  let count = 1
  for (let i = text.indexOf('\n'); i >= 0 && count < enough; i = text.indexOf('\n', i + 1)) count++
  return count
}
