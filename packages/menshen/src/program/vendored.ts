/** Scripts that are somebody else's or machine-made: what stands in them was not written by this program's people. */
import { RUNTIME_FILES } from './framework.ts'
import { nameOf } from './path.ts'
import type { Files, Framework } from './types.ts'

const PACKAGE_FOLDER = /(?:^|\/)(miniprogram_npm|node[-_]modules|uni_modules|bower_components)\//
/** Wepy, Taro 1 and labrador copy packages to npm/ at the top. */
const COPIED_NPM = /^npm\//
const LIBRARY_FOLDER =
  /(?:^|\/)(wxParse|towxml|mp-html|ec-canvas|we-cropper|weapp-cropper|colorui|vant|vant-weapp|@vant|weui|weui-miniprogram|weui-wxss|iview|iview-weapp|tdesign-miniprogram|lin-ui|minui|taro-ui|wux-weapp|f2-canvas|ucharts|u-charts|qqmap|TUIKit)\//i
const LIBRARY_NAME =
  /^(?:md5|sha-?1|sha-?256|hmac|aes|rsa|sm[234]|jsencrypt|crypto|crypto-?js|enc-base64|base64|js-?base64|moment|dayjs|lodash|underscore|ramda|echarts|chart|wxcharts?(?:-min)?|u-?charts|f2|wxParse|html2json|html2wxml|htmlparser|wxDiscode|showdown|marked|prism|highlight|towxml|parser|qqmap-wx-jssdk\d*(?:\.\d+)*|amap-wx(?:\.\d+)*|bmap-wx|regenerator|regenerator-?runtime|runtime-module|polyfill|core-js|promise|es6-promise|bluebird|q|async|immutable|redux|mobx|mobx-miniprogram|rxjs|vue\.runtime|weapp-?qrcode|qrcode|qrcodegen|barcode|wxbarcode|upng|upng-js|pako|jszip|three|threejs|lottie|lottie-web|protobuf|strophe|socket\.io|weapp\.socket\.io|mqtt|mqttws31|paho-mqtt|tim-js|tim-wx|tim-wx-sdk|cos-wx-sdk-v5|qiniuUploader|aliyun-oss|ald-stat|mtj-wx-sdk|umtrack(?:-wx)?|sensorsdata|sa-sdk|xml2json|xmldom|dom-parser|sax|big|bignumber|decimal|numeral|validate|WxValidate|area-?data|pinyin|bezier|tween|eventemitter\d?|mitt|querystring|url-parse|punycode|iconv|gbk|estime|eval5|trtc-wx|NIM_Web_SDK|GlobalConst|webim_wx)(?:[.-]min)?(?:[.-]v?\d[\d.]*)?(?:[.-]min)?\.(?:js|ts)$/i

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
  for (const path of scripts) {
    const inner = path.slice(root.length)
    const reason = (pages.has(path) ? null : byPath(inner, runtime)) ?? byText(files.text(path) ?? '')
    if (reason !== null) vendored.set(path, reason)
  }
  return vendored
}

function byPath(path: string, runtime: RegExp | null): string | null {
  const folder = PACKAGE_FOLDER.exec(path)
  if (folder) return folder[1]!
  if (COPIED_NPM.test(path)) return 'npm'
  if (runtime?.test(path)) return 'framework runtime'
  if (LIBRARY_FOLDER.test(path)) return 'library'
  if (LIBRARY_NAME.test(nameOf(path))) return 'library'
  if (/[.-]min\.js$/.test(path)) return 'minified'
  return null
}

function byText(text: string): string | null {
  const head = text.slice(0, 1500)
  if (COMMENT_FIRST.test(head) && LICENCE.test(head)) return 'licence banner'
  if (text.length > 1000 && text.length / lineCount(text) > MINIFIED_LINE) return 'minified'
  return null
}

function lineCount(text: string): number {
  // enough lines to rule it out end the count
  const enough = text.length / MINIFIED_LINE + 1
  let count = 1
  for (let i = text.indexOf('\n'); i >= 0 && count < enough; i = text.indexOf('\n', i + 1)) count++
  return count
}
