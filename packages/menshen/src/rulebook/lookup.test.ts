import { describe, expect, it } from 'vitest'
import { buildRulebook, loadRulebook } from './index.ts'

const book = loadRulebook()
const ids = (clauses: readonly { readonly id: string }[]) => clauses.map((clause) => clause.id)

describe('looking up', () => {
  it('finds a clause by its id and nothing by a near miss', () => {
    expect(book.find('wx-op/5.1.2')?.force).toBe('forbid')
    expect(book.find('wx-op/5.1.6')).toBeUndefined()
    expect(book.find('wx-op/constructor')).toBeUndefined()
    expect(book.editionOf('wx-tos')).toBe('2018-09')
    expect(book.editionOf('wx-nothing')).toBeUndefined()
  })

  it('keeps the platforms apart', () => {
    const wechat = book.byPlatform('wechat')
    const douyin = book.byPlatform('douyin')
    expect(wechat.some((clause) => clause.document === 'dy-review' || clause.number.startsWith('douyin-'))).toBe(false)
    expect(douyin.some((clause) => clause.document.startsWith('wx-'))).toBe(false)
    expect(douyin.filter((clause) => clause.document === 'dy-review')).toHaveLength(102)
    expect(ids(wechat.filter((clause) => douyin.includes(clause)))).toEqual(['later/ai-mark', 'later/icp-filing'])
  })

  it('walks up and down the numbering', () => {
    expect(ids(book.children('wx-op/5.1'))).toEqual(['wx-op/5.1.1', 'wx-op/5.1.2', 'wx-op/5.1.3', 'wx-op/5.1.4', 'wx-op/5.1.5'])
    expect(ids(book.ancestors('wx-op/5.1.2'))).toEqual(['wx-op/5', 'wx-op/5.1'])
    expect(book.children('wx-op/5.1.2')).toEqual([])
  })

  it('knows twins from either side, even when only one side names the other', () => {
    expect(ids(book.twins('wx-op/5.11'))).toEqual(['wx-op-en/5.9'])
    expect(ids(book.twins('wx-op-en/5.9'))).toEqual(['wx-op/5.11'])
    const document = book.document('wx-oa')!
    const [one, two] = document.clauses
    const small = buildRulebook(
      [
        { ...document, document: 'a', clauses: [{ ...one!, id: 'a/1', twins: ['b/1'], related: [] }] },
        { ...document, document: 'b', clauses: [{ ...two!, id: 'b/1', twins: [], related: [] }] },
      ],
      { lists: [], aliases: [] },
    )
    expect(ids(small.twins('b/1'))).toEqual(['a/1'])
  })

  it('does not hang on a document whose parents run in a circle', () => {
    const document = book.document('wx-oa')!
    const [one, two] = document.clauses
    const round = buildRulebook(
      [
        {
          ...document,
          clauses: [
            { ...one!, id: 'a', parent: 'b', twins: [] },
            { ...two!, id: 'b', parent: 'a', twins: [] },
          ],
        },
      ],
      { lists: [], aliases: [] },
    )
    expect(round.ancestors('a').length).toBeLessThanOrEqual(10)
  })
})

describe('numbers of other lists', () => {
  const clausesOf = (text: string) => book.resolveAlias(text).map((match) => `${match.list.id} ${match.alias.number}`)

  it('are taken from a bare number', () => {
    expect(clausesOf('5.18')).toEqual(['wx-op-later 5.18'])
    expect(clausesOf('§5.19')).toEqual(['wx-op-later 5.19'])
    expect(clausesOf('32')).toEqual(['dy-norms 32'])
    expect(ids(book.resolveAlias('5.7')[0]!.clauses)).toContain('wx-op/3.4')
  })

  it('are taken from the sentence of a notice, full width or not', () => {
    expect(clausesOf('违反《微信小程序平台运营规范》５.１９')).toEqual(['wx-op-later 5.19'])
    expect(clausesOf('违反规范：《微信小程序平台运营规范》5.行为规范-5.10互推行为')).toEqual(['wx-op-later 5.10'])
    expect(clausesOf('暂不接入该类型小程序，见规范【26】禁入内容')).toEqual(['dy-norms 26'])
  })

  it('belong to the list that the notice names', () => {
    expect(clausesOf('微信小程序平台常见拒绝情形3.4')).toEqual(['wx-reject 3.4'])
    expect(clausesOf('运营规范 3.4')).toEqual([])
  })

  it('are not seen in longer numbers, versions or figures', () => {
    expect(clausesOf('基础库 2.5.18 起')).toEqual([])
    expect(clausesOf('15.18')).toEqual([])
    expect(clausesOf('5.180')).toEqual([])
    expect(clausesOf('最多 10 个，共 32 页')).toEqual([])
    expect(clausesOf('')).toEqual([])
    expect(clausesOf('9'.repeat(100_000))).toEqual([])
  })
})

describe('searching', () => {
  it('wants every word, in either language, and puts titles first', () => {
    expect(ids(book.search('自动播放'))[0]).toBe('wx-op/14.5.3')
    expect(ids(book.search('AUTOPLAY'))).toContain('wx-op/14.5.3')
    expect(ids(book.search('template marketing'))).toContain('wx-op/14.8.4')
    expect(ids(book.search('template marketing'))).not.toContain('wx-op/14.8.3')
    expect(book.search('   ')).toEqual([])
    expect(book.search('zxqv')).toEqual([])
  })

  it('guesses what an unknown id meant', () => {
    expect(ids(book.near('5.1.2'))).toContain('wx-op/5.1.2')
    expect(ids(book.near('wx-op/5.1.9'))[0]).toBe('wx-op/5.1')
    expect(ids(book.near('wxop/5.1.2'))[0]).toBe('wx-op/5.1.2')
    expect(ids(book.near('WX-OP/5.1.2'))[0]).toBe('wx-op/5.1.2')
    expect(ids(book.near('later/js-interpreter'))).toContain('later/no-js-interpreter')
    expect(book.near('')).toEqual([])
    expect(book.near('x'.repeat(100_000))).toEqual([])
    expect(book.near('5.1.2').length).toBeLessThanOrEqual(8)
  })
})
