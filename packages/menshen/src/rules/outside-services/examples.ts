import type { Example } from '../kit.ts'

const page = { 'pages/a/a.wxml': '<view/>', 'pages/a/a.js': 'Page({})' }

export const examples: readonly Example[] = [
  {
    name: { zh: '用了插件', en: 'a plug-in is used' },
    files: { ...page, 'app.json': '{ "pages": ["pages/a/a"], "plugins": { "chat": { "version": "1.0.0", "provider": "wx1" } } }' },
    expect: [{ message: 'contract-unknown', excerpt: '"chat"', file: 'app.json', verdict: 'review' }],
  },
  {
    name: { zh: '协议已备好', en: 'the agreement is there' },
    files: { ...page, 'app.json': '{ "pages": ["pages/a/a"], "plugins": { "chat": { "version": "1.0.0", "provider": "wx1" } } }' },
    listing: { name: '客服', qualifications: [{ kind: '合作协议', for: 'chat' }] },
    expect: [],
  },
  { name: { zh: '没有第三方', en: 'nobody else takes part' }, files: page, expect: [] },
]
