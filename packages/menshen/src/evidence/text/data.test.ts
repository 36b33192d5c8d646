import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rowProblem } from './lexicon.ts'
import { LEXICONS } from './lexicons.ts'
import { isLinear } from './linear.ts'
import { foldTerm } from './normalise.ts'
import { lexicon, loadLexicon } from './shipped.ts'

type Row = Record<string, unknown>
const data = fileURLToPath(new URL('../../../data/', import.meta.url))
const load = (path: string) => JSON.parse(readFileSync(data + path, 'utf8'))
const lexiconFiles = readdirSync(`${data}lexicon`).filter((f) => f.endsWith('.json'))
const clauses = new Set<string>()
for (const file of readdirSync(`${data}rulebook`))
  for (const m of readFileSync(`${data}rulebook/${file}`, 'utf8').matchAll(/"id":\s*"([a-z-]+\/[^"]+)"/g)) clauses.add(m[1]!)

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/
const isText = (value: unknown) =>
  typeof (value as Row)?.zh === 'string' && typeof (value as Row)?.en === 'string' && (value as Row).zh !== '' && (value as Row).en !== ''

/** What is wrong with the rows of one file, one line each. */
const faults = (
  file: string,
  rows: readonly Row[],
  sources: Record<string, unknown> | null,
  more: (row: Row) => readonly string[] = () => [],
): string[] =>
  rows.flatMap((row, i) => {
    const out = [...more(row)]
    if (typeof row.source !== 'string' || row.source === '') out.push('no source')
    else if (sources && !(row.source in sources)) out.push(`source ${row.source} is not listed`)
    if (!DATE.test(String(row.date))) out.push('no date')
    if (row.note !== undefined && !isText(row.note)) out.push('note lacks a language')
    for (const clause of (row.clauses as string[] | undefined) ?? []) if (!clauses.has(clause)) out.push(`no clause ${clause}`)
    return out.map((what) => `${file} row ${i}: ${what}`)
  })

describe('data', () => {
  it('knows the clauses of the rulebook', () => {
    expect(clauses.size).toBeGreaterThan(400)
  })

  it.each(['wechat', 'douyin'])('has sound interface tables for %s', (platform) => {
    const file = load(`api/${platform}.json`)
    const names = file.apis.map((a: Row) => a.name)
    expect(new Set(names).size).toBe(names.length)
    const rows = file.families.map((f: Row) => `${f.family}:${f.kind}:${f.name}`)
    expect(new Set(rows).size).toBe(rows.length)
    expect([
      ...faults(platform, file.apis, file.sources, (r) => (/^[A-Za-z_]\w*$/.test(String(r.name)) ? [] : ['odd name'])),
      ...faults(platform, file.families, file.sources, (r) =>
        ['api', 'open-type', 'component', 'page-method', 'input-type', 'attribute', 'endpoint'].includes(String(r.kind))
          ? []
          : ['unknown kind'],
      ),
    ]).toEqual([])
    // An interface named by a family is a public one, or a method of an object that one gives.
    const known = new Set(names)
    const strangers = file.families
      .filter((f: Row) => f.kind === 'api' && !String(f.name).includes('.') && !known.has(f.name))
      .map((f: Row) => f.name)
    expect(strangers).toEqual([])
  })

  it('lists every interface of a privacy item once', () => {
    const file = load('privacy-items.json')
    expect(
      faults('privacy-items', file.items, file.sources, (r) =>
        isText(r.name) && (r.wording as string[]).length > 0 ? [] : ['no name or wording'],
      ),
    ).toEqual([])
    const keys = file.items.map((i: Row) => `${i.platform}/${i.key}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const item of file.items) {
      const uses = item.interfaces.map((u: Row) => `${u.kind}:${u.name}`)
      expect(new Set(uses).size, item.key).toBe(uses.length)
    }
  })

  it('has sound entry words and code marks', () => {
    const entries = load('entry-words.json')
    const marks = load('code-marks.json')
    expect([
      ...faults('entry-words', entries.entries, entries.sources, (r) => (isText(r.name) ? [] : ['no name'])),
      ...faults('code-marks', marks.rows, marks.sources),
    ]).toEqual([])
    for (const row of marks.rows)
      if (row.kind === 'pattern') for (const mark of row.marks) expect([mark, isLinear(mark)]).toEqual([mark, null])
  })

  it('has sound look-alikes, characters and words', () => {
    const alike = load('look-alikes.json')
    expect([...faults('look-alikes', alike.rows, alike.sources), ...faults('characters', alike.characters, alike.sources)]).toEqual([])
    for (const row of alike.rows)
      for (const variant of row.variants)
        expect(foldTerm(variant), `${row.canonical} is no look-alike of itself`).not.toBe(foldTerm(row.canonical))
    const traditional = load('traditional.json')
    expect([...traditional.from].length).toBe([...traditional.to].length)
    for (const name of ['traditional.json', 'pinyin.json', 'common-words.json'])
      expect([name, DATE.test(load(name).date), load(name).source !== '']).toEqual([name, true, true])
  })

  it('has sound classes of words', () => {
    const { classes, sources } = load('word-classes.json')
    expect(
      faults('word-classes', classes, sources, (r) => {
        const words = (r.words as string[]).map(foldTerm)
        return [...(isText(r.title) ? [] : ['no title']), ...(new Set(words).size === words.length ? [] : ['a word twice'])]
      }),
    ).toEqual([])
    expect(new Set(classes.map((c: Row) => c.name)).size).toBe(classes.length)
  })

  it('ships every lexicon file', () => {
    expect(LEXICONS.map((l) => `${l.theme}.json`).sort()).toEqual(lexiconFiles.sort())
  })

  it.each(lexiconFiles)('has a sound lexicon %s', (name) => {
    const file = load(`lexicon/${name}`)
    expect(file.format).toBe('menshen-lexicon/1')
    expect(isText(file.title)).toBe(true)
    expect(
      faults(name, file.entries, file.sources, (row) => {
        const out: string[] = []
        const wrong = rowProblem(row as never)
        if (wrong) out.push(wrong.en)
        for (const word of [...((row.terms as string[]) ?? [])]) if ([...foldTerm(word)].length < 2) out.push(`${word} is one character`)
        const platforms = row.platforms as string[]
        for (const [platform, prefix] of [
          ['wechat', 'wx-'],
          ['douyin', 'dy-'],
        ] as const)
          if (platforms.includes(platform) !== (row.clauses as string[]).some((c) => c.startsWith(prefix)))
            out.push(`${platform} and its clauses disagree`)
        if (row.kind === 'replace' && typeof row.right !== 'string') out.push('no right wording')
        return out
      }),
    ).toEqual([])
  })

  it('says a term once for each clause and scope', () => {
    const seen = new Map<string, string>()
    const twice: string[] = []
    // Broad words belong to several themes at once: what a disguised text hides is not known yet.
    for (const file of LEXICONS)
      for (const row of file.entries.filter(({ veiled }) => !veiled))
        for (const term of row.terms ?? [])
          for (const clause of row.clauses)
            for (const scope of row.scope) {
              const key = `${foldTerm(term)}|${clause}|${scope}|${row.exact ?? false}`
              if (seen.has(key)) twice.push(`${key}: ${seen.get(key)} and ${file.theme}/${row.list}`)
              seen.set(key, `${file.theme}/${row.list}`)
            }
    expect(twice).toEqual([])
  })

  it('has sound categories and offers', () => {
    const offers = load('offers.json')
    const ids = new Set<string>()
    for (const platform of ['wechat', 'douyin']) {
      const file = load(`categories/${platform}.json`)
      expect(
        faults(platform, file.categories, file.sources, (r) => {
          const out: string[] = []
          if (!['open', 'needs-document', 'closed', 'not-admitted', 'allow-list', 'invited'].includes(String(r.status)))
            out.push('unknown status')
          if (!['high', 'medium', 'low'].includes(String(r.confidence))) out.push('no confidence')
          if (!['yes', 'no', 'partly'].includes(String(r.personal))) out.push('says nothing about individuals')
          const ways = (r.documents as { any: { all: unknown[] }[] }).any
          if (r.status === 'needs-document' && ways.length === 0) out.push('needs a document, names none')
          if (ways.some((w) => w.all.length === 0)) out.push('empty group')
          if (ids.has(`${platform}:${r.id}`)) out.push('twice')
          ids.add(`${platform}:${r.id}`)
          return out
        }),
      ).toEqual([])
    }
    expect(
      faults('offers', offers.offers, offers.sources, (r) => {
        const out: string[] = []
        for (const platform of ['wechat', 'douyin'])
          for (const id of (r.categories as Record<string, string[]>)[platform]!)
            if (!ids.has(`${platform}:${id}`)) out.push(`no category ${id}`)
        if ((r.strong as string[]).length < 3) out.push('too few signals')
        for (const word of [...(r.strong as string[]), ...(r.weak as string[])])
          if ([...word].length < 2) out.push(`${word} is one character`)
        return out
      }),
    ).toEqual([])
  })
})

describe('an operator’s own lexicon', () => {
  const row = {
    list: 'own',
    clauses: ['wx-op/6.1.11'],
    platforms: ['wechat'],
    strength: 'strong',
    scope: ['any'],
    source: 'operator',
    date: '2026-11-21',
  }
  const file = (...entries: object[]) =>
    ({ format: 'menshen-lexicon/1', theme: 'private', title: { zh: '私有', en: 'private' }, sources: {}, entries }) as never

  it('is searched beside the shipped ones', () => {
    const extra = loadLexicon([file({ ...row, kind: 'term', terms: ['青鸾密钥'] })])
    expect(extra.problems).toEqual([])
    expect(extra.entries.length).toBe(lexicon().entries.length + 1)
  })

  it('leaves out rows that cannot be used and says why', () => {
    const extra = loadLexicon([
      file(
        { ...row, kind: 'pattern', patterns: ['(a+)+$'], guard: ['aa'] },
        { ...row, kind: 'pattern', patterns: ['x.*y.*z'], guard: ['xx'] },
        { ...row, kind: 'spell' },
        { ...row, kind: 'combo', first: ['甲乙'] },
        null as never,
        {
          ...row,
          kind: 'term',
          terms: [7],
        },
      ),
    ])
    expect(extra.problems.map((p) => p.row)).toEqual([0, 1, 2, 3, 4, 5])
    expect(extra.entries.length).toBe(lexicon().entries.length)
  })

  it.each(['(a|b?){1,9}{2,3}', '(a{1,9}){1,9}', 'a*', '[ab]+c', '(x)\\1', '(?:(?:ab){1,5}c?){2,6}', '(', 'a{2,}', 'a{1,900}'])(
    'refuses the pattern %s',
    (pattern) => {
      expect(isLinear(pattern)).not.toBeNull()
    },
  )
  it.each(['[a-z]{1,20}@x', '(?:甲|乙).{0,8}丙?', '\\d{5,11}', '(?<!a)b(?=c)', '\\u4e00{1,3}'])('accepts the pattern %s', (pattern) => {
    expect(isLinear(pattern)).toBeNull()
  })
})
