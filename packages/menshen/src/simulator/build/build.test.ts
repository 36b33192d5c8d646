import { describe, expect, test } from 'vitest'
import { loadProgram } from '../../program/load.ts'
import { memoryFiles } from '../../program/memory.ts'
import type { BuildProblem } from '../types.ts'
import { buildProgram } from './index.ts'
import { compileScript } from './scripts.ts'
import { compileStyle } from './styles.ts'
import { compileTemplates, fromDouyin, templateScript } from './templates.ts'

const style = (files: Record<string, string>, scope: string | null = null) => {
  const problems: BuildProblem[] = []
  const css = compileStyle(
    'a/a.wxss',
    scope,
    {
      text: (f) => files[f],
      resolve: (from, to) => (to.startsWith('/') ? to.slice(1) : from.replace(/[^/]*$/, '') + to.replace(/^\.\//, '')),
      suffix: '.wxss',
    },
    problems,
  )
  return { css: css.replace(/\s+/g, ' ').trim(), problems }
}

describe('styles', () => {
  test('lengths, tags and addresses are put in the words of a browser', () => {
    const { css } = style({
      'a/a.wxss':
        'view{width:75rpx;height:calc(100vh - 10rpx)} page image{background:url(./i.png)} @media (min-width:750rpx){text{top:-1.5rpx}}',
    })
    expect(css).toBe(
      'wx-view{width:10vw;height:calc(calc(100 * var(--vh, 1vh)) - 1.33333vw)} wx-page wx-image{background:url("/__app/a/i.png")} @media (min-width:100vw){wx-text{top:-0.2vw}}',
    )
  })
  test('imports are put in place once, cycles end, missing ones are told', () => {
    const { css, problems } = style({
      'a/a.wxss': '@import "b.wxss";@import "gone.wxss";.a{top:0}',
      'a/b.wxss': '@import "./a.wxss";.b{top:1px}',
    })
    expect(css).toBe('.b{top:1px} .a{top:0}')
    expect(problems).toMatchObject([{ file: 'a/a.wxss', line: 1, fatal: false }])
  })
  test('a scoped sheet touches its own component only', () => {
    expect(style({ 'a/a.wxss': ':host{top:0}.x .y:not(.z){top:0}@keyframes k{from{top:0}}' }, 's1').css).toBe(
      '[wx-host=s1]{top:0}.s1--x .s1--y:not(.s1--z){top:0}@keyframes k{from{top:0}}',
    )
  })
  test('a sheet that is broken in one place loses that place only', () => {
    const { css, problems } = style({ 'a/a.wxss': '.a{top:0}\n}.b{left:0}\n// note\n.c{right:0}' })
    expect(css).toContain('.c')
    expect(problems).toHaveLength(1)
  })
})

describe('templates', () => {
  test('the other dialect becomes the first, on the same lines', () => {
    expect(fromDouyin('<view tt:for="{{a}}"\ntt:key="id" tt:if="{{x}}"/><sjs module="m" src="./m.sjs"/>')).toBe(
      '<view wx:for="{{a}}"\nwx:key="id" wx:if="{{x}}"/><wxs module="m" src="./m.sjs"/>',
    )
    expect(fromDouyin('<view tt:for="(item, i) in list">')).toBe('<view wx:for="{{list}}" wx:for-item="item" wx:for-index="i">')
    expect(fromDouyin('<import src="../t.ttml"/>')).toBe('<import src="../t.wxml"/>')
  })
  test('a type name asked of a value in a template script stays a name', () => {
    expect(templateScript('if (a.b.constructor === "Array") c.constructor("x")', false)).toBe(
      'if (__wxsConstructor(a.b) === "Array") c.constructor("x")',
    )
  })
  test('a script that would leave its function is left out', () => {
    const { problems, code } = compileTemplates(
      [{ file: 'a.wxml', text: '<wxs module="m" src="./m.wxs"/>{{m.x}}' }],
      [{ file: 'm.wxs', text: '}; escaped(); function f(){' }],
      false,
    )
    expect(problems).toMatchObject([{ file: 'm.wxs' }])
    expect(code).not.toContain('escaped')
  })
})

describe('scripts', () => {
  test('modules and types go, lines stay', () => {
    const { code, strict } = compileScript(
      'a.ts',
      'import { x } from "./x"\ninterface Y { z: number }\nexport const f = (y: Y): number =>\n  x(y.z)\n',
      false,
      [],
    )
    expect(strict).toBe(true)
    expect(code.split('\n')[3]).toContain('x')
    expect(code.split('\n')).toHaveLength(5)
  })
  test('outermost declarations may be named before they are reached', () => {
    expect(compileScript('a.js', 'module.exports = { f }\nconst f = 1\n  let inner = 2', false, []).code).toBe(
      'module.exports = { f }\nvar   f = 1\n  let inner = 2',
    )
  })
  test('what does not parse is kept for the browser to refuse', () => {
    const problems: BuildProblem[] = []
    expect(compileScript('a.js', 'export const = 1', false, problems).code).toBe('export const = 1')
    expect(problems).toHaveLength(1)
  })
})

describe('a program', () => {
  test('has its units, styles and theme in the manifest, without its root', () => {
    const model = loadProgram(
      memoryFiles({
        'mini/app.json':
          '{"pages":["p/p"],"window":{"navigationBarBackgroundColor":"@bar"},"themeLocation":"theme.json","usingComponents":{"all":"/c/c"}}',
        'mini/theme.json': '{"light":{"bar":"#123456"},"dark":{"bar":"#000000"}}',
        'mini/app.wxss': '.g{top:1rpx}',
        'mini/p/p.wxml': '<all/>',
        'mini/p/p.js': 'Page({})',
        'mini/c/c.json': '{"component":true}',
        'mini/c/c.wxml': '<view class="k"/>',
        'mini/c/c.wxss': '.k{top:0}',
        'mini/c/c.js': 'Component({})',
      }),
      { root: 'mini/' },
    )
    const { manifest, scripts, asset } = buildProgram(model)
    expect(manifest.home).toBe('p/p')
    expect(manifest.app.window).toEqual({ navigationBarBackgroundColor: '#123456' })
    expect(manifest.units['p/p']).toMatchObject({ kind: 'page', using: { all: 'c/c' }, script: 'p/p.js', isolation: 'shared', scope: null })
    expect(manifest.units['c/c']).toMatchObject({ kind: 'component', isolation: 'isolated', scope: 's0' })
    expect(manifest.styles['c/c']).toContain('.s0--k')
    expect([...scripts.keys()].sort()).toEqual(['c/c.js', 'p/p.js'])
    expect(asset('app.wxss')).toBeDefined()
    expect(asset('../mini/app.wxss')).toBeUndefined()
  })
})
