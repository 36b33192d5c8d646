import type { Example } from '../kit.ts'

const pages = {
  'pages/a/a.wxml': '<view>公交到站</view>',
  'pages/a/a.js': 'Page({})',
  'pages/b/b.wxml': '<view>线路</view>',
  'pages/b/b.js': 'Page({})',
}

export const examples: readonly Example[] = [
  {
    name: { zh: '页面配置少了逗号', en: 'a comma is missing in a page’s configuration' },
    files: { ...pages, 'pages/a/a.json': '{ "navigationBarTitleText": "公交" "enablePullDownRefresh": true }' },
    expect: [{ message: 'broken', file: 'pages/a/a.json', verdict: 'violation' }],
  },
  {
    name: { zh: '分包套在分包里', en: 'a subpackage inside another' },
    files: {
      ...pages,
      'app.json':
        '{ "pages": ["pages/a/a"], "subPackages": [{ "root": "pkg", "pages": ["x/x"] }, { "root": "pkg/deep", "pages": ["y/y"] }] }',
      'pkg/x/x.wxml': '<view>站点</view>',
      'pkg/x/x.js': 'Page({})',
      'pkg/deep/y/y.wxml': '<view>换乘</view>',
      'pkg/deep/y/y.js': 'Page({})',
    },
    expect: [{ message: 'package-nested', file: 'app.json', excerpt: '{ "root": "pkg/deep", "pages": ["y/y"] }' }],
  },
  {
    name: { zh: '启动页没有登记', en: 'the start page is not listed' },
    files: { ...pages, 'app.json': '{ "entryPagePath": "pages/start/start", "pages": ["pages/a/a"] }' },
    expect: [{ message: 'entry-unknown', excerpt: '"pages/start/start"' }],
  },
  {
    name: { zh: '引用开发版插件', en: 'a development version of a plug-in' },
    files: {
      ...pages,
      'app.json': '{ "pages": ["pages/a/a"], "plugins": { "chat": { "version": "dev-6f0b", "provider": "wx0000000000000001" } } }',
    },
    expect: [{ message: 'plugin-development', excerpt: '"chat"' }],
  },
  {
    name: { zh: 'sitemap 规则缺 action', en: 'a rule of the sitemap lacks its action' },
    files: {
      ...pages,
      'app.json': '{ "pages": ["pages/a/a"], "sitemapLocation": "sitemap.json" }',
      'sitemap.json': '{ "rules": [{ "page": "*" }] }',
    },
    expect: [{ message: 'sitemap-invalid', file: 'sitemap.json', excerpt: '{ "page": "*" }', verdict: 'review' }],
  },
  {
    name: { zh: '有注释、平级分包、正式版插件', en: 'a comment, subpackages side by side, a released plug-in' },
    files: {
      ...pages,
      'app.json':
        '{ /* 首页 */ "entryPagePath": "pages/b/b", "pages": ["pages/a/a", "pages/b/b"], "subpackages": [{ "root": "pkg", "pages": ["x/x"] }, { "root": "pkg-more", "pages": ["y/y"] }], "plugins": { "chat": { "version": "1.2.0", "provider": "wx0000000000000001" } }, "sitemapLocation": "sitemap.json" }',
      'sitemap.json': '{ "rules": [{ "action": "allow", "page": "*" }] }',
      'pkg/x/x.wxml': '<view>站点</view>',
      'pkg/x/x.js': 'Page({})',
      'pkg-more/y/y.wxml': '<view>换乘</view>',
      'pkg-more/y/y.js': 'Page({})',
    },
    expect: [],
  },
]
