/** What `menshen compare` says: how alike two programs are, in what, file beside file, and what was left out of account. */
import type { Lang, Text } from '../check/types.ts'
import type { Likeness, PartKind, Signature } from '../evidence/likeness/index.ts'
import { displayWidth, padTo } from '../rulebook/width.ts'
import type { Tone } from './text.ts'
import { PLATFORM, plain } from './words.ts'

export interface Compared {
  /** Left side, right side. */
  readonly signatures: readonly [Signature, Signature]
  /** What is their own. */
  readonly own: Likeness
  /** With the templates and libraries that everybody has. */
  readonly everything: Likeness
}
export interface LikenessLayout {
  readonly lang: Lang
  readonly width: number
  readonly paint?: (tone: Tone, text: string) => string
  /** Show every pair of files. */
  readonly all?: boolean
}

const GRADE: Readonly<Record<Likeness['grade'], { readonly tone: Tone; readonly text: Text }>> = {
  same: { tone: 'violation', text: { zh: '几乎相同', en: 'nearly the same' } },
  alike: { tone: 'review', text: { zh: '高度相似', en: 'very much alike' } },
  related: { tone: 'review', text: { zh: '部分相似', en: 'partly alike' } },
  unrelated: { tone: 'good', text: { zh: '没有实质相似', en: 'not alike' } },
  'too-little': { tone: 'faint', text: { zh: '自有的代码太少，无法比较', en: 'too little of their own to compare' } },
}
const PART: Readonly<Record<PartKind, Text>> = {
  scripts: { zh: '脚本', en: 'scripts' },
  templates: { zh: '页面结构', en: 'templates' },
  copy: { zh: '文案', en: 'copy' },
  pictures: { zh: '图片', en: 'pictures' },
}
const REASON: Readonly<Record<Signature['leftOut'][number]['reason'], Text>> = {
  vendored: { zh: '第三方或机器生成', en: 'somebody else’s or machine-made' },
  package: { zh: '安装的依赖', en: 'installed packages' },
  library: { zh: '已知组件库或模板', en: 'a known library or template' },
  'too-large': { zh: '文件过大', en: 'too large' },
}
/** What follows from it, clause by clause; the platform of the left side decides. */
const MEANING: Readonly<Record<'same' | 'alike' | 'related', Text>> = {
  same: {
    zh: '换了名目的同一程序会被拒绝（wx-op/1.5、1.6），名称和简介也不能混淆（2.7）。',
    en: 'The same program under another name is refused (wx-op/1.5, 1.6); names and introductions may not be confusable either (2.7).',
  },
  alike: {
    zh: '高度同质化的程序会被退回（wx-op/1.6、3.5），请人工对照下列文件。',
    en: 'Programs that differ little are sent back (wx-op/1.6, 3.5); compare the files below.',
  },
  related: {
    zh: '有共同的来源或部分照搬，是否算同质化由人判断（wx-op/3.5）。',
    en: 'They share an origin or parts; whether that is too much is for a human (wx-op/3.5).',
  },
}
const SHOWN = 20
const percent = (value: number): string => `${Math.round(value * 100)} %`

export const likenessText = ({ signatures, own, everything }: Compared, layout: LikenessLayout): string => {
  const { lang } = layout
  const paint = layout.paint ?? ((_: Tone, text: string) => text)
  const t = (text: Text): string => text[lang]
  const [a, b] = signatures
  const lines: string[] = []
  const side = (one: Signature): string =>
    `${plain(one.name).slice(0, 60)} · ${PLATFORM[one.platform][lang]} · ${lang === 'zh' ? `${one.pages} 个页面` : `${one.pages} page${one.pages === 1 ? '' : 's'}`}`
  lines.push(`A  ${side(a)}`, `B  ${side(b)}`, '')
  const grade = GRADE[own.grade]
  const score = own.grade === 'too-little' ? '' : `${percent(own.score)}  `
  lines.push(paint(grade.tone, paint('strong', `${score}${t(grade.text)}`)))
  if (own.grade === 'same' || own.grade === 'alike' || own.grade === 'related') {
    if (a.platform === 'wechat' && b.platform === 'wechat') lines.push(t(MEANING[own.grade]))
    else
      lines.push(
        lang === 'zh'
          ? '两者不都在微信，是否算重复提交由平台判断。'
          : 'They are not both on WeChat; whether one repeats the other is for the platform.',
      )
  }
  if (a.name.trim() !== '' && a.name.trim() === b.name.trim())
    lines.push(lang === 'zh' ? `两者同名：${plain(a.name)}` : `They bear the same name: ${plain(a.name)}`)
  lines.push('')
  const names = own.parts.map(({ kind }) => t(PART[kind]))
  const wide = Math.max(...names.map(displayWidth))
  for (const [i, part] of own.parts.entries()) {
    const said =
      part.weight === 0
        ? paint('faint', lang === 'zh' ? `太少，不计（${part.sizes.join(' / ')}）` : `too little to count (${part.sizes.join(' / ')})`)
        : lang === 'zh'
          ? `${percent(part.value).padStart(5)}  相同 ${percent(part.share)}，较小一方有 ${percent(part.contained)} 在另一方里`
          : `${percent(part.value).padStart(5)}  ${percent(part.share)} in common; ${percent(part.contained)} of the smaller lies in the larger`
    lines.push(`  ${padTo(names[i]!, wide)}  ${said}`)
  }
  const pairs = layout.all ? own.files : own.files.slice(0, SHOWN)
  if (pairs.length > 0) {
    lines.push('', paint('strong', lang === 'zh' ? `相似的文件（${own.files.length} 对）` : `Files alike (${own.files.length} pairs)`))
    const most = Math.max(16, Math.floor((layout.width - 14) / 2))
    const shorten = (path: string): string => {
      const clean = plain(path)
      return clean.length <= most ? clean : `…${clean.slice(clean.length - most + 1)}`
    }
    const column = Math.min(most, Math.max(...pairs.map((pair) => displayWidth(shorten(pair.a)))))
    for (const pair of pairs)
      lines.push(
        `  ${percent(pair.share).padStart(5)}  ${paint('place', padTo(shorten(pair.a), column))}  ${paint('place', shorten(pair.b))}`,
      )
    if (pairs.length < own.files.length)
      lines.push(
        paint(
          'faint',
          lang === 'zh'
            ? `  还有 ${own.files.length - pairs.length} 对，用 --all 全部列出`
            : `  ${own.files.length - pairs.length} more; --all lists them`,
        ),
      )
  }
  const left = [a, b].map((one) => one.leftOut)
  if (left.some((rows) => rows.length > 0)) {
    lines.push('', paint('strong', lang === 'zh' ? '没有计入的' : 'Left out of account'))
    for (const [i, rows] of left.entries())
      for (const row of rows.slice(0, 8)) {
        const examples = row.examples
          .slice(0, 2)
          .map(plain)
          .join(lang === 'zh' ? '、' : ', ')
        const count = lang === 'zh' ? `${row.files} 个文件` : `${row.files} file${row.files === 1 ? '' : 's'}`
        lines.push(
          paint(
            'faint',
            `  ${'AB'[i]}  ${plain(row.what)} · ${t(REASON[row.reason])} · ${count} (${examples}${row.files > 2 ? ' …' : ''})`,
          ),
        )
      }
    if (own.grade === 'too-little' || Math.abs(everything.score - own.score) >= 0.05)
      lines.push(
        lang === 'zh'
          ? `  连已知的组件库、模板和示例一起算：${percent(everything.score)}，${GRADE[everything.grade].text.zh}`
          : `  With known libraries, templates and samples counted in: ${percent(everything.score)}, ${GRADE[everything.grade].text.en}`,
      )
  }
  return `${lines.join('\n')}\n`
}

export const likenessJson = ({ signatures: [a, b], own, everything }: Compared): string => {
  const side = ({ name, platform, pages, leftOut }: Signature) => ({ name, platform, pages, leftOut })
  return `${JSON.stringify({ format: 'menshen-compare/1', a: side(a), b: side(b), ...own, everything: { score: everything.score, grade: everything.grade } }, null, 2)}\n`
}
