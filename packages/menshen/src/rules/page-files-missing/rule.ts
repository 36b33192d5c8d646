import { rule } from '../kit.ts'

/** What a page's files usually end in: when one of them is there, no list of files need be gone through. */
const SUFFIXES = ['.js', '.json', '.wxml', '.ttml', '.ts', '.wxss', '.ttss']

export default rule(
  {
    clauses: ['wx-op/11.1', 'wx-op/14.1'],
    needs: ['program'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    partial: true,
    messages: {
      missing: {
        what: { zh: '登记了页面 {page}，{what}', en: 'The page {page} is listed, but {what}' },
        why: {
          zh: '登记的页面缺文件，编译失败或打开就是空白，不是完成品。',
          en: 'A listed page without its files fails to build or opens blank: the program is not finished.',
        },
        fix: { zh: '补上文件，或从 pages 里删掉这一页。', en: 'Add the file, or take the page out of pages.' },
      },
    },
  },
  ({ program }, report) => {
    const WHAT = {
      'page-missing': { zh: '找不到它的文件', en: 'none of its files is there' },
      'page-template-missing': { zh: '没有模板文件', en: 'it has no template' },
      'page-script-missing': { zh: '没有脚本文件', en: 'it has no script' },
    } as const
    if (program.pages.length === 0) return 'inapplicable'
    const missing = program.problems.filter((problem) => Object.hasOwn(WHAT, problem.kind))
    // A checkout of sources that are still to be compiled lacks nearly all of them.
    if (missing.filter((problem) => problem.kind !== 'page-script-missing').length > program.pages.length / 2)
      return {
        notChecked: {
          zh: '大多数页面没有文件，像是还没有编译的源码',
          en: 'most pages have no files: this looks like a source that is still to be compiled',
        },
      }
    // A package whose folder is empty was left out of what we were given: one word about it, not one for each page.
    const empty = program.subpackages.filter(
      ({ pages }) =>
        pages.length > 2 &&
        !pages.some((page) => SUFFIXES.some((suffix) => program.files.has(page + suffix))) &&
        !program.files.list().some((path) => pages.some((page) => path.startsWith(`${page}.`))),
    )
    for (const one of empty)
      report('missing', {
        at: one.at,
        data: {
          page: `${one.root}/…`,
          what: {
            zh: `这个分包的 ${one.pages.length} 个页面都没有文件`,
            en: `none of the ${one.pages.length} pages of this subpackage has any`,
          },
        },
        verdict: 'review',
      })
    for (const problem of missing) {
      if (empty.some((one) => problem.at.start >= one.at.start && problem.at.end <= one.at.end && problem.at.file === one.at.file)) continue
      // Another tool's template: the source of a framework.
      const page = program.pages.find((unit) => unit.declaredAt?.start === problem.at.start)
      if (page && ['.xml', '.wpy', '.vue', '.mpx', '.tsx', '.jsx'].some((suffix) => program.files.has(page.base + suffix))) continue
      const what = WHAT[problem.kind as keyof typeof WHAT]
      report('missing', {
        at: problem.at,
        data: { page: problem.data['page'] ?? '', what },
        // A page without a script still shows its template.
        ...(problem.kind === 'page-script-missing' ? { verdict: 'review' as const, severity: 'warning' as const } : {}),
      })
    }
  },
)
