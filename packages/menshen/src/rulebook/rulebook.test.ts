import { describe, expect, it } from 'vitest'
import structureFile from '../../data/rulebook/structure.json' with { type: 'json' }
import { ALIASES, FILES } from './data.ts'
import { type Clause, LATER, loadRulebook } from './index.ts'
import { BOUND, FORCES, WAYS } from './types.ts'

const book = loadRulebook()
const all = [...book.clauses.values()]
const seeds = book.documents.filter((document) => document.document !== LATER)

interface Structure {
  readonly count: number
  readonly printed: readonly string[]
  readonly unnumbered?: readonly { readonly number: string }[]
  readonly lettered?: Readonly<Record<string, number>>
}
const structure = structureFile.documents as unknown as Readonly<Record<string, Structure>>

const broken = (of: readonly Clause[], what: (clause: Clause) => boolean) => of.filter(what).map((clause) => clause.id)
const numberParent = (number: string): string | undefined => {
  if (/\.[a-z]$/.test(number) || /^\d+(\.\d+)+$/.test(number)) return number.slice(0, number.lastIndexOf('.'))
  return undefined
}
/** Chinese as it is meant to be read: some Chinese character in it, and no English sentence. */
const isChinese = (text: string) => /[\u4e00-\u9fff]/.test(text)

describe('the five documents', () => {
  it('are those whose structure was taken from the source texts', () => {
    expect(seeds.map((document) => document.document).sort()).toEqual(Object.keys(structure).sort())
    expect(Object.values(structure).reduce((sum, one) => sum + one.count, 0)).toBe(499)
  })

  for (const [id, { count, printed, unnumbered = [], lettered = {} }] of Object.entries(structure)) {
    it(`${id} has every one of its ${count} clauses and none besides`, () => {
      const letters = Object.entries(lettered).flatMap(([number, many]) =>
        [...'abcdefgh'].slice(0, many).map((letter) => `${number}.${letter}`),
      )
      const wanted = [...printed, ...unnumbered.map((one) => one.number), ...letters]
      const document = book.document(id)!
      expect(document.clauses.map((clause) => clause.number).sort()).toEqual(wanted.sort())
      expect(document.clauses).toHaveLength(count)
    })

    it(`${id} hangs each clause under the one its number says`, () => {
      const document = book.document(id)!
      expect(
        broken(
          document.clauses,
          (clause) => clause.parent !== (numberParent(clause.number) === undefined ? null : `${id}/${numberParent(clause.number)}`),
        ),
      ).toEqual([])
    })
  }

  it('keep to the platform they are written for', () => {
    const platforms = Object.fromEntries(seeds.map((document) => [document.document, document.platforms.join()]))
    expect(platforms).toEqual({ 'wx-op': 'wechat', 'wx-tos': 'wechat', 'wx-op-en': 'wechat', 'dy-review': 'douyin', 'wx-oa': 'wechat' })
    expect(
      broken(
        seeds.flatMap((document) => document.clauses),
        (clause) => clause.platforms.join() !== platforms[clause.document],
      ),
    ).toEqual([])
  })
})

describe('every clause', () => {
  it('has an id of its own, made of its document and number', () => {
    expect(new Set(all.map((clause) => clause.id)).size).toBe(FILES.reduce((sum, file) => sum + file.clauses.length, 0))
    expect(broken(all, (clause) => clause.id !== `${clause.document}/${clause.number}`)).toEqual([])
    expect(broken(all, (clause) => clause.document === LATER && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(clause.number))).toEqual([])
  })

  it('says what it demands in both languages', () => {
    expect(broken(all, (clause) => !isChinese(clause.title.zh) || !isChinese(clause.gist.zh))).toEqual([])
    expect(broken(all, (clause) => clause.title.en.length < 4 || clause.gist.en.length < 20)).toEqual([])
    const english = (text: string) => text.replace(/[“”‘’—–…·]/g, '')
    // A Chinese word may stand in English as an example of a forbidden or demanded wording; a sentence may not.
    expect(broken(all, (clause) => /[\u4e00-\u9fff]{16}/.test(english(clause.gist.en)))).toEqual([])
    expect(broken(all, (clause) => [...clause.gist.zh].length > 240 || clause.gist.en.length > 700)).toEqual([])
  })

  it('uses only the words for force, bound and verification that the types know', () => {
    expect(broken(all, (clause) => !(FORCES as readonly string[]).includes(clause.force))).toEqual([])
    expect(broken(all, (clause) => clause.binds.length === 0 || clause.binds.some((one) => !BOUND.includes(one)))).toEqual([])
    expect(broken(all, (clause) => clause.verify.length === 0 || clause.verify.some((one) => !WAYS.includes(one)))).toEqual([])
    expect(
      broken(all, (clause) => new Set(clause.verify).size !== clause.verify.length || new Set(clause.binds).size !== clause.binds.length),
    ).toEqual([])
  })

  it('binds as a heading only where there is something below it', () => {
    expect(broken(all, (clause) => clause.binds.includes('group') !== clause.verify.includes('group'))).toEqual([])
    expect(
      broken(all, (clause) => clause.binds.includes('group') && (clause.force !== 'inform' || book.children(clause.id).length === 0)),
    ).toEqual([])
  })

  it('names only clauses that exist, and never itself', () => {
    expect(broken(all, (clause) => clause.parent !== null && !book.find(clause.parent))).toEqual([])
    expect(broken(all, (clause) => [...clause.twins, ...clause.related].some((id) => !book.find(id) || id === clause.id))).toEqual([])
    expect(broken(all, (clause) => clause.twins.some((id) => clause.related.includes(id)))).toEqual([])
  })

  it('is a twin only of a clause of another document of the same platform that says so too', () => {
    expect(broken(all, (clause) => clause.twins.some((id) => book.find(id)!.document === clause.document))).toEqual([])
    expect(broken(all, (clause) => clause.twins.some((id) => book.find(id)!.platforms.join() !== clause.platforms.join()))).toEqual([])
    expect(broken(all, (clause) => clause.twins.some((id) => !book.find(id)!.twins.includes(clause.id)))).toEqual([])
  })

  it('has the force of its twins', () => {
    expect(broken(all, (clause) => clause.twins.some((id) => book.find(id)!.force !== clause.force))).toEqual([])
  })

  it('has dates that are dates, and a source for what has overtaken it', () => {
    const date = /^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
    expect(broken(all, (clause) => !date.test(clause.effective.from) || !date.test(clause.edition))).toEqual([])
    const overtaken = all.filter((clause) => clause.overtaken)
    expect(broken(overtaken, (clause) => !/^\d{4}-\d\d-\d\d$/.test(clause.overtaken!.date) || clause.overtaken!.source.length < 8)).toEqual(
      [],
    )
    expect(broken(overtaken, (clause) => !isChinese(clause.overtaken!.by.zh) || clause.overtaken!.by.en.length < 20)).toEqual([])
  })
})

describe('what time has changed', () => {
  it.each([
    ['wx-op/3.4', 'virtual payment'],
    ['wx-op/14.8', 'template messages'],
    ['wx-op/14.8.2', 'template messages'],
    ['wx-op/5.5', 'template messages'],
    ['wx-op/14.6.4', 'profile data'],
    ['dy-review/1.2.2.1', 'virtual payment on iOS'],
    ['dy-review/1.2.1.1.a', 'the general trade system'],
    ['dy-review/1.1.1.1.c', 'the wording of the phone button'],
  ])('is told of %s: %s', (id) => {
    expect(book.find(id)?.overtaken).toBeDefined()
  })
})

describe('later demands', () => {
  const later = book.document(LATER)!.clauses

  it('carry a source, a certainty and platforms of their own', () => {
    expect(later.length).toBeGreaterThanOrEqual(30)
    expect(broken(later, (clause) => !clause.source || !['high', 'medium', 'low'].includes(clause.confidence ?? ''))).toEqual([])
    expect(broken(later, (clause) => clause.platforms.length === 0)).toEqual([])
    expect(broken(later, (clause) => clause.dated !== 'announced' && clause.dated !== 'seen')).toEqual([])
  })

  it('relate only to clauses of their own platforms', () => {
    expect(
      broken(later, (clause) => clause.related.some((id) => !book.find(id)!.platforms.some((one) => clause.platforms.includes(one)))),
    ).toEqual([])
  })

  it('have a row for each item of the privacy guideline', () => {
    expect(book.children('later/privacy-guideline-items').map((clause) => clause.number)).toContain('privacy-item-location')
    expect(book.children('later/privacy-guideline-items')).toHaveLength(21)
  })

  it('are found from the clause they have moved, and from its twin', () => {
    expect(book.laterOn('wx-op/14.3.2').map((clause) => clause.id)).toContain('later/no-js-interpreter')
    expect(book.laterOn('wx-op-en/12.3.2').map((clause) => clause.id)).toContain('later/no-js-interpreter')
    expect(book.related('wx-op/14.3.2').some((clause) => clause.document === LATER)).toBe(false)
  })
})

describe('aliases', () => {
  it('lead to clauses of their own platform', () => {
    const lists = new Map(ALIASES.lists.map((list) => [list.id, list]))
    for (const alias of ALIASES.aliases) {
      expect(alias.clauses.length, alias.number).toBeGreaterThan(0)
      for (const id of alias.clauses)
        expect(book.find(id)?.platforms, `${alias.number} -> ${id}`).toContain(lists.get(alias.list)?.platform)
      expect(isChinese(alias.note.zh) && alias.note.en.length > 3 && alias.source.length > 5, alias.number).toBe(true)
    }
  })

  it('of one list never give one number twice', () => {
    const keys = ALIASES.aliases.map((alias) => `${alias.list} ${alias.number}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
