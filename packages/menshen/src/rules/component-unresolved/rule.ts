import { type ComponentUse, rule, type Span, type Unit } from '../kit.ts'

const SUFFIXES = ['', '.js', '.ts', '.json', '/index.js', '/index.ts', '.mjs', '.cjs']
/** The file that a relative source means; null when it leads out of the program. */
const resolved = (root: string, from: string, source: string): string | null => {
  const parts = source.startsWith('/') ? root.split('/').slice(0, -1) : from.split('/').slice(0, -1)
  for (const part of source.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return null
      parts.pop()
    } else if (part !== '' && part !== '.') parts.push(part)
  }
  const path = parts.join('/')
  return path.startsWith(root) ? path : null
}

export default rule(
  {
    clauses: ['wx-op/11.1', 'wx-op/14.1'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    partial: true,
    messages: {
      component: {
        what: { zh: '找不到组件 {tag}（{source}）', en: 'The component {tag} ({source}) cannot be found' },
        why: {
          zh: '组件文件不在包里，用到它的地方是空的，编译也会报错。',
          en: 'Its files are not in the package: what should stand there is empty, and the build reports an error.',
        },
        fix: { zh: '补上组件文件，改正路径，或删掉这条声明。', en: 'Add the files, put the path right, or remove the declaration.' },
      },
      module: {
        what: { zh: '引用的文件 {source} 不在包里', en: 'The file {source} that is required here is not in the package' },
        why: { zh: '执行到这里就会报错，页面打不开。', en: 'Running this line throws, and the page does not open.' },
        fix: { zh: '补上文件，或改正路径。', en: 'Add the file, or put the path right.' },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const units: readonly Unit[] = [program.app, ...program.pages, ...program.components.values()]
    const problemAt = new Map(
      program.problems.filter((one) => one.kind === 'component-missing').map((one) => [`${one.at.file}:${one.at.start}`, one]),
    )
    let outside = 0
    const missing: { readonly unit: Unit; readonly tag: string; readonly use: ComponentUse }[] = []
    for (const unit of units) for (const [tag, use] of unit.components) if (use.kind === 'missing') missing.push({ unit, tag, use })
    const folderOf = (use: ComponentUse) => {
      const base = resolved(program.root, use.at.file, use.source)
      return base === null ? null : `${base.slice(program.root.length).split('/')[0]}/`
    }
    const absent = new Map<string, number>()
    for (const { use } of missing) {
      const folder = folderOf(use)
      if (folder && !program.files.list().some((path) => path.startsWith(program.root + folder)))
        absent.set(folder, (absent.get(folder) ?? 0) + 1)
    }
    const seen = new Set<string>()
    for (const { unit, tag, use } of missing) {
      const reason = problemAt.get(`${use.at.file}:${use.at.start}`)?.data['reason']
      // Packages that the developer tool builds, and folders beside the program, are not here to be looked at.
      // So is a whole folder of components that was left out, such as a library's build.
      const left = (absent.get(folderOf(use) ?? '') ?? 0) >= 5
      const library = /(?:^|\/)(miniprogram_npm\/(?:@[^/]+\/)?[^/]+\/)/.exec(use.source)?.[1]
      const unbuilt = library !== undefined && !program.files.list().some((path) => path.includes(library))
      if (
        left ||
        unbuilt ||
        (/^\.\.?\//.test(use.source) && resolved(program.root, use.at.file, use.source) === null) ||
        reason === 'outside-program' ||
        reason === 'npm-not-built' ||
        !/^[./]|^[\w-]+\//.test(use.source)
      ) {
        outside++
        continue
      }
      const key = `${use.at.file}:${use.at.start}`
      if (seen.has(key)) continue
      seen.add(key)
      const users = unit.kind === 'app' ? units : [unit]
      const element = users
        .flatMap((one) => {
          const template = one.template ? program.templates.get(one.template) : undefined
          return template?.elements.flatMap((e) => (e.tag === tag ? [{ file: template.file, element: e }] : [])) ?? []
        })
        .at(0)
      const used: Span | undefined = element && { file: element.file, start: element.element.start, end: element.element.openEnd }
      report('component', {
        at: use.at,
        data: { tag, source: use.source },
        // Declared and never drawn: nobody sees it, the build only warns.
        verdict: used && (unit.kind === 'app' || interpretation.reachable.has(unit.base)) ? 'violation' : 'review',
        severity: used ? 'error' : 'warning',
        ...(used ? { related: [{ at: used, note: { zh: '用在这里', en: 'drawn here' } }] } : {}),
      })
    }
    // One library that is not there is one cause, however many files ask for it.
    const gone = new Map<string, { readonly at: Span; readonly source: string; readonly others: Span[] }>()
    for (const [file, facts] of interpretation.scripts) {
      if (program.vendored.has(file) || interpretation.unentered.has(file)) continue
      for (const { source, start, end } of facts.specifiers) {
        if (!/^\.{1,2}\/|^\//.test(source)) continue
        const base = resolved(program.root, file, source)
        if (base === null || SUFFIXES.some((suffix) => program.files.has(base + suffix))) continue
        // The source of a framework that is compiled to this name.
        if (['.wpy', '.vue', '.mpx', '.jsx', '.tsx', '.cts', '.mts'].some((suffix) => program.files.has(base + suffix))) continue
        const at = { file, start, end }
        const folder = base.slice(0, base.lastIndexOf('/') + 1)
        // Of a folder that is there single files may be missing, the same one beside several scripts as well; of one that is not, all.
        const cause = program.files.list().some((path) => path.startsWith(folder)) ? source.replace(/^(?:\.{0,2}\/)+/, '') : folder
        const known = gone.get(cause)
        if (known) known.others.push(at)
        else gone.set(cause, { at, source, others: [] })
      }
    }
    for (const { at, source, others } of gone.values())
      report('module', { at, data: { source }, verdict: 'review', related: others.slice(0, 20).map((span) => ({ at: span })) })
    if (outside > 0)
      return {
        notChecked: {
          zh: `${outside} 个组件来自未构建的 npm 包或程序目录之外，没有检查`,
          en: `${outside} components come from npm packages that were not built or from outside the program and were not looked at`,
        },
      }
  },
)
