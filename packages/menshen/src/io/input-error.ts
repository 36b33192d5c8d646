/** Why the given path cannot be reviewed at all, in both languages. Everything milder is a problem of the program. */
import { printable } from '../program/problems.ts'

const TEXTS = {
  'not-found': { zh: '找不到 {path}', en: 'There is no {path}' },
  'no-access': { zh: '没有读取 {path} 的权限', en: 'No permission to read {path}' },
  'not-a-file': { zh: '{path} 既不是目录也不是普通文件', en: '{path} is neither a folder nor a regular file' },
  'other-archive': {
    zh: '{path} 是 {kind} 压缩包，只支持 zip，请改用 zip 或直接给出目录',
    en: '{path} is a {kind} archive; only zip is read. Pack it as zip, or name the folder',
  },
  'too-many-files': {
    zh: '{path} 里的文件超过 {limit} 个，不像是一个小程序；请给出小程序所在的目录，或用 .menshenignore 排除无关目录',
    en: '{path} holds more than {limit} files, which is no mini program; name the program’s own folder, or leave others out with .menshenignore',
  },
  'too-many-bytes': { zh: '{path} 的总大小超过 {limit} 字节', en: '{path} holds more than {limit} bytes' },
  'file-too-large': { zh: '{path} 超过 {limit} 字节', en: '{path} is larger than {limit} bytes' },
  'zip-broken': { zh: 'zip 文件已损坏或不完整（{reason}）', en: 'The zip file is damaged: {reason}' },
  'zip-encrypted': {
    zh: 'zip 里的 {entry} 加了密码，无法检查',
    en: 'The entry {entry} of the zip file is encrypted and cannot be checked',
  },
  'zip-method': {
    zh: 'zip 里的 {entry} 用了不支持的压缩方式（{method}）',
    en: 'The entry {entry} of the zip file is compressed in a way that is not supported ({method})',
  },
  'zip-unsafe-name': {
    zh: 'zip 里有不安全的路径 {entry}（{reason}），已拒绝整个文件',
    en: 'The zip file holds an unsafe path, {entry} ({reason}); the whole file is refused',
  },
  'zip-name-clash': {
    zh: 'zip 里的 {entry} 与 {other} 重名（或只差大小写），无法判断以哪个为准',
    en: 'In the zip file {entry} and {other} have the same name (or differ only in case): which one counts cannot be told',
  },
  'zip-bomb': {
    zh: 'zip 解压后大得不合常理（{reason}），已停止解压',
    en: 'The zip file grows beyond reason when unpacked ({reason}); unpacking was stopped',
  },
} as const

export type InputErrorCode = keyof typeof TEXTS

/** Thrown by the doors of this room only. `code` and `data` are stable; `text` is for people. */
export class InputError extends Error {
  readonly code: InputErrorCode
  readonly data: Readonly<Record<string, string>>
  readonly text: { readonly zh: string; readonly en: string }

  constructor(code: InputErrorCode, data: Readonly<Record<string, string>>) {
    const shown = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printable(value)]))
    const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => shown[name] ?? whole)
    const text = { zh: fill(TEXTS[code].zh), en: fill(TEXTS[code].en) }
    super(text.en)
    this.name = 'InputError'
    this.code = code
    this.data = data
    this.text = text
  }
}
