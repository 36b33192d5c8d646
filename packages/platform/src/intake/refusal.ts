/** Why a package is not accepted, for people in both languages and for programs by a code. */
interface Text {
  readonly zh: string
  readonly en: string
}

const TEXTS = {
  'not-a-zip': { zh: '这不是 zip 文件，请上传 zip 格式的代码包', en: 'This is no zip file; upload the package as zip' },
  'too-large': { zh: '代码包超过 {limit} 字节', en: 'The package is larger than {limit} bytes' },
  broken: { zh: 'zip 文件已损坏或不完整（{reason}）', en: 'The zip file is damaged or incomplete ({reason})' },
  zip64: { zh: '不接受 zip64 格式，代码包用不到它', en: 'The zip64 form is not accepted; a package has no need of it' },
  'hidden-bytes': {
    zh: 'zip 里有不属于任何文件的数据（{at}），请用普通的压缩工具重新打包',
    en: 'The zip file holds bytes that belong to no file ({at}); pack it again with an ordinary tool',
  },
  overlap: { zh: 'zip 里的 {path} 与别的文件重叠', en: 'In the zip file, {path} overlaps another file' },
  'two-stories': {
    zh: 'zip 目录与文件头对 {path} 的说法不一致（{reason}）',
    en: 'The zip file says two different things of {path} ({reason})',
  },
  'unsafe-name': { zh: '文件名不安全：{path}（{reason}）', en: 'An unsafe file name: {path} ({reason})' },
  'name-encoding': {
    zh: '有的文件名不是 UTF-8 编码（第 {n} 个），请换用支持 UTF-8 的压缩工具',
    en: 'A file name is not UTF-8 (entry {n}); pack with a tool that writes UTF-8',
  },
  'name-clash': {
    zh: '{path} 与 {other} 重名，或者在某些系统上会成为同一个文件',
    en: '{path} and {other} have the same name, or are one file on some systems',
  },
  'too-many': { zh: '文件超过 {limit} 个', en: 'More than {limit} files' },
  'not-a-file': {
    zh: '{path} 不是普通文件（链接或设备），不能上传',
    en: '{path} is no ordinary file (a link or a device) and is not accepted',
  },
  encrypted: { zh: '{path} 加了密码，无法审查', en: '{path} is encrypted and cannot be reviewed' },
  method: { zh: '{path} 的压缩方式不受支持（{method}）', en: '{path} is compressed in a way that is not supported ({method})' },
  'size-lies': { zh: '{path} 的实际大小与声明不符', en: '{path} is not as large as it says' },
  checksum: { zh: '{path} 的校验和不符，文件可能已损坏', en: 'The checksum of {path} does not fit; it may be damaged' },
  bomb: { zh: '解压后大得不合常理（{path}：{reason}）', en: 'It grows beyond reason when unpacked ({path}: {reason})' },
  'extra-data': { zh: '{path} 带有附加数据（{reason}）', en: '{path} carries extra data ({reason})' },
  comment: { zh: 'zip 里带有注释，请去掉后重新打包', en: 'The zip file carries a comment; pack it without' },
  'nested-archive': { zh: '{path} 是压缩包，代码包里不能再套压缩包', en: '{path} is an archive; a package holds no archives' },
  executable: { zh: '{path} 是可执行程序，不能放在代码包里', en: '{path} is an executable program and has no place in a package' },
  'other-content': { zh: '{path} 的内容与扩展名不符（实际是{is}）', en: '{path} is not what its name says (it is {is})' },
  entities: { zh: '{path} 定义了 XML 实体，不接受', en: '{path} defines XML entities, which are not accepted' },
  'script-in-picture': { zh: '{path} 这张图片里有脚本', en: 'The picture {path} holds a script' },
  'picture-size': { zh: '图片 {path} 过大（{reason}）', en: 'The picture {path} is too large ({reason})' },
  secret: {
    zh: '{path} 里有密钥或口令，发布后所有人都能看到，请移除并更换',
    en: '{path} holds a key or a password, which everybody could read; take it out and replace it',
  },
  'left-out-folder': {
    zh: '{path} 在 {folder} 里：审查看不到的内容不能随包发布，请移除',
    en: '{path} lies in {folder}: what a review does not see is not released; take it out',
  },
  'review-settings': {
    zh: '{path} 会影响审查范围，请从代码包里移除',
    en: '{path} would change what is reviewed; take it out of the package',
  },
  config: { zh: '{path} 有问题：{reason}', en: '{path} is wrong: {reason}' },
  'no-program': { zh: '代码包里找不到 app.json', en: 'There is no app.json in the package' },
  'mini-game': { zh: '这是小游戏，这里只接受小程序', en: 'This is a mini game; only mini programs are accepted here' },
  several: { zh: '代码包里有多个小程序：{roots}', en: 'The package holds several programs: {roots}' },
  'other-platform': { zh: '这个包是为另一个平台做的（{platform}）', en: 'This package was made for another platform ({platform})' },
  'two-readers': {
    zh: '两种读法得到的内容不同（{path}），请用普通的压缩工具重新打包',
    en: 'Two ways of reading it differ ({path}); pack it again with an ordinary tool',
  },
  'took-too-long': { zh: '打开代码包花的时间太长，已停止', en: 'Opening the package took too long and was stopped' },
  'took-too-much': { zh: '打开代码包需要的内存太多，已停止', en: 'Opening the package took too much memory and was stopped' },
} as const satisfies Readonly<Record<string, Text>>
export type RefusalCode = keyof typeof TEXTS

// Control and direction characters would let a name write over the sentence it stands in.
const printable = (text: string): string =>
  text.slice(0, 300).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, (letter) => `\\u{${letter.codePointAt(0)!.toString(16)}}`)

/** Said instead of a result. Its texts are safe to show. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: RefusalCode
  readonly text: Text
  constructor(code: RefusalCode, data: Readonly<Record<string, string | number | Text>> = {}) {
    const fill = (lang: 'zh' | 'en') =>
      TEXTS[code][lang].replace(/\{(\w+)\}/g, (whole: string, name: string) => {
        const value = data[name]
        return value === undefined ? whole : printable(typeof value === 'object' ? value[lang] : String(value))
      })
    const text = { zh: fill('zh'), en: fill('en') }
    super(text.en)
    this.code = code
    this.text = text
  }
}
export const isRefusalCode = (code: unknown): code is RefusalCode => typeof code === 'string' && Object.hasOwn(TEXTS, code)
