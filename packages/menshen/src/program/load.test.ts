import { describe, expect, test } from 'vitest'
import { themed } from './config/theme.ts'
import { loadProgram } from './load.ts'
import { memoryFiles } from './memory.ts'
import { problemText } from './problems.ts'
import type { ProgramModel } from './types.ts'

const load = (files: Record<string, string | Uint8Array>, root = ''): ProgramModel => loadProgram(memoryFiles(files), { root })
const unit = (base: string, json: object = {}, suffix = 'wxml') => ({
  [`${base}.js`]: '',
  [`${base}.json`]: JSON.stringify(json),
  [`${base}.${suffix}`]: '<view/>',
})
const app = (json: object) => ({ 'app.json': JSON.stringify(json), 'app.js': 'App({})' })
const kinds = (model: ProgramModel) => model.problems.map((problem) => problem.kind)
/** The source that a problem points at. */
const pointed = (model: ProgramModel, kind: string) =>
  model.problems.filter((problem) => problem.kind === kind).map(({ at }) => model.files.text(at.file)!.slice(at.start, at.end))

describe('pages', () => {
  const model = load({
    ...app({
      pages: ['pages/home/home', '/pages/me/me', 'pages/home/home'],
      entryPagePath: 'pages/me/me',
      subpackages: [{ root: 'shop/', name: 'shop', pages: ['list/list'] }],
      subPackages: [{ root: 'tools', independent: true, pages: ['index'] }],
      tabBar: { list: [{ pagePath: 'pages/home/home', text: '首页' }], custom: true },
      plugins: { live: { version: '1.3.5', provider: 'wx0000000000000001' } },
    }),
    ...unit('pages/home/home', { usingComponents: { card: '../../components/card/card' } }),
    ...unit('pages/me/me'),
    ...unit('shop/list/list'),
    ...unit('tools/index'),
    ...unit('components/card/card', { usingComponents: { price: '/components/price' } }),
    ...unit('components/price/index'),
    ...unit('custom-tab-bar/index'),
    ...unit('components/orphan/orphan'),
    'pages/home/home.wxss': '@import "/common.wxss";',
    'common.wxss': '',
  })

  test('are read from both spellings of subpackages, each once', () => {
    expect(model.pages.map((page) => [page.base, page.package])).toEqual([
      ['pages/home/home', ''],
      ['pages/me/me', ''],
      ['shop/list/list', 'shop'],
      ['tools/index', 'tools'],
    ])
    expect(model.subpackages).toMatchObject([
      { root: 'shop', name: 'shop', independent: false, pages: ['shop/list/list'] },
      { root: 'tools', name: null, independent: true },
    ])
    expect(model.home).toBe('pages/me/me')
    expect(model.tabBar).toMatchObject([{ page: 'pages/home/home', text: '首页' }])
  })

  test('have their files, and the place where they are declared', () => {
    expect(model.pages[0]).toMatchObject({ script: 'pages/home/home.js', template: 'pages/home/home.wxml', style: 'pages/home/home.wxss' })
    const { file, start, end } = model.pages[2]!.declaredAt!
    expect(model.files.text(file)!.slice(start, end)).toBe('"list/list"')
  })

  test('lead to components, and these to others; the tab bar is one of them', () => {
    expect([...model.components.keys()]).toEqual(['components/card/card', 'components/price/index', 'custom-tab-bar/index'])
    expect(model.components.get('components/card/card')!.components.get('price')).toMatchObject({
      target: 'components/price/index',
      kind: 'component',
    })
  })

  test('only what cannot be known is a problem', () => {
    expect(kinds(model)).toEqual(['plugin-code-unavailable'])
    expect(model.plugins).toMatchObject([{ name: 'live', provider: 'wx0000000000000001', version: '1.3.5' }])
    expect(model.styles.get('pages/home/home.wxss')!.imports[0]!.target).toBe('common.wxss')
  })

  test('that are missing, in whole or in part, are problems with a place', () => {
    const broken = load({
      ...app({ pages: ['a/a', 'b/b', 'c/c', '../../etc/passwd', 7] }),
      'b/b.js': '',
      'c/c.wxml': '',
    })
    expect(pointed(broken, 'page-missing')).toEqual(['"a/a"'])
    expect(pointed(broken, 'page-template-missing')).toEqual(['"b/b"'])
    expect(pointed(broken, 'page-script-missing')).toEqual(['"c/c"'])
    expect(pointed(broken, 'json-shape')).toEqual(['"../../etc/passwd"', '7'])
  })

  test('keep the program’s root in every path', () => {
    const inner = load(
      {
        'project.config.json': '{"projectname": "%E8%8C%B6%E9%A6%86", "miniprogramRoot": "mini/"}',
        'mini/app.json': '{"pages": ["p/p"], "usingComponents": {"c": "/c/c"}}',
        'mini/p/p.wxml': '<import src="/t.wxml"/>',
        'mini/p/p.ts': '',
        'mini/t.wxml': '',
        'mini/c/c.js': '',
        'c/c.js': 'outside',
      },
      'mini/',
    )
    expect(inner.name).toBe('茶馆')
    expect(inner.pages[0]).toMatchObject({ base: 'mini/p/p', script: 'mini/p/p.ts' })
    expect([...inner.components.keys()]).toEqual(['mini/c/c'])
    expect(inner.templates.get('mini/p/p.wxml')!.imports[0]!.target).toBe('mini/t.wxml')
    expect(inner.scripts).toEqual(['mini/c/c.js', 'mini/p/p.ts'])
  })
})

describe('components', () => {
  const uses = (json: object, files: Record<string, string> = {}, appJson: object = {}) => {
    const model = load({ ...app({ pages: ['pages/a/a'], ...appJson }), ...unit('pages/a/a', json), ...files })
    return { model, of: (tag: string) => model.pages[0]!.components.get(tag) }
  }

  test('are looked up in miniprogram_npm folder by folder upward', () => {
    const files = { ...unit('miniprogram_npm/@vant/weapp/button/index'), ...unit('pages/miniprogram_npm/near/index') }
    const { of } = uses({ usingComponents: { b: '@vant/weapp/button/index', c: '@vant/weapp/button', n: 'near' } }, files)
    expect(of('b')!.target).toBe('miniprogram_npm/@vant/weapp/button/index')
    expect(of('c')!.target).toBe('miniprogram_npm/@vant/weapp/button/index')
    expect(of('n')!.target).toBe('pages/miniprogram_npm/near/index')
  })

  test('of plugins, extension libraries and generics are told apart', () => {
    const { of, model } = uses(
      {
        usingComponents: { live: 'plugin://live/room', cells: 'weui-miniprogram/cell/cell', lib: 'ext://base/x' },
        componentGenerics: { item: true, row: { default: './row' } },
      },
      unit('pages/a/row'),
      { useExtendedLib: { weui: true } },
    )
    expect(['live', 'cells', 'lib', 'item'].map((tag) => of(tag)!.kind)).toEqual(['plugin', 'extension', 'extension', 'generic'])
    expect(of('row')).toMatchObject({ kind: 'generic', target: 'pages/a/row' })
    expect(kinds(model)).toEqual([])
  })

  test('of the app are known everywhere, and give way to a unit’s own', () => {
    const files = { ...unit('g/global'), ...unit('g/other'), ...unit('pages/a/own') }
    const { of } = uses({ usingComponents: { x: 'own' } }, files, { usingComponents: { x: 'g/global', y: '/g/other' } })
    expect(of('x')!.target).toBe('pages/a/own')
    expect(of('y')!.target).toBe('g/other')
  })

  test('that are missing say whether npm was not built', () => {
    const { model } = uses({ usingComponents: { a: './gone', b: 'tdesign-miniprogram/button/button', c: 'https://x.test/c', d: 5 } })
    const reasons = model.problems.filter(({ kind }) => kind === 'component-missing').map(({ data }) => data['reason'])
    expect(reasons).toEqual(['no-file', 'npm-not-built', 'no-file'])
    expect(pointed(model, 'json-shape')).toEqual(['5'])
    expect(model.problems.filter(({ hides }) => hides)).toHaveLength(3)
  })

  test('that use each other are read once', () => {
    const files = { ...unit('c/a', { usingComponents: { b: './b' } }), ...unit('c/b', { usingComponents: { a: './a', b: './b' } }) }
    const { model } = uses({ usingComponents: { a: '/c/a' } }, files)
    expect([...model.components.keys()]).toEqual(['c/a', 'c/b'])
  })

  test('a tag named __proto__ changes nothing', () => {
    const { model } = uses({}, { 'pages/a/a.json': '{"usingComponents": {"__proto__": "/c/a", "constructor": "/c/a"}}', ...unit('c/a') })
    expect([...model.pages[0]!.components.keys()]).toEqual(['constructor'])
    expect(kinds(model)).toEqual(['json-dangerous-key', 'json-dangerous-key'])
  })
})

describe('packing', () => {
  const ignoredOf = (options: object, paths: string[]) => {
    const files = Object.fromEntries(paths.map((path) => [path, '']))
    const model = load({ ...app({ pages: ['pages/a/a'] }), ...files, 'project.config.json': JSON.stringify(options) })
    return paths.filter((path) => model.ignored.get(path) === 'packOptions')
  }
  const pack = (ignore: object[], include: object[] = []) => ({ packOptions: { ignore, include } })

  test.each([
    [{ type: 'folder', value: 'Docs' }, ['docs/a.png']],
    [{ type: 'file', value: './x.png' }, ['x.png']],
    [{ type: 'suffix', value: '.test.js' }, ['a/b.test.js']],
    [{ type: 'prefix', value: 'test-' }, ['test-a.js', 'a/test-b.js']],
    [{ type: 'glob', value: 'a/**/*.{js,png}' }, ['a/b.test.js', 'a/test-b.js', 'a/deep/c.png']],
    [{ type: 'regexp', value: '^a/.*\\.PNG$' }, ['a/deep/c.png']],
  ])('leaves out %j', (rule, expected) => {
    const paths = ['docs/a.png', 'x.png', 'a/b.test.js', 'test-a.js', 'a/test-b.js', 'a/deep/c.png', 'b/docs/a.png']
    expect(ignoredOf(pack([rule]), paths)).toEqual(expected)
  })

  test('include wins over ignore', () => {
    expect(ignoredOf(pack([{ type: 'folder', value: 'a' }], [{ type: 'file', value: 'a/keep.js' }]), ['a/keep.js', 'a/b.js'])).toEqual([
      'a/b.js',
    ])
  })

  test('what cannot be used is a problem, not a surprise', () => {
    const model = load({
      ...app({ pages: ['pages/a/a'] }),
      ...unit('pages/a/a'),
      'project.config.json': '{"packOptions": {"ignore": [{"type": "regexp", "value": "(?=x)"}, {"type": "magic", "value": "x"}, "x"]}}',
    })
    expect(model.problems.map(({ data }) => data['reason'])).toEqual(['regexp-not-supported', 'unknown-type', 'not-object'])
    expect(problemText(model.problems[0]!).zh).toContain('正则')
  })

  test('cloud functions, packages, project files and sources stay out, each with its reason', () => {
    const model = load({
      ...app({ pages: ['pages/a/a'] }),
      ...unit('pages/a/a'),
      'project.config.json': '{"cloudfunctionRoot": "./cloud/"}',
      'cloud/login/index.js': '',
      'node_modules/x/index.js': '',
      'package.json': '{}',
      '.eslintrc.js': '',
      'README.md': '',
      'types.d.ts': '',
      'b.ts': '',
      'b.js': '',
      'img/a.png': new Uint8Array([1, 2, 3]),
      'img/a.mp3': '',
    })
    expect(Object.fromEntries(model.ignored)).toEqual({
      '.eslintrc.js': 'hidden',
      'README.md': 'file type',
      'b.ts': 'compiled file beside it',
      'cloud/login/index.js': 'project folder',
      'node_modules/x/index.js': 'node_modules',
      'package.json': 'project file',
      'project.config.json': 'project file',
      'types.d.ts': 'type declarations',
    })
    expect(model.scripts).toEqual(['app.js', 'b.js', 'pages/a/a.js'])
    expect(model.assets).toEqual([
      { path: 'img/a.mp3', size: 0, media: 'audio' },
      { path: 'img/a.png', size: 3, media: 'image' },
    ])
  })

  test('one developer’s own settings count over the project’s', () => {
    const model = load({
      ...app({ pages: ['pages/a/a'] }),
      ...unit('pages/a/a'),
      'x.js': '',
      'project.config.json': '{"projectname": "a", "packOptions": {"ignore": []}}',
      'project.private.config.json': '{"packOptions": {"ignore": [{"type": "file", "value": "x.js"}]}}',
    })
    expect(model.ignored.get('x.js')).toBe('packOptions')
    expect(model.config.private?.file).toBe('project.private.config.json')
  })
})

describe('Douyin', () => {
  test('takes its own files first and WeChat’s where there are none', () => {
    const model = load({
      ...app({ pages: ['a/a', 'b/b'] }),
      ...unit('a/a', {}, 'ttml'),
      'a/a.wxml': '<view>old</view>',
      'a/a.ttss': '',
      'a/a.wxss': '',
      ...unit('b/b'),
      'b/b.wxml': '<sjs module="m" src="./m.sjs"/><wxs module="n" src="n.wxs"/>',
      'b/m.sjs': '',
      'b/n.wxs': '',
      'app.ttss': '',
    })
    expect(model.platform).toBe('douyin')
    expect(model.pages.map(({ template, style }) => [template, style])).toEqual([
      ['a/a.ttml', 'a/a.ttss'],
      ['b/b.wxml', null],
    ])
    expect([...model.templates.keys()]).toEqual(['a/a.ttml', 'b/b.wxml'])
    expect(model.templates.get('b/b.wxml')!.scripts.map(({ target }) => target)).toEqual(['b/m.sjs', 'b/n.wxs'])
    expect(model.problems.map(({ kind, data }) => [kind, data['reason'], data['count']])).toEqual([
      ['mixed-platforms', 'other-ignored', '2'],
      ['mixed-platforms', 'other-used', '2'],
    ])
  })

  test('WeChat takes nothing of Douyin’s', () => {
    const model = load({ ...app({ pages: ['a/a'] }), ...unit('a/a'), 'a/a.ttml': '', 'x.ttss': '' })
    expect(model.platform).toBe('wechat')
    expect([...model.templates.keys(), ...model.styles.keys()]).toEqual(['a/a.wxml'])
    expect(kinds(model)).toEqual(['mixed-platforms'])
  })
})

describe('theme', () => {
  const files = {
    ...app({ pages: ['a/a'], darkmode: true, window: { backgroundColor: '@bg' }, tabBar: { color: '@gone', list: [] } }),
    ...unit('a/a'),
    'theme.json': '{"light": {"bg": "#fff"}, "dark": {"bg": "#000"}}',
  }
  test('variables are looked up in each mode, and unknown ones reported', () => {
    const model = load(files)
    expect(themed(model.config.theme, 'dark', '@bg')).toBe('#000')
    expect(themed(model.config.theme, 'light', 'red')).toBe('red')
    expect(pointed(model, 'json-shape')).toEqual(['"@gone"'])
  })
})

describe('frameworks and code of others', () => {
  const long = `var a=${JSON.stringify('x'.repeat(3000))};`
  test.each([
    ['uni-app', { 'app.js': '"use strict";require("./common/vendor.js");createApp()', 'common/vendor.js': long }],
    ['taro', { 'app.js': 'require("./taro")', 'taro.js': long, 'base.wxml': '<template name="taro_tmpl"></template>' }],
    ['taro', { 'app.js': 'var i = require("./npm/@tarojs/taro-weapp/index.js")', 'npm/@tarojs/taro-weapp/index.js': '' }],
    ['mpx', { 'app.js': 'var self={};require("./bundle.js")', 'bundle.js': 'global.__mpx = 1' }],
    ['wepy', { 'app.js': 'var _wepy = require("./npm/wepy/lib/wepy.js")', 'npm/wepy/lib/wepy.js': '' }],
    ['native', { 'app.js': 'App({ onLaunch() { /* taro, wepy, mpx */ } })', 'common/vendor.js': '' }],
    ['unknown', { 'app.js': new Uint8Array(64) }],
  ])('%s is known by what it leaves behind', (framework, files) => {
    const model = load({ 'app.json': '{"pages": ["a/a"]}', ...unit('a/a'), ...(files as Record<string, string>) })
    expect(model.framework).toBe(framework)
  })

  test('minified, packaged and licensed scripts are told from the program’s own', () => {
    const model = load({
      ...app({ pages: ['pages/vant/index'] }),
      ...unit('pages/vant/index'),
      'pages/vant/index.js': 'Page({})\n'.repeat(300),
      'miniprogram_npm/a/index.js': '',
      'utils/md5.js': 'module.exports = 1',
      'utils/util.js': '/** Copyright (c) 2024 our own company */\nmodule.exports = 1',
      'lib/x.js': '/*!\n * x.js\n * Released under the MIT License.\n */\n',
      'lib/y.js': long,
      'lib/short.js': 'x',
      'components/ec-canvas/ec.js': '',
    })
    expect(Object.fromEntries(model.vendored)).toEqual({
      'components/ec-canvas/ec.js': 'library',
      'lib/x.js': 'licence banner',
      'lib/y.js': 'minified',
      'miniprogram_npm/a/index.js': 'miniprogram_npm',
      'utils/md5.js': 'library',
    })
  })
})

test('a licence on the program’s own pages makes no library of its scripts', () => {
  const licence = '/**\n * Licensed under the MIT License.\n */\n'
  const model = load({
    ...app({ pages: ['a/a'] }),
    ...unit('a/a'),
    'a/a.js': licence,
    'b.js': licence,
    'c.js': '',
    'd.js': '',
    'e.js': '',
    'f.js': '',
  })
  expect([...model.vendored]).toEqual([])
})

describe('bad input', () => {
  test('a program without an app.json that can be read is a model with problems', () => {
    for (const text of ['', '[]', '"x"', '{"pages": 3, "subpackages": {"a": 1}, "tabBar": [], "plugins": 1, "usingComponents": "x"}']) {
      const model = load({ 'app.json': text, 'app.js': '', 'app.wxss': '' })
      expect(model.pages).toEqual([])
      expect(model.problems.length).toBeGreaterThan(0)
    }
    expect(load({ 'app.js': '' }).pages).toEqual([])
  })

  test('binary scripts, templates and configuration are said to be unread', () => {
    const noise = new Uint8Array(500)
    const model = load({ ...app({ pages: ['a/a'] }), 'a/a.js': noise, 'a/a.json': noise, 'a/a.wxml': noise, 'a/a.wxss': noise })
    expect(model.problems.map(({ kind, at, hides }) => [kind, at.file, hides])).toEqual([
      ['binary-script', 'a/a.js', true],
      ['unreadable', 'a/a.json', true],
      ['unreadable', 'a/a.wxml', true],
      ['unreadable', 'a/a.wxss', true],
    ])
  })

  test('circles of includes and imports are reported once, where they close', () => {
    const model = load({
      ...app({ pages: ['a/a'] }),
      ...unit('a/a'),
      'a/a.wxml': '<include src="b.wxml"/>',
      'a/b.wxml': '<import src="/a/c.wxml"/>',
      'a/c.wxml': '<include src="a.wxml"/>',
      'a/a.wxss': '@import "a.wxss";',
      'd.wxml': '<include src="gone.wxml"/><wxs module="m" src="gone.wxs"/>',
    })
    expect(pointed(model, 'include-cycle')).toEqual(['a.wxss', '<include src="a.wxml"/>'])
    expect(pointed(model, 'include-missing')).toEqual(['<include src="gone.wxml"/>', '<wxs module="m" src="gone.wxs"/>'])
  })

  test('a chain of ten thousand includes does not overflow', () => {
    const files: Record<string, string> = { ...app({ pages: ['a/a'] }), ...unit('a/a') }
    for (let i = 0; i < 10_000; i++) files[`t/${i}.wxml`] = `<include src="${i + 1}.wxml"/>`
    files['t/10000.wxml'] = '<include src="0.wxml"/>'
    expect(pointed(load(files), 'include-cycle')).toHaveLength(1)
  }, 10_000)

  test('a style sheet that only a preprocessor can read is said to be unread', () => {
    const model = load({ ...app({ pages: ['a/a'] }), ...unit('a/a'), 'a/a.less': '' })
    expect(model.problems).toMatchObject([{ kind: 'style-syntax', at: { file: 'a/a.less' }, hides: true }])
  })

  test('a script of five million characters in one line is read and known for what it is', () => {
    const model = load({ ...app({ pages: ['a/a'] }), ...unit('a/a'), 'big.js': `var a="${'x'.repeat(5_000_000)}"` })
    expect(model.vendored.get('big.js')).toBe('minified')
  }, 5000)

  test('tens of thousands of pages and components are cut with a problem', () => {
    const pages = Array.from({ length: 12_000 }, (_, i) => `p/${i}`)
    const files: Record<string, string> = app({ pages })
    // three components that each use two thousand others, one of them one too many
    for (let k = 0; k < 3; k++) {
      const length = k === 0 ? 2001 : 2000
      const usingComponents = Object.fromEntries(Array.from({ length }, (_, i) => [`c-${i}`, `/c/${k}-${i}`]))
      files[`p/${k}.json`] = JSON.stringify({ usingComponents })
      for (let i = 0; i < length; i++) files[`c/${k}-${i}.js`] = ''
    }
    const model = load(files)
    expect(model.pages.length).toBe(10_000)
    expect(model.components.size).toBe(5000)
    const cut = model.problems.filter(({ data }) => data['reason'] === 'too-many').map(({ at, data }) => `${at.file} ${data['key']}`)
    expect(cut).toEqual(['app.json usingComponents', 'app.json pages', 'p/0.json usingComponents'])
  }, 10_000)

  test('filters that would take forever are given up with a problem', () => {
    const filters = Array.from({ length: 400 }, () => ({ type: 'regexp', value: '(a?b?c?){20}(a|b|c|d)*!' }))
    const files: Record<string, string> = { ...app({ pages: ['a/a'] }), ...unit('a/a') }
    for (let i = 0; i < 3000; i++) files[`${'abc'.repeat(30)}/${i}.js`] = ''
    files['project.config.json'] = JSON.stringify({ packOptions: { ignore: filters } })
    expect(load(files).problems).toMatchObject([{ kind: 'json-shape', data: { key: 'packOptions', reason: 'too-many' } }])
  }, 15_000)
})
