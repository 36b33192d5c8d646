/** Problems in both languages, and the log that keeps a hostile program from filling it. */
import type { Problem, ProblemKind } from './types.ts'

interface Text {
  readonly zh: string
  readonly en: string
}

/** Texts of each kind; `{name}` is filled from the problem's data. */
const TEXTS: Readonly<Record<ProblemKind, Text>> = {
  'json-comment': {
    zh: 'JSON 文件里写了注释，平台的 JSON 不允许注释',
    en: 'This JSON file holds a comment, which the platforms’ JSON does not allow',
  },
  'json-trailing-comma': { zh: 'JSON 里多了一个结尾逗号', en: 'This JSON file has a comma behind the last entry' },
  'json-syntax': { zh: 'JSON 写错了：{reason}', en: 'This JSON is broken: {reason}' },
  'json-duplicate-key': { zh: '键 {key} 重复出现，以最后一个为准', en: 'The key {key} stands here twice; the last one counts' },
  'json-dangerous-key': {
    zh: '键 {key} 会改动对象的原型，已按普通文字对待',
    en: 'The key {key} could change an object’s prototype; it is treated as mere text',
  },
  'json-shape': { zh: '{key} 的值不符合要求：{reason}', en: 'The value of {key} is not as it must be: {reason}' },
  bom: { zh: '文件开头有 BOM 字节，已忽略', en: 'The file starts with a byte order mark, which was passed over' },
  'not-utf8': { zh: '文件不是 UTF-8 编码，有些字无法读出', en: 'The file is not encoded as UTF-8; some characters could not be read' },
  'binary-script': {
    zh: '脚本不是文本（可能已加密），里面的代码没有检查',
    en: 'This script is not text (encrypted, perhaps); its code was not checked',
  },
  'script-syntax': { zh: '脚本有语法错误：{reason}', en: 'This script has a syntax error: {reason}' },
  'template-syntax': { zh: '模板写错了：{reason}', en: 'This template is broken: {reason}' },
  'style-syntax': { zh: '样式有问题：{reason}', en: 'This style sheet cannot be used as it is: {reason}' },
  'page-missing': { zh: '登记了页面 {page}，但找不到它的文件', en: 'The page {page} is listed, but none of its files is there' },
  'page-script-missing': { zh: '页面 {page} 没有脚本文件', en: 'The page {page} has no script' },
  'page-template-missing': { zh: '页面 {page} 没有模板文件', en: 'The page {page} has no template' },
  'component-missing': { zh: '找不到组件 {tag}（{source}）：{reason}', en: 'The component {tag} ({source}) cannot be found: {reason}' },
  'module-missing': { zh: '找不到模块 {source}', en: 'The module {source} cannot be found' },
  'include-missing': { zh: '找不到引用的文件 {source}', en: 'The file {source} that is included here cannot be found' },
  'include-cycle': { zh: '文件互相引用成了环：{source}', en: 'Files include each other in a circle: {source}' },
  'nested-too-deep': {
    zh: '嵌套超过 {depth} 层，更深的内容没有检查',
    en: 'Nested more than {depth} levels deep; what lies below was not checked',
  },
  'too-large': { zh: '文件太大（{size} 字节），没有读取', en: 'The file is too large ({size} bytes) and was not read' },
  unreadable: { zh: '无法读取：{reason}', en: 'This cannot be read: {reason}' },
  'symlink-outside': {
    zh: '符号链接指向程序目录之外，没有跟随',
    en: 'A symbolic link leads out of the program’s folder and was not followed',
  },
  'mixed-platforms': {
    zh: '目录里混有另一平台（{platform}）的 {count} 个文件：{reason}',
    en: 'The folder holds {count} files made for another platform ({platform}): {reason}',
  },
  'plugin-code-unavailable': {
    zh: '插件 {name} 的代码不在包里，没有检查',
    en: 'The code of the plugin {name} is not in the package and was not checked',
  },
  'dynamic-component': { zh: '组件 {tag} 要到运行时才能确定', en: 'Which component {tag} stands for is known only at run time' },
  'analysis-cut': { zh: '分析在这里中止：{reason}', en: 'The analysis stopped here: {reason}' },
  'framework-not-resolved': {
    zh: '{framework} 编译后的代码没能完全还原',
    en: 'The code that {framework} compiled could not be resolved in full',
  },
}

/** Reason codes that stand in a problem's data. */
const REASONS: Readonly<Record<string, Text>> = {
  empty: { zh: '文件是空的', en: 'the file is empty' },
  'text-after-end': { zh: '内容结束后还有多余的文字', en: 'text follows behind the end' },
  'unclosed-comment': { zh: '注释没有结束', en: 'a comment is not closed' },
  'bad-literal': { zh: '字符串或数字写得不完整', en: 'a string or number is malformed' },
  'value-expected': { zh: '这里应当是一个值', en: 'a value was expected' },
  'key-expected': { zh: '这里应当是用双引号括起来的键', en: 'a key in double quotes was expected' },
  'colon-expected': { zh: '缺少冒号', en: 'a colon is missing' },
  'comma-expected': { zh: '缺少逗号', en: 'a comma is missing' },
  'unclosed-object': { zh: '花括号没有闭合', en: 'a brace is not closed' },
  'unclosed-array': { zh: '方括号没有闭合', en: 'a bracket is not closed' },
  'unclosed-tag': { zh: '标签 <{name}> 没有闭合', en: 'the tag <{name}> is not closed' },
  'unexpected-end-tag': { zh: '多出一个结束标签 </{name}>', en: 'there is no open tag for </{name}>' },
  'unclosed-start-tag': { zh: '开始标签 <{name} 没有写完', en: 'the start tag <{name} is not finished' },
  'unclosed-attribute': { zh: '属性 {name} 的引号没有闭合', en: 'the quote of the attribute {name} is not closed' },
  'unclosed-mustache': { zh: '双花括号没有闭合', en: 'double braces are not closed' },
  'stray-character': { zh: '标签里有多余的字符 {name}', en: 'a stray character {name} stands in a tag' },
  'duplicate-template': { zh: '模板名 {name} 重复', en: 'the template name {name} is used twice' },
  more: { zh: '另外还有 {count} 处错误', en: '{count} further errors' },
  'not-object': { zh: '应当是一个对象', en: 'an object was expected' },
  'not-array': { zh: '应当是一个数组', en: 'an array was expected' },
  'not-string': { zh: '应当是一段文字', en: 'a string was expected' },
  'no-pages': { zh: '没有登记任何页面', en: 'no page is listed' },
  'outside-program': { zh: '路径指向程序目录之外', en: 'the path leads out of the program' },
  'unknown-variable': { zh: '主题变量在 theme.json 里没有定义', en: 'theme.json does not define this variable' },
  'unknown-type': { zh: '没有这种类型', en: 'there is no such type' },
  'regexp-not-supported': {
    zh: '正则表达式用到了不支持的写法或太长，没有采用',
    en: 'the regular expression is too long or uses what is not supported, and was not applied',
  },
  'too-many': { zh: '条目太多，多出的没有读取', en: 'there are too many entries; the rest was not read' },
  'no-file': { zh: '没有这个文件', en: 'there is no such file' },
  'npm-not-built': { zh: 'miniprogram_npm 里没有这个包，请先构建 npm', en: 'its package is not in miniprogram_npm; build npm first' },
  'not-text': { zh: '内容不是文本', en: 'it is not text' },
  'no-access': { zh: '没有读取权限', en: 'access was denied' },
  'uncompiled-style': {
    zh: '只有预处理器源文件 {name}，没有编译结果',
    en: 'only the preprocessor’s source {name} is here, not what it compiles to',
  },
  'broken-link': { zh: '符号链接没有目标', en: 'a symbolic link leads nowhere' },
  'other-ignored': { zh: '页面用的不是它们，没有检查', en: 'the pages do not use them, and they were not checked' },
  'other-used': {
    zh: '本平台的同名文件不存在，已按本平台的文件检查',
    en: 'this platform’s own files of that name are missing, so they were checked in their place',
  },
  'folder-link': { zh: '这是指向目录的符号链接，没有跟随', en: 'it is a symbolic link to a folder and was not followed' },
  'special-file': { zh: '不是普通文件', en: 'it is not a regular file' },
}

const PLATFORMS: Readonly<Record<string, Text>> = { wechat: { zh: '微信', en: 'WeChat' }, douyin: { zh: '抖音', en: 'Douyin' } }

const fill = (text: string, data: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = data[name]
    return value === undefined ? whole : printable(value)
  })

/** Names and values come from strangers: control characters must not reach a terminal, nor marks that turn text around. */
export function printable(text: string): string {
  const clean = text.replace(/[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
  return clean.length > 300 ? clean.slice(0, 300) + '…' : clean
}

/** What a problem says to a person, in both languages. */
export function problemText(problem: Pick<Problem, 'kind' | 'data'>): Text {
  const text = TEXTS[problem.kind]
  const reason = REASONS[problem.data['reason'] ?? '']
  const render = (language: 'zh' | 'en'): string => {
    const platform = PLATFORMS[problem.data['platform'] ?? '']
    const data = {
      ...problem.data,
      ...(platform && { platform: platform[language] }),
      ...(reason && { reason: fill(reason[language], problem.data) }),
    }
    return fill(text[language], data)
  }
  return { zh: render('zh'), en: render('en') }
}

/** Of mistakes in writing, the first ones in a file are enough; what is missing is listed in full. */
const MAX_PER_FILE_AND_KIND = 20
const MAX_MISSING = 500
const MAX_IN_ALL = 5000

/** Collects problems, each once, with bounds: the hundredth of a kind in one file says nothing new. */
export class ProblemLog {
  readonly #problems: Problem[] = []
  readonly #counts = new Map<string, number>()
  readonly #seen = new Set<string>()

  readonly report = (problem: Problem): void => {
    const group = problem.kind + '\n' + problem.at.file
    const count = this.#counts.get(group) ?? 0
    if (count >= (problem.kind.endsWith('-missing') ? MAX_MISSING : MAX_PER_FILE_AND_KIND) || this.#problems.length >= MAX_IN_ALL) return
    const key = `${group}\n${problem.at.start}\n${problem.data['source'] ?? problem.data['reason'] ?? ''}`
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.#counts.set(group, count + 1)
    this.#problems.push(problem)
  }

  /** In path order, within a file by place. */
  list(): readonly Problem[] {
    return [...this.#problems].sort((a, b) => (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : a.at.start - b.at.start))
  }
}
