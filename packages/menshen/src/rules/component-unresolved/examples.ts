import type { Example } from '../kit.ts'

const script = { 'pages/a/a.js': 'Page({})' }

export const examples: readonly Example[] = [
  {
    name: { zh: '页面用到的组件不存在', en: 'a component that the page draws does not exist' },
    files: {
      ...script,
      'pages/a/a.json': '{ "usingComponents": { "price-tag": "/components/price/price" } }',
      'pages/a/a.wxml': '<view>今日茶价</view><price-tag value="12" />',
    },
    expect: [{ message: 'component', excerpt: '"/components/price/price"', file: 'pages/a/a.json', verdict: 'violation' }],
  },
  {
    name: { zh: '声明了没有用到的缺失组件', en: 'a missing component is declared and not drawn' },
    files: {
      ...script,
      'pages/a/a.json': '{ "usingComponents": { "price-tag": "../../components/price/price" } }',
      'pages/a/a.wxml': '<view>今日茶价</view>',
    },
    expect: [{ message: 'component', verdict: 'review' }],
  },
  {
    name: { zh: '脚本引用的文件不存在', en: 'a script requires a file that is not there' },
    files: { 'pages/a/a.js': "const format = require('../../utils/format')\nPage({})", 'pages/a/a.wxml': '<view>茶</view>' },
    expect: [{ message: 'module', excerpt: "'../../utils/format'", file: 'pages/a/a.js', verdict: 'review' }],
  },
  {
    name: {
      zh: '组件都能找到，一个来自扩展库，一个是插件',
      en: 'all components resolve, one of an extension library and one of a plug-in',
    },
    files: {
      ...script,
      'app.json': '{ "pages": ["pages/a/a"], "useExtendedLib": { "weui": true } }',
      'pages/a/a.json':
        '{ "usingComponents": { "price-tag": "../../components/price/price", "mp-cell": "weui-miniprogram/cell/cell", "chat": "plugin://chat/box" } }',
      'pages/a/a.wxml': '<price-tag /><mp-cell /><chat />',
      'components/price/price.json': '{ "component": true }',
      'components/price/price.js': 'Component({})',
      'components/price/price.wxml': '<text>12 元</text>',
    },
    expect: [],
  },
  {
    name: { zh: 'npm 包还没有构建', en: 'an npm package that was not built yet' },
    files: {
      ...script,
      'package.json': '{ "dependencies": { "weui-miniprogram": "1.2.0" } }',
      'pages/a/a.json': '{ "usingComponents": { "mp-cell": "/miniprogram_npm/weui-miniprogram/cell/cell" } }',
      'pages/a/a.wxml': '<mp-cell />',
      'miniprogram_npm/other/index.js': 'module.exports = {}',
    },
    expect: [],
  },
  {
    name: { zh: '组件库在程序目录之外', en: 'a library beside the program' },
    files: {
      ...script,
      'pages/a/a.json': '{ "usingComponents": { "i-spin": "../../../dist/spin/index" } }',
      'pages/a/a.wxml': '<i-spin />',
    },
    expect: [],
  },
]
