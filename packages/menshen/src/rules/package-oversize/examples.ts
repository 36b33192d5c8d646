import type { Example } from '../kit.ts'

const page = { 'pages/a/a.wxml': '<image src="/images/big.jpg" /><image src="/images/more.png" />', 'pages/a/a.js': 'Page({})' }
const bytes = (kb: number) => 'x'.repeat(kb * 1024)

export const examples: readonly Example[] = [
  {
    name: { zh: '主包里有大图', en: 'large pictures in the main package' },
    files: { ...page, 'images/big.jpg': bytes(1500), 'images/more.png': bytes(700) },
    expect: [{ message: 'oversize', file: 'app.json', verdict: 'violation' }],
  },
  {
    name: { zh: '代码很多，压缩后也许不超', en: 'much code that may fit once it is made smaller' },
    files: { ...page, 'lib/data.js': `module.exports = '${bytes(2300)}'` },
    expect: [{ message: 'oversize', verdict: 'review' }],
  },
  {
    name: { zh: '大图放在分包，或已从包里排除', en: 'the pictures lie in subpackages or are left out' },
    files: {
      ...page,
      'app.json': '{ "pages": ["pages/a/a"], "subPackages": [{ "root": "pkg", "pages": ["x/x"] }] }',
      'pkg/x/x.wxml': '<view>图集</view>',
      'pkg/x/x.js': 'Page({})',
      'pkg/photo.jpg': bytes(1500),
      'images/big.jpg': bytes(1500),
      'design/source.png': bytes(1800),
      'project.config.json': '{ "packOptions": { "ignore": [{ "type": "folder", "value": "design" }] } }',
    },
    expect: [],
  },
]
