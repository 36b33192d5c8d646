import type { Example } from '../kit.ts'

const page = (base: string, text: string) => ({ [`${base}.wxml`]: `<view>${text}</view>`, [`${base}.js`]: 'Page({})' })

export const examples: readonly Example[] = [
  {
    name: { zh: '登记的页面没有文件', en: 'a listed page has no files' },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b", "pages/c/c"] }',
      ...page('pages/a/a', '花店'),
      ...page('pages/b/b', '订花'),
    },
    expect: [{ message: 'missing', file: 'app.json', excerpt: '"pages/c/c"', verdict: 'violation' }],
  },
  {
    name: { zh: '分包页面没有模板，另一页没有脚本', en: 'a subpackage’s page has no template, another no script' },
    files: {
      'app.json': '{ "pages": ["pages/a/a", "pages/b/b"], "subpackages": [{ "root": "pkg", "pages": ["d/d", "e/e"] }] }',
      ...page('pages/a/a', '花店'),
      ...page('pages/b/b', '订花'),
      'pkg/d/d.js': 'Page({})',
      'pkg/e/e.wxml': '<view>养护</view>',
    },
    expect: [
      { message: 'missing', excerpt: '"d/d"', verdict: 'violation' },
      { message: 'missing', excerpt: '"e/e"', verdict: 'review' },
    ],
  },
  {
    name: { zh: '页面都在，路径带斜杠，脚本是 TypeScript', en: 'all pages are there, one with a leading slash and in TypeScript' },
    files: {
      'app.json': '{ "pages": ["/pages/a/a", "pages/b/b"] }',
      ...page('pages/a/a', '花店'),
      'pages/b/b.wxml': '<view>订花</view>',
      'pages/b/b.ts': 'Page({})',
    },
    expect: [],
  },
]
