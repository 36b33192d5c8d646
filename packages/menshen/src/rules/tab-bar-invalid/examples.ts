import type { Example } from '../kit.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const pages = Object.fromEntries(
  names.flatMap((name) => [
    [`pages/${name}/${name}.wxml`, `<view>第 ${name} 栏</view>`],
    [`pages/${name}/${name}.js`, 'Page({})'],
  ]),
)
const app = (tabs: readonly string[], more = '') =>
  `{ "pages": [${names.map((name) => `"pages/${name}/${name}"`).join(', ')}], ${more} "tabBar": { "list": [${tabs.join(', ')}] } }`
const tab = (name: string, icon = '') => `{ "pagePath": "pages/${name}/${name}", "text": "${name}"${icon && `, "iconPath": "${icon}"`} }`

export const examples: readonly Example[] = [
  {
    name: { zh: '六个标签', en: 'six tabs' },
    files: { ...pages, 'app.json': app(names.map((name) => tab(name))) },
    expect: [{ message: 'count', file: 'app.json', excerpt: `[${names.map((name) => tab(name)).join(', ')}]`, verdict: 'violation' }],
  },
  {
    name: { zh: '只有一个标签', en: 'a single tab' },
    files: { ...pages, 'app.json': app([tab('a')]) },
    expect: [{ message: 'count', excerpt: `[${tab('a')}]` }],
  },
  {
    name: { zh: '标签页在分包里，另一个没有登记', en: 'a tab page lies in a subpackage, another is not listed' },
    files: {
      ...pages,
      'app.json': app(
        [tab('a'), '{ "pagePath": "pkg/x/x", "text": "x" }', '{ "pagePath": "pages/g/g", "text": "g" }'],
        '"subPackages": [{ "root": "pkg", "pages": ["x/x"] }],',
      ),
      'pkg/x/x.wxml': '<view>分包</view>',
      'pkg/x/x.js': 'Page({})',
    },
    expect: [
      { message: 'page', excerpt: '"pkg/x/x"' },
      { message: 'page', excerpt: '"pages/g/g"' },
    ],
  },
  {
    name: { zh: '图标文件不存在', en: 'an icon is missing' },
    files: { ...pages, 'app.json': app([tab('a', 'images/a.png'), tab('b', '/images/b.png')]), 'images/b.png': 'PNG' },
    expect: [{ message: 'icon', excerpt: '"images/a.png"' }],
  },
  {
    name: { zh: '五个标签都在主包', en: 'five tabs, all in the main package' },
    files: { ...pages, 'app.json': app(names.slice(0, 5).map((name) => tab(name))) },
    expect: [],
  },
]
