import { type JsonDocument, type Problem, type ProgramModel, rule, type Span } from '../kit.ts'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const head = (document: JsonDocument): Span => ({ file: document.file, start: 0, end: 1 })

/** Problems of the reading that the platform's own compiler stops at; comments and the like are mere oddities. */
const BROKEN = new Set<Problem['kind']>(['json-syntax', 'json-shape'])

/** Development builds of a plug-in are refused in a release. */
const DEVELOPMENT = /^dev/i

const configFiles = (program: ProgramModel): ReadonlySet<string> =>
  new Set([
    ...[program.config.app, program.config.ext, program.config.theme, program.config.sitemap].flatMap((one) => one?.file ?? []),
    ...[...program.pages, ...program.components.values()].flatMap((unit) => unit.json?.file ?? []),
  ])

export default rule(
  {
    clauses: ['wx-op/14.1'],
    needs: ['program'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    platforms: ['wechat'],
    partial: true,
    messages: {
      broken: {
        what: { zh: '配置文件 {file} 有错，编译会失败', en: 'The configuration file {file} is wrong and will not compile' },
        why: {
          zh: '开发文档规定了各配置文件的写法；写错的配置会使编译中断或整项不生效。',
          en: 'The developer documents lay down the form of each configuration file; a wrong one stops the build or is passed over.',
        },
        fix: { zh: '按文档改正这一处。', en: 'Put this place right as the documents say.' },
      },
      'package-nested': {
        what: { zh: '分包 {inner} 放在了另一个分包 {outer} 的目录里', en: 'The subpackage {inner} lies inside the subpackage {outer}' },
        why: { zh: '分包的根目录不能是另一分包的子目录。', en: 'The root of a subpackage must not lie inside another one.' },
        fix: { zh: '把两个分包放到互不包含的目录。', en: 'Move the two subpackages to folders that do not hold each other.' },
      },
      'entry-unknown': {
        what: { zh: '启动页 {page} 没有登记在 pages 里', en: 'The start page {page} is not listed in pages' },
        why: {
          zh: 'entryPagePath 必须是已登记的页面，否则小程序打不开。',
          en: 'entryPagePath has to be a listed page, or the program does not open.',
        },
        fix: { zh: '改成已有的页面，或把它加进 pages。', en: 'Name a page that exists, or list this one in pages.' },
      },
      'plugin-development': {
        what: { zh: '插件 {plugin} 用的是开发版（{version}）', en: 'The plug-in {plugin} is a development version ({version})' },
        why: { zh: '引用开发版插件的小程序不能发布。', en: 'A program that uses a development version of a plug-in cannot be released.' },
        fix: { zh: '换成插件的正式版本号。', en: 'Use a released version of the plug-in.' },
      },
      'sitemap-invalid': {
        what: { zh: 'sitemap 的规则写法不对：{reason}', en: 'A rule of the sitemap is wrong: {reason}' },
        why: {
          zh: 'sitemap 的每条规则须写明 action（allow 或 disallow）和 page。',
          en: 'Each rule of the sitemap needs an action, allow or disallow, and a page.',
        },
        fix: { zh: '按文档改正；不需要就删掉 sitemapLocation。', en: 'Write it as the documents say, or remove sitemapLocation.' },
      },
    },
  },
  ({ program }, report) => {
    const { app, sitemap } = program.config
    const files = configFiles(program)
    const seen = new Set<string>()
    for (const problem of program.problems) {
      if (!BROKEN.has(problem.kind) || !files.has(problem.at.file)) continue
      // Theme variables and over-long lists do not stop a build.
      if (['unknown-variable', 'too-many', 'outside-program'].includes(problem.data['reason'] ?? '')) continue
      if (seen.has(problem.at.file)) continue
      seen.add(problem.at.file)
      report('broken', { at: problem.at, data: { file: problem.at.file } })
    }
    for (const inner of program.subpackages) {
      const outer = program.subpackages.find((one) => one !== inner && inner.root.startsWith(`${one.root}/`))
      if (outer) report('package-nested', { at: inner.at, data: { inner: inner.root, outer: outer.root }, related: [{ at: outer.at }] })
    }
    const entry = app.at(['entryPagePath'])
    if (entry && program.home && !program.pages.some((page) => page.base === program.home))
      report('entry-unknown', { at: entry, data: { page: program.home } })
    for (const plugin of program.plugins)
      if (DEVELOPMENT.test(plugin.version))
        report('plugin-development', { at: plugin.at, data: { plugin: plugin.name, version: plugin.version } })
    if (sitemap && isObject(sitemap.value)) {
      const { rules } = sitemap.value
      const wrong = (at: Span, zh: string, en: string) =>
        report('sitemap-invalid', { at, data: { reason: { zh, en } }, verdict: 'review', severity: 'info' })
      if (rules !== undefined && !Array.isArray(rules))
        wrong(sitemap.at(['rules']) ?? head(sitemap), 'rules 应为数组', 'rules has to be an array')
      else
        for (const [i, one] of (rules ?? []).entries())
          if (!isObject(one) || !['allow', 'disallow'].includes(String(one['action'])) || typeof one['page'] !== 'string')
            wrong(sitemap.at(['rules', i]) ?? head(sitemap), '缺 action 或 page，或取值不对', 'action or page is missing or wrong')
    }
  },
)
