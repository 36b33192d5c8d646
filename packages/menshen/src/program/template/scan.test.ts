import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Element, Problem, TemplateFile, TextNode } from '../types.ts'
import { scanTemplate } from './scan.ts'

const scan = (text: string) => {
  const problems: Problem[] = []
  const template = scanTemplate('a.wxml', text, (problem) => problems.push(problem))
  return { template, problems, reasons: problems.map((problem) => problem.data['reason'] ?? problem.kind) }
}

/** A short picture of the tree: view(text "a" {{b}}) */
const draw = (nodes: readonly (Element | TextNode)[]): string =>
  nodes
    .map((node) =>
      node.type === 'text'
        ? node.parts.map((part) => (part.type === 'text' ? JSON.stringify(part.value) : `{{${part.source}}}`)).join('')
        : `${node.tag}(${draw(node.children)})`,
    )
    .join(' ')

const attribute = (template: TemplateFile, name: string) =>
  template.elements.flatMap((element) => element.attributes).find((one) => one.name === name)

describe('text', () => {
  test.each([
    ['<text>{{a<b ? "<x>" : c}}</text>', 'text({{a<b ? "<x>" : c}})'],
    ['<text>满 < 2 件</text>', 'text("满 < 2 件")'],
    ['<text>1<2件</text>', 'text("1<2件")'],
    ['<text>a{{b}}c{{ {d: {e: 1}} }}</text>', 'text("a"{{b}}"c"{{ {d: {e: 1}} }})'],
    ['<text>{{ "}}" + a }}</text>', 'text({{ "}}" + a }})'],
    ["<text>it's {{a}} isn't</text>", 'text("it\'s "{{a}}" isn\'t")'],
    ['<view>\r\n  <text>x</text>\r\n</view>', 'view(text("x"))'],
    ['<view><!-- {{hidden}} <button> -->x</view>', 'view("x")'],
    ['a {b} c', '"a {b} c"'],
  ])('%s', (text, tree) => {
    const { template, reasons } = scan(text)
    expect(draw(template.children)).toBe(tree)
    expect(reasons).toEqual([])
  })

  test('gives the offsets of what stands between the braces', () => {
    const text = '<view>价格 {{ price }} 元</view>'
    const part = (scan(text).template.elements[0]!.children[0] as TextNode).parts[1]!
    expect(part).toMatchObject({ type: 'mustache', source: ' price ' })
    expect(text.slice(part.start, part.end)).toBe(' price ')
  })
})

describe('attributes', () => {
  test.each([
    ['<view class="a {{b ? "x" : \'y\'}} c"/>', 'class', 'a {{b ? "x" : \'y\'}} c'],
    ["<view class='{{b}}'>", 'class', '{{b}}'],
    ['<view data-i={{x}}/>', 'data-i', '{{x}}'],
    ['<view data-i={{x > 1}} b="c">', 'data-i', '{{x > 1}}'],
    ['<view hidden>', 'hidden', null],
    ['<view bind:tap = "go">', 'bind:tap', 'go'],
    ['<image src=/img/a.png mode=fill>', 'src', '/img/a.png'],
    ['<view wx:if="{{a && b > 1}}">', 'wx:if', '{{a && b > 1}}'],
    ['<view\n  wx:for="{{list}}"\n>', 'wx:for', '{{list}}'],
    ['<view title="a>b">', 'title', 'a>b'],
  ])('%s', (text, name, value) => {
    const found = attribute(scan(text).template, name)!
    expect(found.value).toBe(value)
    if (value !== null) expect(text.slice(found.valueStart).startsWith(value)).toBe(true)
    expect(text.slice(found.start, found.end)).toContain(name)
  })

  test('splits a value into text and expressions with their places', () => {
    const text = '<view style="top:{{y}}px;left:{{x}}px"/>'
    const parts = attribute(scan(text).template, 'style')!.parts
    expect(parts.map((part) => text.slice(part.start, part.end))).toEqual(['top:', 'y', 'px;left:', 'x', 'px'])
  })

  test('an expression that is not closed does not swallow the rest of the tag', () => {
    const { template, reasons } = scan('<view title="{{a}" id="{{b}}"><text>{{c}}</text></view>')
    expect(template.elements.map(({ tag }) => tag)).toEqual(['view', 'text'])
    expect(attribute(template, 'id')!.value).toBe('{{b}}')
    expect(reasons).toContain('unclosed-mustache')
  })

  test('a quote that is not closed ends with its tag', () => {
    const { template, reasons } = scan('<view id="a>\n<text>b</text>\n</view>')
    expect(draw(template.children)).toBe('view(text("b"))')
    expect(reasons).toEqual(['unclosed-attribute'])
  })
})

describe('structure', () => {
  test('knows parents, document order and ends', () => {
    const text = '<view><block><text>a</text></block><image/></view>'
    const { template } = scan(text)
    expect(template.elements.map((element) => `${element.tag}<${element.parent?.tag ?? ''}`)).toEqual([
      'view<',
      'block<view',
      'text<block',
      'image<view',
    ])
    expect(text.slice(template.elements[1]!.start, template.elements[1]!.end)).toBe('<block><text>a</text></block>')
    expect(text.slice(template.elements[1]!.start, template.elements[1]!.openEnd)).toBe('<block>')
  })

  test('takes the bodies of scripts as they stand', () => {
    const text = '<wxs module="m">\nif (a < b) { s = "</view>" }\n</wxs><sjs module="n" src="./n.sjs"/><view/>'
    const { template, reasons } = scan(text)
    expect(template.scripts.map(({ module, src }) => [module, src])).toEqual([
      ['m', null],
      ['n', './n.sjs'],
    ])
    const body = template.scripts[0]!.body!
    expect(text.slice(body.start, body.end)).toBe('\nif (a < b) { s = "</view>" }\n')
    expect(template.elements.map(({ tag }) => tag)).toEqual(['wxs', 'sjs', 'view'])
    expect(reasons).toEqual([])
  })

  test('lists definitions, imports and comments', () => {
    const text =
      '<import src="a.wxml"/><include src="b.wxml"/><template name="card"><view/></template><!-- menshen-ignore x: y --><template is="{{kind}}" data="{{...a}}"/>'
    const { template } = scan(text)
    expect(template.imports.map(({ kind, src }) => `${kind} ${src}`)).toEqual(['import a.wxml', 'include b.wxml'])
    expect([...template.definitions.keys()]).toEqual(['card'])
    expect(template.definitions.get('card')!.children).toHaveLength(1)
    expect(template.comments.map(({ start, end }) => text.slice(start, end))).toEqual(['<!-- menshen-ignore x: y -->'])
  })

  test.each([
    ['<view><text>a</view><view/>', 'view(text("a")) view()', ['unclosed-tag']],
    ['<view>a</text></view>', 'view("a")', ['unexpected-end-tag']],
    ['<view><input type="text"><text>b</text></view>', 'view(input() text("b"))', ['unclosed-tag']],
    ['<view <text>a</text></view>', 'view(text("a"))', ['unclosed-start-tag']],
    ['<view>a', 'view("a")', ['unclosed-tag']],
    ['<view>a<!-- b\n</view>', 'view("a")', ['unclosed-comment']],
    ['<view>{{a</view>', 'view("{{a")', ['unclosed-mustache']],
    ['</view>', '', ['unexpected-end-tag']],
    ['<template name="a"/><template name="a"/>', 'template() template()', ['duplicate-template']],
    ['<view', 'view()', ['unclosed-start-tag', 'unclosed-tag']],
    ['<wxs module="a">var x', 'wxs()', ['unclosed-tag']],
  ])('goes on after %s', (text, tree, expected) => {
    const { template, reasons } = scan(text)
    expect(draw(template.children)).toBe(tree)
    expect(reasons).toEqual(expected)
  })
})

describe('hostile input', () => {
  const depthOf = (element: Element): number => {
    let depth = 0
    for (let at: Element | null = element; at; at = at.parent) depth++
    return depth
  }

  test('a hundred thousand unclosed tags stay shallow, few problems and fast', () => {
    const { template, problems } = scan('<view a="{{b}}">x'.repeat(100_000))
    expect(template.elements).toHaveLength(100_000)
    expect(Math.max(...template.elements.slice(-10).map(depthOf))).toBeLessThanOrEqual(257)
    expect(problems.length).toBeLessThan(30)
    expect(problems.some(({ kind }) => kind === 'nested-too-deep')).toBe(true)
  }, 5000)

  test.each([
    ['end tags that nothing opened', '<a>'.repeat(50_000) + '</b>'.repeat(50_000)],
    ['braces that nothing closes', '{{'.repeat(500_000)],
    ['braces closed only at the end', '<a b="{{'.repeat(100_000) + '}}'],
    ['quotes inside braces', '{{"'.repeat(300_000)],
    ['comments that nothing closes', '<!--'.repeat(300_000)],
    ['declarations that nothing closes', '<!x'.repeat(300_000)],
    ['attributes with both quotes', `<a b="{{'" c='{{"' `.repeat(60_000)],
    ['bare less-than signs', '<'.repeat(2_000_000)],
    ['one tag with very many attributes', '<a' + ' b="{{c}}"'.repeat(200_000) + '>'],
    ['unquoted values', '<a b={{'.repeat(100_000)],
    ['end tags without an end', '</'.repeat(500_000)],
  ])(
    '%s',
    (_, text) => {
      expect(scan(text).problems.length).toBeLessThan(30)
    },
    5000,
  )

  test('whatever stands there, the tree is sound and every place lies inside the text', () => {
    const piece = fc.constantFrom(
      '<view',
      '<text>',
      '</text>',
      '</view>',
      '>',
      '/>',
      ' a="',
      '"',
      "'",
      ' b={{',
      '{{',
      '}}',
      '}',
      '{',
      'x',
      ' ',
      '\n',
      '<!--',
      '-->',
      '<wxs>',
      '</wxs>',
      '<',
      '=',
      '/',
      '<input>',
      '<template name="t">',
      '茶', // prettier-ignore
    )
    const check = (nodes: readonly (Element | TextNode)[], parent: Element | null, text: string): void => {
      let before = parent ? parent.openEnd : 0
      for (const node of nodes) {
        expect(node.start).toBeGreaterThanOrEqual(before)
        expect(node.end).toBeGreaterThanOrEqual(node.start)
        expect(node.end).toBeLessThanOrEqual(parent ? parent.end : text.length)
        before = node.end
        if (node.type === 'text') {
          for (const part of node.parts) expect(text.slice(part.start, part.end)).toBe(part.type === 'text' ? part.value : part.source)
        } else {
          expect(node.parent).toBe(parent)
          for (const { value, valueStart } of node.attributes)
            if (value !== null) expect(text.slice(valueStart, valueStart + value.length)).toBe(value)
          check(node.children, node, text)
        }
      }
    }
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const { template, problems } = scan(text)
        check(template.children, null, text)
        for (const { at } of problems) expect(at.end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 },
    )
  })
})
