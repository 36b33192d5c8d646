import postcss from 'postcss'
import { describe, expect, test } from 'vitest'
import { parseStyle, scanStyle } from './style.ts'

const scan = (text: string) => scanStyle('a.wxss', text)
const rules = (text: string) =>
  parseStyle(scan(text)).map(({ selectors, declarations, within }) => ({
    selectors: selectors.join(','),
    declarations: declarations.map(({ property, value, important }) => `${property}:${value}${important ? '!' : ''}`).join(';'),
    within: within.join(' | '),
  }))

describe('scanStyle', () => {
  test('finds urls and imports with their places, and nothing in comments or strings', () => {
    const text = `@import "a.wxss"; @import url('b.wxss');
      /* url(no.png) @import "no.wxss" */
      .a { background: URL( "c.png" ) } .b { background: url(d.png?x=1) }
      .c::before { content: "url(no.png)"; background: url(data:image/png;base64,AA/+==) }`
    const style = scan(text)
    expect(style.imports.map(({ src, at }) => [src, text.slice(at.start, at.end)])).toEqual([
      ['a.wxss', 'a.wxss'],
      ['b.wxss', 'b.wxss'],
    ])
    expect(style.urls.map(({ url }) => url)).toEqual(['c.png', 'd.png?x=1', 'data:image/png;base64,AA/+=='])
    for (const { url, at } of style.urls) expect(text.slice(at.start, at.end)).toBe(url)
  })

  test.each([
    ['comments that nothing closes', '/* '.repeat(500_000)],
    ['urls that nothing closes', 'url('.repeat(500_000)],
    ['quotes that nothing closes', '"\\'.repeat(500_000)],
    ['imports that nothing closes', '@import '.repeat(200_000)],
    ['long blanks', '@import' + ' '.repeat(100_000) + '@import' + '\n'.repeat(100_000)],
  ])(
    '%s take no longer',
    (_, text) => {
      expect(scan(text).imports.every(({ target }) => target === null)).toBe(true)
    },
    5000,
  )
})

describe('parseStyle', () => {
  test('gives selectors, declarations and what stands around them', () => {
    expect(
      rules(`.a, view > .b:not(.c, .d) { color: red; Width: 10rpx !important }
        @media (min-width: 300px) { .a { top: 0 } }
        @font-face { font-family: x; src: url(data:font/woff;base64,AA==) }
        :root { --Main: #fff }`),
    ).toEqual([
      { selectors: '.a,view > .b:not(.c, .d)', declarations: 'color:red;width:10rpx!', within: '' },
      { selectors: '.a', declarations: 'top:0', within: '@media (min-width: 300px)' },
      { selectors: '@font-face', declarations: 'font-family:x;src:url(data:font/woff;base64,AA==)', within: '' },
      { selectors: ':root', declarations: '--Main:#fff', within: '' },
    ])
  })

  test('gives the places of selectors and declarations', () => {
    const text = '.x { }\n/* c */ .close { opacity: 0 ; }'
    const rule = parseStyle(scan(text))[1]!
    expect(text.slice(rule.at.start, rule.at.end)).toBe('.close')
    const at = rule.declarations[0]!.at
    expect(text.slice(at.start, at.end)).toBe('opacity: 0')
  })

  test.each([
    ['.a { color: red', [{ selectors: '.a', declarations: 'color:red', within: '' }]],
    [
      '.a { color: red } } .b { top: 0 }',
      [
        { selectors: '.a', declarations: 'color:red', within: '' },
        { selectors: '} .b'.slice(2), declarations: 'top:0', within: '' },
      ],
    ], // prettier-ignore
    ['.a { color: "re\n; top: 0 }', [{ selectors: '.a', declarations: 'color:"re;top:0', within: '' }]],
    ['.a { color }', [{ selectors: '.a', declarations: '', within: '' }]],
    ['/* .a { top: 0 }', []],
  ])('goes on after damage: %s', (text, expected) => {
    expect(rules(text)).toEqual(expected)
  })

  test('reads a style sheet once', () => {
    const style = scan('.a{top:0}')
    expect(parseStyle(style)).toBe(parseStyle(style))
  })

  test('deep nesting and huge files stay bounded', () => {
    expect(rules('.a{'.repeat(200_000)).length).toBeLessThanOrEqual(50)
    expect(rules('a:'.repeat(500_000))).toEqual([])
    expect(rules('.a{b:c}'.repeat(150_000)).length).toBeLessThanOrEqual(100_000)
  }, 8000)

  test('agrees with a full CSS parser', () => {
    const text = `@charset "utf-8";
      @import 'x.wxss';
      page{background:#f5f5f5;font-size:28rpx}
      .a .b,.c+.d,.e~.f[data-x="a,b;{}"]{margin:0 auto;*zoom:1;filter:progid:DXImageTransform.Microsoft.gradient(startColorstr='#1',endColorstr='#2')}
      @keyframes spin{from{transform:rotate(0)}50.5%{top:calc(100% - (2 * 3px))}to{transform:rotate(1turn)}}
      @supports (display:grid) and (not (display:inline-grid)){.g{grid-area:a / b;content:"\\"}"}}
      .h{background:url("a;b}.png") no-repeat;/* x: y; */color:red}
      .i:hover::after{content:'';width:1px;;height:2px}`
    const expected: string[] = []
    postcss.parse(text).walkRules((rule) => {
      const own = rule.nodes.filter((node) => node.type === 'decl').map((node) => `${node.prop}:${node.value}`)
      expected.push(`${rule.selectors.join(',')}{${own.join(';')}}`)
    })
    const found = rules(text).map(({ selectors, declarations }) => `${selectors}{${declarations}}`)
    expect(found.sort()).toEqual(expected.sort())
  })
})
