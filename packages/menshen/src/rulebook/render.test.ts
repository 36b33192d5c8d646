import { describe, expect, it } from 'vitest'
import { loadRulebook } from './index.ts'
import { clausesText, explainText } from './render.ts'
import { displayWidth, padTo, wrap } from './width.ts'

const book = loadRulebook()
const tooWide = (text: string, width: number) => text.split('\n').filter((line) => displayWidth(line) > width && !/[!-~]{40,}/.test(line))

describe('widths', () => {
  it('count a Chinese character as two columns and a combining mark as none', () => {
    expect(displayWidth('abc')).toBe(3)
    expect(displayWidth('条款 5.1')).toBe(8)
    expect(displayWidth('，（ＡＢ')).toBe(8)
    expect(displayWidth('e\u0301')).toBe(1)
    expect(padTo('条款', 6)).toBe('条款  ')
  })

  it('break Chinese anywhere but before closing and after opening marks, and never inside a word', () => {
    expect(wrap('不得要求分享，方可使用', 12)).toEqual(['不得要求分', '享，方可使用'])
    expect(wrap('调用（getLocation）接口', 10)).toEqual(['调用', '（getLocation）', '接口'])
    expect(wrap('one two three', 8)).toEqual(['one two', 'three'])
    expect(wrap('', 10)).toEqual([''])
    expect(wrap('eval(code) or Function(body)', 12)).toEqual(['eval(code)', 'or', 'Function(body)'])
    expect(wrap('getLocation、chooseLocation、choosePoi', 20)).toEqual(['getLocation、', 'chooseLocation、', 'choosePoi'])
    expect(wrap('《运营规范》', 4)).toEqual(['《运', '营规', '范》'])
  })

  it('lose no character', () => {
    for (const clause of book.clauses.values()) {
      for (const text of [clause.gist.zh, clause.gist.en]) {
        expect(wrap(text, 40).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      }
    }
  })
})

describe('explain', () => {
  it('shows all that is known of a clause', () => {
    const { found, text } = explainText(book, 'wx-op/3.4', 'zh')
    expect(found).toBe(true)
    for (const part of [
      'wx-op/3.4',
      '要求',
      '效力',
      '必须',
      '查验',
      '2018-09 版',
      '已变',
      '2023-09-03',
      '上级',
      'wx-op/3  ',
      '同文',
      'wx-op-en/3.4',
      '后来',
      'later/virtual-payment',
      '别号',
      '5.7',
    ]) {
      expect(text, part).toContain(part)
    }
  })

  it('shows it in English without a word of the Chinese frame', () => {
    const { text } = explainText(book, 'wx-op/5.1', 'en')
    for (const part of ['Demands', 'Force', 'forbids', 'Below', 'wx-op/5.1.5', 'Twins', '2018-09)', 'WeChat'])
      expect(text, part).toContain(part)
    expect(text).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('names a later demand once, and not each of its parts', () => {
    const { text } = explainText(book, 'wx-op/12.1.1', 'zh')
    expect(text).toContain('later/privacy-guideline-items')
    expect(text).not.toContain('later/privacy-item-')
    expect(explainText(book, 'later/privacy-guideline-items', 'zh').text).toContain('later/privacy-item-location')
  })

  it('says of a later demand that it is ours, how sure it is and where it is written', () => {
    const { text } = explainText(book, 'later/no-js-interpreter', 'en')
    expect(text).toContain('since 2022-07-06 (well sourced)')
    expect(text).toContain('collected by this project')
    expect(text).toContain('0000ae500e4fd0541f2ea33755b801')
  })

  it('leads from a number of another list, and from an unknown id, to what may be meant', () => {
    const alias = explainText(book, '5.18', 'zh')
    expect(alias.found).toBe(false)
    expect(alias.text).toContain('没有条款 5.18')
    expect(alias.text).toContain('later/content-safety')
    const miss = explainText(book, 'wx-op/5.1.22', 'en')
    expect(miss.text).toContain('There is no clause wx-op/5.1.22.')
    expect(miss.text).toContain('wx-op/5.1.2')
    expect(explainText(book, 'zz\u001b[31m\u0007', 'en').text).not.toMatch(/[\u001b\u0007]/)
  })

  it('fits 80 columns for every clause in both languages, but for addresses', () => {
    for (const id of book.clauses.keys()) {
      for (const lang of ['zh', 'en'] as const) expect(tooWide(explainText(book, id, lang).text, 80), id).toEqual([])
    }
  })
})

describe('the list of clauses', () => {
  it('shows those of a platform under their documents', () => {
    const text = clausesText(book, { platform: 'douyin' }, 'zh')
    expect(text).toContain('dy-review')
    expect(text).toMatch(/dy-review\/1\.1\.1\.1\.c +必须 /)
    expect(text).not.toContain('wx-op/')
    expect(text).toContain('later/douyin-basic-info')
    expect(tooWide(text, 80)).toEqual([])
  })

  it('leaves out later demands on request, and narrows by document and words', () => {
    expect(clausesText(book, { platform: 'douyin', seedOnly: true }, 'zh')).not.toContain('later/')
    const rows = clausesText(book, { document: 'wx-op', words: 'template' }, 'en')
      .split('\n')
      .filter((line) => line.startsWith('  wx-op/'))
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.every((line) => line.startsWith('  wx-op/5.5') || line.startsWith('  wx-op/14'))).toBe(true)
    expect(clausesText(book, { words: 'zxqv' }, 'en')).toBe('No clause fits.\n')
  })

  it('marks what time has overtaken', () => {
    expect(clausesText(book, { document: 'wx-op' }, 'en')).toMatch(/wx-op\/14\.8 .*\(overtaken\)/)
  })
})
