import { describe, expect, test } from 'vitest'
import { findProgram } from './find.ts'
import { memoryFiles } from './memory.ts'

const find = (files: Record<string, string>) => findProgram(memoryFiles(files))
const page = (suffix: string, name = 'pages/a/a') => ({ [`${name}.${suffix}`]: '<view/>', [`${name}.js`]: 'Page({})' })
const app = JSON.stringify({ pages: ['pages/a/a'] })

describe('where the program lies', () => {
  test('at the top', () => {
    expect(find({ 'app.json': app, ...page('wxml') })).toEqual({ kind: 'program', root: '', platform: 'wechat' })
  })

  test('where the project file says', () => {
    const files = { 'miniprogram/app.json': app, 'miniprogram/pages/a/a.wxml': '', 'src/app.json': app, 'src/pages/a/a.wxml': '' }
    expect(find({ ...files, 'project.config.json': '{"miniprogramRoot": "./miniprogram"}' })).toMatchObject({ root: 'miniprogram/' })
    expect(find({ ...files, 'project.config.json': '{"miniprogramRoot": "gone/", "srcMiniprogramRoot": "/src/"}' })).toMatchObject({
      root: 'src/',
    })
    expect(find({ 'mini/app.json': app, 'mini/pages/a/a.ttml': '', 'project.tt.json': '{"miniprogramRoot": "mini"}' })).toMatchObject({
      root: 'mini/',
      platform: 'douyin',
    })
  })

  test('in a framework’s build; the release build before the development build', () => {
    const build = (kind: string) => ({
      [`unpackage/dist/${kind}/mp-weixin/app.json`]: app,
      [`unpackage/dist/${kind}/mp-weixin/pages/a/a.wxml`]: '',
    })
    expect(find({ 'pages.json': '{}', 'manifest.json': '{}', ...build('dev') })).toMatchObject({ root: 'unpackage/dist/dev/mp-weixin/' })
    expect(find({ ...build('dev'), ...build('build') })).toMatchObject({ root: 'unpackage/dist/build/mp-weixin/' })
    expect(find({ 'dist/app.json': app, 'dist/pages/a/a.wxml': '', 'src/app.tsx': '' })).toMatchObject({ root: 'dist/' })
  })

  test('several programs are listed with their titles', () => {
    const found = find({
      'shop/app.json': '{"pages": ["pages/a/a"], "window": {"navigationBarTitleText": "小店"}}',
      'shop/pages/a/a.wxml': '',
      'admin/app.json': app,
      'admin/pages/a/a.ttml': '',
      'admin/project.config.json': '{"projectname": "%E5%90%8E%E5%8F%B0"}',
      'admin/node_modules/x/app.json': app,
    })
    expect(found).toEqual({
      kind: 'several',
      roots: [
        { root: 'admin/', platform: 'douyin', title: '后台' },
        { root: 'shop/', platform: 'wechat', title: '小店' },
      ],
    })
  })

  test.each([
    [{}, { kind: 'none', reason: 'empty' }],
    [
      { 'README.md': '', 'index.html': '' },
      { kind: 'none', reason: 'no-app-json' },
    ],
    [
      { 'app.json': '{"name": "a server", "env": {}}', 'server.js': '' },
      { kind: 'none', reason: 'no-app-json' },
    ],
    [
      { 'game.json': '{}', 'game.js': '', 'project.config.json': '{"compileType": "game"}' },
      { kind: 'none', reason: 'mini-game' },
    ],
    [{ 'index.js': 'App({' }, { kind: 'none', reason: 'single-file' }],
    [
      { 'src/manifest.json': '{}', 'src/pages.json': '{}', 'src/App.vue': '' },
      { kind: 'none', reason: 'no-app-json', source: 'uni-app' },
    ],
  ])('none: %j', (files, found) => {
    expect(find(files as Record<string, string>)).toEqual(found)
  })

  test('a broken app.json beside app.js is a program still', () => {
    expect(find({ 'app.json': '{"pages": [', 'app.js': 'App({})', 'app.wxss': '' })).toMatchObject({ kind: 'program', root: '' })
    expect(find({ 'app.json': 'x', 'app.js': 'App({})', 'app.ttss': '' })).toMatchObject({ kind: 'program', platform: 'douyin' })
  })
})

describe('which platform it is for', () => {
  test('what its pages have decides before project file, style sheet and code', () => {
    const stray = { 'project.config.json': '{"appid": "wx0123456789abcdef"}', 'app.wxss': '', 'pages/a/a.js': 'wx.login(); wx.request({})' }
    expect(find({ 'app.json': app, ...page('ttml'), ...stray, 'old/pages/b/b.wxml': '' })).toMatchObject({ platform: 'douyin' })
  })

  test('where pages have one kind and some the other, the app’s own files decide', () => {
    const files = { 'app.json': '{"pages": ["a/a", "b/b", "c/c"]}', 'a/a.ttml': '', 'b/b.wxml': '', 'c/c.wxml': '' }
    expect(find({ ...files, 'app.ttss': '' })).toMatchObject({ platform: 'douyin' })
    expect(find({ ...files, 'project.config.json': '{"douyinProjectType": "native"}' })).toMatchObject({ platform: 'douyin' })
    expect(find(files)).toMatchObject({ platform: 'wechat' })
  })

  test.each([
    [{ 'project.config.json': '{"appid": "tt0123456789abcdef01"}' }, 'douyin'],
    [{ 'project.config.json': '{"appid": "wx0123456789abcdef"}' }, 'wechat'],
    [{ 'project.tt.json': '{}' }, 'douyin'],
    [{ 'components/c/c.ttml': '' }, 'douyin'],
    [{ 'app.js': 'tt.login(); tt.request({}); wx.x()' }, 'douyin'],
    [{}, 'wechat'],
  ])('by weaker signs: %j', (files, platform) => {
    expect(find({ 'app.json': app, 'app.js': 'App({})', ...(files as Record<string, string>) })).toMatchObject({
      kind: 'program',
      platform,
    })
  })

  test('both kinds for every page and nothing else to tell by is mixed', () => {
    expect(find({ 'app.json': app, ...page('wxml'), ...page('ttml') })).toEqual({ kind: 'mixed', root: '' })
  })
})
