import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { interpret } from '../../program/interpret/index.ts'
import { loadProgram } from '../../program/load.ts'
import { memoryFiles } from '../../program/memory.ts'
import { scanTemplate } from '../../program/template/scan.ts'
import { collectCopy } from '../copy.ts'
import { bandKeys, compareSignatures, type Signature, signatureProblem, signProgram } from './index.ts'
import { leastOf, leastShare, minHash, sameShare } from './sketch.ts'
import { scriptShingles, templateShingles } from './words.ts'

type Source = Readonly<Record<string, string>>
const OURS = fileURLToPath(new URL('../../../../../', import.meta.url))
/** One of our own sample programs, as text. */
const sample = (folder: string): Source => {
  const out: Record<string, string> = {}
  const walk = (path: string): void => {
    for (const name of readdirSync(path)) {
      const one = join(path, name)
      if (statSync(one).isDirectory()) walk(one)
      else if (/\.(?:js|json|wxml|ttml|wxss|ttss)$/.test(name))
        out[relative(join(OURS, folder), one).replaceAll('\\', '/')] = readFileSync(one, 'utf8')
    }
  }
  walk(join(OURS, folder))
  return out
}
const sign = (source: Source, options: { readonly everything?: boolean } = {}): Signature => {
  const program = loadProgram(memoryFiles(source, 'p'), { root: '' })
  return signProgram(
    program,
    collectCopy(program, interpret(program)).copies.map((copy) => copy.text),
    options,
  )
}
const likeness = (a: Source, b: Source) => compareSignatures(sign(a), sign(b))
const change = (source: Source, suffix: RegExp, how: (text: string, path: string) => string): Source =>
  Object.fromEntries(Object.entries(source).map(([path, text]) => [path, suffix.test(path) ? how(text, path) : text]))

const BAMBOO = sample('corpus/clean/bamboo-ware')
/** Every name that a script declares becomes another; names after a dot and keys stay. */
const renamed = (text: string): string => {
  const names = [
    ...new Set(
      [...text.matchAll(/(?:\b(?:const|let|var|function)\s+|\(\s*|,\s*)([a-z]\w*)(?=\s*(?:=[^=>]|=>|\)|,|\())/g)].map((m) => m[1]!),
    ),
  ]
  let out = text
  for (const [i, name] of names.entries())
    if (!/^(?:require|wx|tt|this|null|true|false|async|function|if|return|new)$/.test(name))
      out = out.replace(new RegExp(`(?<![.\\w'"/])${name}(?![\\w'":/])`, 'g'), `zz${i}`)
  return out
}
/** The methods of a page, last first. */
const turned = (text: string): string => {
  const lines = text.split('\n')
  const blocks: string[][] = []
  let open: string[] = []
  for (const line of lines.slice(1, -1)) {
    open.push(line)
    if (/^ {2}\},?$|^ {2}\S.*\},?$/.test(line)) {
      blocks.push(open)
      open = []
    }
  }
  return [lines[0], ...blocks.reverse().flat(), ...open, lines.at(-1)].join('\n')
}
const recoloured = (text: string): string => text.replace(/#[\da-f]{3,8}\b/gi, '#123456').replace(/\d+rpx/g, '17rpx')
const reworded = (text: string): string =>
  text.replace(/[\p{Script=Han}]{2,}/gu, (han) => [...han].map((c) => String.fromCharCode(((c.charCodeAt(0) * 7) % 900) + 0x4e10)).join(''))

describe('programs that were changed to look new', () => {
  test('are the same when nothing changed', () => {
    expect(likeness(BAMBOO, BAMBOO)).toMatchObject({ score: 1, grade: 'same' })
  })
  test('with renamed variables, functions in another order and other colours', () => {
    const other = change(
      change(BAMBOO, /\.js$/, (text) => turned(renamed(text))),
      /ss$/,
      recoloured,
    )
    expect(Object.entries(other).filter(([path, text]) => BAMBOO[path] !== text).length).toBeGreaterThan(10)
    const found = likeness(BAMBOO, other)
    expect(found.grade).toBe('same')
    expect(found.parts.find((part) => part.kind === 'templates')?.share).toBe(1)
  })
  test('with other copy on the same skeleton', () => {
    const other = change(BAMBOO, /\.(?:js|wxml|json)$/, reworded)
    const found = likeness(BAMBOO, other)
    expect(found.parts.find((part) => part.kind === 'copy')!.value).toBeLessThan(0.2)
    expect(['same', 'alike']).toContain(found.grade)
  })
  test('moved to other folders and to the other platform', () => {
    const moved = Object.fromEntries(
      Object.entries(BAMBOO)
        .filter(([path]) => !/^project\./.test(path))
        .map(([path, text]) => [
          path.replace(/\.wxml$/, '.ttml').replace(/\.wxss$/, '.ttss'),
          text.replaceAll('wx:', 'tt:').replaceAll('wx.', 'tt.').replace(/^\s+/gm, '\t'),
        ]),
    )
    const found = likeness(BAMBOO, moved)
    expect(found.grade).toBe('same')
    expect(found.files.every((pair) => pair.a.replace('.wxml', '.ttml') === pair.b)).toBe(true)
  })
  test('with another program put beside it, the smaller lies in the larger', () => {
    const beside = Object.fromEntries(
      Object.entries(sample('corpus/clean/hillside-library')).map(([path, text]) => [`extra/${path}`, text]),
    )
    const app = JSON.parse(BAMBOO['app.json']!) as { pages: string[] }
    const more = JSON.parse(beside['extra/app.json']!) as { pages: string[] }
    const both = {
      ...beside,
      ...BAMBOO,
      'app.json': JSON.stringify({ ...app, pages: [...app.pages, ...more.pages.map((page) => `extra/${page}`)] }),
    }
    const found = likeness(BAMBOO, both)
    expect(['alike', 'same']).toContain(found.grade)
    expect(found.parts.find((part) => part.kind === 'scripts')!.contained).toBeGreaterThan(0.85)
  })
})

describe('different programs', () => {
  const CLEAN = readdirSync(join(OURS, 'corpus/clean')).map((name) => [name, sign(sample(`corpus/clean/${name}`))] as const)
  test('of one house share its habits and are still not alike', () => {
    const scores: number[] = []
    for (const [i, [name, a]] of CLEAN.entries())
      for (const [other, b] of CLEAN.slice(i + 1)) {
        const found = compareSignatures(a, b)
        expect(['same', 'alike'], `${name} ${other} ${found.score}`).not.toContain(found.grade)
        scores.push(found.score)
      }
    expect(scores.sort((x, y) => x - y)[Math.floor(scores.length / 2)]).toBeLessThan(0.25)
  })
  test('that carry the same library are not alike for it', () => {
    const word = (i: number): string => `part${(i * 7919) % 997}`
    const library = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `miniprogram_npm/big-ui/${word(i)}/index.js`,
        `Component({ properties: { ${word(i + 1)}: String, ${word(i + 2)}: Number }, methods: { ${word(i + 3)}(e) { this.${word(i + 4)}(e.detail.${word(i + 5)}); this.triggerEvent('${word(i)}') } } })`,
      ]),
    )
    const [one, two] = [
      { ...BAMBOO, ...library },
      { ...sample('corpus/clean/river-choir'), ...library },
    ]
    const bare = likeness(BAMBOO, sample('corpus/clean/river-choir'))
    const found = likeness(one, two)
    expect(found.grade).toBe('unrelated')
    expect(found).toEqual({ ...bare, compared: found.compared })
    expect(sign(one).leftOut).toContainEqual(expect.objectContaining({ reason: 'package', what: 'miniprogram_npm', files: 30 }))
  })
})

describe('signatures', () => {
  test('are plain data: stored and read again they say the same', () => {
    const [a, b] = [sign(BAMBOO), sign(change(BAMBOO, /\.js$/, renamed))]
    const stored = JSON.parse(JSON.stringify(b)) as Signature
    expect(signatureProblem(stored)).toBeNull()
    expect(compareSignatures(a, stored)).toEqual(compareSignatures(a, b))
    expect(JSON.stringify(a)).not.toMatch(/\p{Script=Han}{4}/u)
    expect(JSON.stringify(a).length).toBeLessThan(60_000)
  })
  test('of a stranger are refused when they are not of this shape', () => {
    expect(signatureProblem(null)).toBe('format')
    expect(signatureProblem({ format: 'menshen-likeness/1' })).toBe('parts.scripts')
    const a = sign(BAMBOO)
    expect(signatureProblem({ ...a, files: [{ path: 'x', least: ['1'] }] })).toBe('files')
    expect(signatureProblem({ ...a, parts: { ...a.parts, copy: { size: 1, minhash: 'ff' } } })).toBe('parts.copy')
  })
  test('share a key with those that are alike and with few others', () => {
    const keys = new Set(bandKeys(sign(BAMBOO)))
    const meets = (source: Source): number => bandKeys(sign(source)).filter((key) => keys.has(key)).length
    expect(meets(change(BAMBOO, /\.js$/, (text) => turned(renamed(text))))).toBeGreaterThan(20)
    expect(meets(sample('corpus/clean/lakeside-bikes'))).toBeLessThan(4)
  })
  test('are the same whichever side comes first', () => {
    const [a, b] = [sign(BAMBOO), sign(sample('corpus/clean/hillside-library'))]
    expect(compareSignatures(a, b).score).toBe(compareSignatures(b, a).score)
  })
  test('of an empty program compare to nothing', () => {
    const empty = { 'app.json': '{"pages":["p"]}', 'p.wxml': '', 'p.js': '' }
    expect(likeness(empty, empty)).toMatchObject({ grade: 'too-little', files: [] })
  })
})

describe('sketches', () => {
  const numbers = (from: number, to: number): ReadonlySet<number> =>
    new Set(Array.from({ length: to - from }, (_, i) => Math.imul(i + from, 2654435761) >>> 0))
  test('estimate what two sets share', () => {
    for (const [shift, share] of [
      [0, 1],
      [200, 0.667],
      [500, 0.333],
      [1000, 0],
    ] as const) {
      expect(Math.abs(sameShare(minHash(numbers(0, 1000)), minHash(numbers(shift, 1000 + shift))) - share)).toBeLessThan(0.08)
      expect(Math.abs(leastShare(leastOf(numbers(0, 1000)), leastOf(numbers(shift, 1000 + shift))) - share)).toBeLessThan(0.25)
    }
  })
  test('of scripts do not depend on names of variables, quotes, semicolons or comments', () => {
    const a = scriptShingles(
      `const list = wx.getStorageSync('cart'); // the cart\nlist.items.forEach((one) => { this.addPrice(one.price * one.amount) });`,
    )
    const b = scriptShingles(`let x = tt.getStorageSync("bag")\n/* other */ x.items.forEach((q) => { this.addPrice(q.price * q.amount) })`)
    expect(a.size).toBeGreaterThan(5)
    expect(b).toEqual(a)
  })
  test('of templates do not depend on classes, texts or the names of handlers', () => {
    const of = (text: string) => templateShingles(scanTemplate('a.wxml', text, () => {}))
    const a = of('<view class="a"><button bindtap="buy" disabled="{{x}}">买</button><input bindinput="type"/><image src="1.png"/></view>')
    const b = of(
      '<view class="z red"><button bindtap="take" disabled="{{no}}">购</button><input bindinput="put"/><image src="2.png"/></view>',
    )
    expect(a.size).toBeGreaterThan(2)
    expect(b).toEqual(a)
  })
  test('are bounded for hostile files', () => {
    // What is not linear takes longer than a test may.
    for (const script of ['('.repeat(299_000), `'${'\\'.repeat(200_000)}`, '/*'.repeat(140_000), '`'.repeat(200_000)])
      expect(scriptShingles(script).size).toBeLessThan(script.length)
    templateShingles(scanTemplate('a.wxml', '<view>'.repeat(40_000), () => {}))
  })
})
