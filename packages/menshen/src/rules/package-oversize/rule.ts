import { type ProgramModel, rule } from '../kit.ts'

const MB = 1024 * 1024
/** Since 2026: WeChat, any package 2 MB, all 30 MB; Douyin, main 4 MB, sub 2 MB, all 16 MB. */
const LIMITS = {
  wechat: { main: 2, sub: 2, all: 30, clauses: ['wx-op/14.1', 'later/package-size'] },
  douyin: { main: 4, sub: 2, all: 16, clauses: ['later/douyin-package-size'] },
} as const
/** Code is made smaller before it is packed, pictures and data are not: how much of a text is left at the least. */
const LEFT_OF_TEXT = 0.4
const TEXT = /\.(?:js|ts|json|wxml|ttml|wxss|ttss|wxs|sjs|css|less|scss|map|md)$/
/** Never packed. */
const LEFT_OUT = /\.(?:ts|less|scss|sass|styl|map|md)$|(?:^|\/)(?:node_modules|\.[^/]+|typings|dist-types)\/|(?:^|\/)\.[^/]+$/

interface Weight {
  readonly full: number
  readonly least: number
  readonly largest: { readonly path: string; readonly size: number }
}
/** Large pictures that nothing names may be leftovers which the upload leaves out. */
const LARGE = 50 * 1024
const named = (program: ProgramModel): ((path: string) => boolean) => {
  const names = new Map<string, boolean>()
  const texts = [
    ...program.scripts,
    ...program.templates.keys(),
    ...program.styles.keys(),
    ...program.pages.flatMap((page) => page.json?.file ?? []),
  ]
  return (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    let known = names.get(name)
    // Past a few hundred large files the answer no longer matters.
    if (known === undefined && names.size > 200) return true
    if (known === undefined) {
      known = texts.some((text) => program.files.text(text)?.includes(name))
      names.set(name, known)
    }
    return known
  }
}
const weigh = (program: ProgramModel): ReadonlyMap<string, Weight> => {
  const weights = new Map<string, { -readonly [K in keyof Weight]: Weight[K] }>()
  const isNamed = named(program)
  const roots = program.subpackages.map(({ root }) => ({ root, folder: `${root}/` }))
  for (const path of program.files.list()) {
    if (!path.startsWith(program.root) || program.ignored.has(path) || LEFT_OUT.test(path)) continue
    const of = roots.find(({ folder }) => path.startsWith(folder))?.root ?? ''
    const size = program.files.size(path)
    let weight = weights.get(of)
    if (!weight) weights.set(of, (weight = { full: 0, least: 0, largest: { path, size: 0 } }))
    weight.full += size
    weight.least += TEXT.test(path) ? size * LEFT_OF_TEXT : size > LARGE && !isNamed(path) ? 0 : size
    if (size > weight.largest.size) weight.largest = { path, size }
  }
  return weights
}
const mb = (bytes: number) => (bytes / MB).toFixed(1)

export default rule(
  {
    clauses: ['wx-op/14.1', 'later/package-size', 'later/douyin-package-size'],
    needs: ['program'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    partial: true,
    messages: {
      oversize: {
        what: {
          zh: '{which}约 {size} MB，超过 {limit} MB 的上限',
          en: '{which} comes to about {size} MB; the limit is {limit} MB',
        },
        why: {
          zh: '超过上限的代码包无法上传。压缩代码后的体积由平台计算，这里按未压缩的文件估计；图片等不会变小。',
          en: 'A package above the limit cannot be uploaded. The platform measures after code is made smaller; this is an estimate from the files, and pictures do not shrink.',
        },
        fix: {
          zh: '把大图放到服务器或压缩，拆出分包，用 packOptions.ignore 去掉不用的文件。最大的文件是 {file}。',
          en: 'Serve or compress large pictures, split off subpackages, and leave out what is not used by packOptions.ignore. The largest file is {file}.',
        },
      },
    },
  },
  ({ program }, report) => {
    const limits = LIMITS[program.platform]
    const weights = weigh(program)
    const say = (which: { zh: string; en: string }, full: number, least: number, limit: number, largest: Weight['largest'], at: string) => {
      if (full <= limit * MB) return
      const subpackage = program.subpackages.find((one) => one.root === at)
      report('oversize', {
        at: subpackage?.at ?? { file: program.config.app.file, start: 0, end: 1 },
        // A violation only when even small code leaves too much.
        verdict: least > limit * MB ? 'violation' : 'review',
        data: { which, size: mb(full), limit: String(limit), file: largest.path },
        related: [{ at: { file: largest.path, start: 0, end: 0 } }],
        clauses: limits.clauses,
      })
    }
    for (const [root, { full, least, largest }] of weights)
      say(
        root === '' ? { zh: '主包', en: 'The main package' } : { zh: `分包 ${root} `, en: `The subpackage ${root}` },
        full,
        least,
        root === '' ? limits.main : limits.sub,
        largest,
        root,
      )
    const all = [...weights.values()]
    const largest = all.reduce((a, b) => (b.largest.size > a.size ? b.largest : a), { path: '', size: 0 })
    const sum = (key: 'full' | 'least') => all.reduce((total, one) => total + one[key], 0)
    say({ zh: '全部代码包', en: 'All packages together' }, sum('full'), sum('least'), limits.all, largest, '-')
  },
)
