import { rule, type Span, type Text } from '../kit.ts'

/** As the configuration page of the developer documents has it. */
const LEAST = 2
const MOST = 5
const ICON_BYTES = 40 * 1024
const REMOTE: Text = { zh: '是网络图片', en: 'is a picture on the net' }
const ABSENT: Text = { zh: '不在包里', en: 'is not in the package' }
const LARGE: Text = { zh: '超过 40 KB', en: 'is larger than 40 KB' }

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
      count: {
        what: { zh: 'tabBar 有 {count} 项，只允许 2 到 5 项', en: 'The tab bar has {count} entries; 2 to 5 are allowed' },
        why: {
          zh: '开发文档规定 tabBar 最少 2 个、最多 5 个，否则编译失败。',
          en: 'The documents allow two to five tabs; otherwise the build fails.',
        },
        fix: { zh: '把多出的入口放进页面里，或补足到 2 个。', en: 'Move further entries into a page, or make it two.' },
      },
      page: {
        what: { zh: 'tabBar 的页面 {page} {reason}', en: 'The tab page {page} {reason}' },
        why: {
          zh: 'tabBar 的页面必须登记在主包的 pages 里，否则编译失败。',
          en: 'Tab pages have to be listed in pages of the main package, or the build fails.',
        },
        fix: { zh: '把页面移到主包，或改指向主包里的页面。', en: 'Move the page into the main package, or name a page of it.' },
      },
      icon: {
        what: { zh: 'tabBar 的图标 {icon} {reason}', en: 'The tab icon {icon} {reason}' },
        why: { zh: 'tabBar 图标须是包内不超过 40 KB 的图片。', en: 'Tab icons have to be pictures in the package of at most 40 KB.' },
        fix: { zh: '换成包内的小图片。', en: 'Use a small picture that lies in the package.' },
      },
    },
  },
  ({ program }, report) => {
    const { app } = program.config
    const list = app.at(['tabBar', 'list'])
    if (!list) return 'inapplicable'
    const tabs = (app.value as { readonly tabBar: { readonly list: unknown; readonly custom?: unknown } }).tabBar
    if (!Array.isArray(tabs.list)) return 'inapplicable'
    const count = tabs.list.length
    if (count < LEAST || count > MOST) {
      const extra = app.at(['tabBar', 'list', MOST])
      report('count', { at: list, data: { count: String(count) }, related: extra ? [{ at: extra }] : [] })
    }
    const pages = new Map(program.pages.map((page) => [page.base, page]))
    for (const [i, tab] of program.tabBar.entries()) {
      const at = app.at(['tabBar', 'list', i, 'pagePath']) ?? tab.at
      const page = pages.get(tab.page)
      const shown = tab.page.slice(program.root.length)
      if (!page) report('page', { at, data: { page: shown, reason: { zh: '没有登记', en: 'is not listed' } } })
      else if (page.package !== '')
        report('page', {
          at,
          data: { page: shown, reason: { zh: '在分包里', en: 'lies in a subpackage' } },
          related: page.declaredAt ? [{ at: page.declaredAt }] : [],
        })
    }
    // A custom tab bar draws its own pictures.
    if (tabs.custom === true) return
    // One reason is one finding, however many icons it touches.
    const wrong = new Map<string, { readonly at: Span; readonly icon: string; readonly reason: Text; readonly related: { at: Span }[] }>()
    for (const [i, tab] of tabs.list.entries()) {
      if (typeof tab !== 'object' || tab === null) continue
      for (const key of ['iconPath', 'selectedIconPath']) {
        const icon: unknown = (tab as Record<string, unknown>)[key]
        const at: Span | undefined = app.at(['tabBar', 'list', i, key])
        if (typeof icon !== 'string' || icon === '' || icon.startsWith('@') || !at) continue
        const path = program.root + icon.replace(/^(?:\.?\/)+/, '')
        const reason = /^https?:|^data:/.test(icon)
          ? REMOTE
          : !program.files.has(path)
            ? ABSENT
            : program.files.size(path) > ICON_BYTES
              ? LARGE
              : undefined
        if (!reason) continue
        const had = wrong.get(reason.en)
        if (had) had.related.push({ at })
        else wrong.set(reason.en, { at, icon, reason, related: [] })
      }
    }
    for (const { at, icon, reason, related } of wrong.values())
      report('icon', { at, data: { icon, reason }, related, ...(reason === LARGE ? { severity: 'warning' as const } : {}) })
  },
)
