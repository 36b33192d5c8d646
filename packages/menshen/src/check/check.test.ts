import { describe, expect, test } from 'vitest'
import type { CopyEvidence } from '../evidence/copy.ts'
import { parseListing } from '../evidence/listing.ts'
import { interpret } from '../program/interpret/index.ts'
import type { Interpretation } from '../program/interpret/types.ts'
import { loadProgram } from '../program/load.ts'
import { memoryFiles } from '../program/memory.ts'
import { buildRulebook, type ClauseRow, type Way } from '../rulebook/index.ts'
import { type Meta, type Need, type Report, type Rule, rule, type Said } from '../rules/kit.ts'
import { nextBaseline, readBaseline } from './baseline.ts'
import { type CheckInput, check } from './check.ts'
import { readConfig } from './config.ts'

const text = (en: string) => ({ zh: `中文 ${en}`, en })
const clause = (id: string, verify: readonly Way[] = ['static'], more: Partial<ClauseRow> = {}): ClauseRow => ({
  id,
  number: id.split('/')[1]!,
  parent: null,
  title: text(id),
  gist: text(id),
  force: 'forbid',
  binds: ['developer-code'],
  verify,
  twins: [],
  related: [],
  effective: { from: '2018-09' },
  ...more,
})
const document = (name: string, platforms: readonly ('wechat' | 'douyin')[], clauses: readonly ClauseRow[]) => ({
  document: name,
  edition: '2018-09',
  title: text(name),
  platforms,
  source: '',
  clauses,
})
const rulebook = buildRulebook(
  [
    document(
      'wx-op',
      ['wechat'],
      [
        clause('wx-op/1', ['group'], { force: 'inform' }),
        clause('wx-op/1.1'),
        clause('wx-op/1.2', ['static', 'dynamic']),
        clause('wx-op/1.3', ['static', 'metadata']),
        clause('wx-op/1.4', ['document']),
        clause('wx-op/1.5', ['text']),
        clause('wx-op/2', ['static'], { parent: null }),
        clause('wx-op/2.1', ['static'], { parent: 'wx-op/2' }),
      ],
    ),
    document('wx-op-en', ['wechat'], [clause('wx-op-en/9.1', ['static'], { twins: ['wx-op/1.1'] })]),
    document('wx-oa', ['wechat'], [clause('wx-oa/a', ['static'], { related: ['wx-op/1.1'] })]),
    document('dy-review', ['douyin'], [clause('dy-review/1')]),
    document('later', ['wechat', 'douyin'], [clause('later/x', ['static'], { platforms: ['wechat'] })]),
  ],
  { lists: [], aliases: [] },
)

const message = { what: text('it says {word}'), why: text('because'), fix: text('mend it') }
type Judge = (evidence: { readonly program: CheckInput['program']; readonly interpretation: Interpretation }, report: Report<'m'>) => Said
const ruleOf = (judge: Judge, meta: Partial<Meta<Need, Need, string>> = {}): Rule =>
  rule(
    {
      clauses: ['wx-op/1.1'],
      needs: ['program'],
      since: '2026-11',
      severity: 'error',
      confidence: 'high',
      messages: { m: message },
      ...meta,
    },
    judge,
  )
/** Points at every `bad` in every text. */
const finder = (meta: Partial<Meta<Need, Need, string>> = {}) =>
  ruleOf(({ program }, report) => {
    for (const file of program.files.list())
      for (const found of (program.files.text(file) ?? '').matchAll(/\bbad\b/g))
        report('m', { at: { file, start: found.index, end: found.index + 3 }, data: { word: found[0] } })
  }, meta)

const BASE = {
  'app.json': '{"pages":["pages/a/a"]}',
  'app.js': 'App({})',
  'pages/a/a.json': '{}',
  'pages/a/a.wxml': '<view>a</view>',
  'pages/a/a.js': 'Page({})',
}
const programOf = (files: Readonly<Record<string, string | Uint8Array>>) => loadProgram(memoryFiles({ ...BASE, ...files }), { root: '' })
const copy: CopyEvidence = { copies: [], terms: [] }
const run = (
  rules: Readonly<Record<string, Rule>>,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  more: Partial<CheckInput> = {},
) =>
  check({
    program: programOf(files),
    rules: new Map(Object.entries(rules)),
    rulebook,
    collectors: { interpretation: (program) => interpret(program), copy: () => copy },
    digest: '',
    version: '1',
    at: '2026-11-21T00:00:00Z',
    ...more,
  }).run
const statusOf = (result: ReturnType<typeof run>, id: string) => {
  const row = result.coverage.find((one) => one.clause === id)
  return row?.reason ? `${row.status}: ${row.reason}` : row?.status
}

describe('a rule that cannot judge never looks like a pass', () => {
  test('when it throws', () => {
    const result = run({ 'a-b': ruleOf(() => JSON.parse('{')) })
    expect(result.outcomes['a-b']?.outcome).toBe('error')
    expect(result.incomplete).toHaveLength(1)
    expect(statusOf(result, 'wx-op/1.1')).toBe('not-checked: rule-error')
  })
  test('when code that it looks at could not be followed, which is said with its place', () => {
    const calls = ruleOf(({ interpretation }) => void interpretation.calls, { needs: ['interpretation'] })
    const files = { 'pages/a/a.js': "const b = require('./b.js')\nPage({ onLoad() { b.go() } })" }
    const result = run({ 'a-b': calls }, files)
    expect(statusOf(result, 'wx-op/1.1')).toBe('not-checked: unreadable')
    expect(result.problems).toMatchObject([{ kind: 'module-missing', hides: true, place: { file: 'pages/a/a.js', start: { line: 1 } } }])
    // What only looks at files is not blinded by it.
    expect(statusOf(run({ 'a-b': finder() }, files), 'wx-op/1.1')).toBe('pass')
  })
  test('when it reports and then throws: what it found stays', () => {
    const result = run({
      'a-b': ruleOf((_, report) => {
        report('m', { at: { file: 'app.js', start: 0, end: 3 } })
        throw new Error('late')
      }),
    })
    expect(result.findings).toHaveLength(1)
    expect(result.incomplete).toEqual([expect.stringMatching(/^a-b: Error: late/)])
  })
  test('when its evidence failed', () => {
    const collectors = {
      interpretation: () => {
        throw new Error('no luck')
      },
      copy: () => copy,
    }
    const result = run({ 'a-b': ruleOf(() => {}, { needs: ['interpretation'] }) }, {}, { collectors })
    expect(result.outcomes['a-b']?.error).toContain('no luck')
    expect(result.evidence.find((row) => row.kind === 'interpretation')?.status).toBe('failed')
    expect(result.incomplete).toHaveLength(1)
  })
  test('when nobody gave the evidence', () => {
    const result = run({ 'a-b': ruleOf(() => {}, { needs: ['listing'], clauses: ['wx-op/1.3'] }) })
    expect(result.outcomes['a-b']).toEqual({ outcome: 'not-checked', reason: 'no-listing' })
    expect(result.incomplete).toEqual([])
    expect(statusOf(result, 'wx-op/1.3')).toBe('not-checked: no-listing')
  })
  test('when it cites a clause that it does not declare', () => {
    const result = run({ 'a-b': ruleOf((_, report) => report('m', { at: { file: 'app.js', start: 0, end: 3 }, clauses: ['wx-op/1.2'] })) })
    expect(result.outcomes['a-b']?.outcome).toBe('error')
  })
})

describe('clauses', () => {
  test('of the other platform are never cited', () => {
    const both = finder({ clauses: ['wx-op/1.1', 'dy-review/1'] })
    const wechat = run({ both, other: finder({ clauses: ['dy-review/1'] }) }, { 'pages/a/a.js': 'Page({ bad: 1 })' })
    expect(Object.keys(wechat.outcomes)).toEqual(['both'])
    expect(wechat.findings[0]?.clauses).toEqual([{ id: 'wx-op/1.1', edition: '2018-09' }])
    expect(wechat.coverage.some((row) => row.clause.startsWith('dy-review/'))).toBe(false)
  })
  test('that came later are left out by seedOnly, and rules that cite nothing else do not run', () => {
    const rules = { both: finder({ clauses: ['wx-op/1.1', 'later/x'] }), late: finder({ clauses: ['later/x'] }) }
    const files = { 'app.js': 'App({ bad: 1 })' }
    expect(run(rules, files).findings.map((finding) => finding.clauses.map((one) => one.id))).toEqual([
      ['wx-op/1.1', 'later/x'],
      ['later/x'],
    ])
    const seeds = run(rules, files, { seedOnly: true })
    expect(seeds.findings.map((finding) => finding.clauses.map((one) => one.id))).toEqual([['wx-op/1.1']])
    expect(seeds.coverage.some((row) => row.clause === 'later/x')).toBe(false)
    expect(seeds.editions).not.toHaveProperty('later')
  })
  test('a report that means only a later clause counts as nothing under seedOnly', () => {
    const late = ruleOf((_, report) => report('m', { at: { file: 'app.js', start: 0, end: 3 }, clauses: ['later/x'] }), {
      clauses: ['wx-op/1.1', 'later/x'],
    })
    expect(run({ late }, {}, { seedOnly: true }).outcomes['late']).toEqual({ outcome: 'pass' })
  })
})

describe('coverage', () => {
  const silent = (meta: Partial<Meta<Need, Need, string>> = {}) => ruleOf(() => {}, meta)
  test('says pass only where a rule looked and every way of verifying was open', () => {
    const all = ['wx-op/1.1', 'wx-op/1.2', 'wx-op/1.3', 'wx-op/1.5']
    const result = run({ 'a-b': silent({ clauses: all, needs: ['program', 'copy'] }) })
    expect(all.map((id) => statusOf(result, id))).toEqual(['pass', 'not-checked: not-run', 'not-checked: no-listing', 'pass'])
    expect(statusOf(result, 'wx-op/1')).toBe('not-applicable: heading')
    expect(statusOf(result, 'wx-op/1.4')).toBe('not-checked: document')
    expect(statusOf(result, 'later/x')).toBe('not-checked: no-rule')
    expect(statusOf(run({ 'a-b': silent({ clauses: all }) }), 'wx-op/1.5')).toBe('not-checked: not-chosen')
    const listed = run({ 'a-b': silent({ clauses: all }) }, {}, { listing: parseListing('listing.json', '{}') })
    expect(statusOf(listed, 'wx-op/1.3')).toBe('pass')
  })
  test('settles a twin with its twin', () => {
    expect(statusOf(run({ 'a-b': silent() }), 'wx-op-en/9.1')).toBe('pass')
    expect(statusOf(run({ 'a-b': finder() }, { 'app.js': 'App({ bad: 1 })' }), 'wx-op-en/9.1')).toBe('violation')
  })
  test('does not take one aspect for the whole', () => {
    expect(statusOf(run({ 'a-b': silent({ partial: true }) }), 'wx-op/1.1')).toBe('not-checked: partial')
    expect(statusOf(run({ 'a-b': silent({ partial: true }), 'c-d': silent() }), 'wx-op/1.1')).toBe('pass')
  })
  test('says not applicable when every rule says so', () => {
    const nothing = ruleOf(() => 'inapplicable')
    expect(statusOf(run({ 'a-b': nothing }), 'wx-op/1.1')).toBe('not-applicable: absent')
    expect(statusOf(run({ 'a-b': nothing, 'c-d': silent() }), 'wx-op/1.1')).toBe('pass')
  })
  test('keeps what a rule did not understand apart', () => {
    const puzzled = ruleOf(() => ({ notChecked: text('who knows') }))
    const result = run({ 'a-b': puzzled, 'c-d': silent() })
    expect(statusOf(result, 'wx-op/1.1')).toBe('not-checked: rule-said')
    expect(result.coverage.find((row) => row.clause === 'wx-op/1.1')?.note?.en).toBe('who knows')
  })
  test('does not believe silence about files that nobody could read', () => {
    const encrypted = { 'pages/a/a.js': Uint8Array.from([0x7f, 0, 1, 2, 0xff, 0xfe]) }
    const result = run(
      { deep: looking(({ interpretation }) => interpretation.bindings), flat: silent({ clauses: ['later/x'] }) },
      encrypted,
    )
    expect(statusOf(result, 'wx-op/1.1')).toBe('not-checked: unreadable')
    expect(statusOf(result, 'later/x')).toBe('pass')
  })
  /** A silent rule that asks for something of the program and of what following it showed. */
  const looking = (look: (evidence: Parameters<Judge>[0]) => unknown, needs: readonly Need[] = ['program', 'interpretation']) =>
    ruleOf((evidence) => void look(evidence), { needs })
  const judged = (look: (evidence: Parameters<Judge>[0]) => unknown, files: Record<string, string>, needs?: readonly Need[]) =>
    statusOf(run({ 'a-b': looking(look, needs) }, files), 'wx-op/1.1')
  test('does not believe silence about a script or a component that is missing, whatever a rule asked for', () => {
    const script = { 'pages/a/a.js': "const b = require('./b.js')\nPage({ onLoad() { b.go() } })" }
    for (const look of [
      ({ interpretation }) => interpretation.calls,
      ({ interpretation }) => interpretation.callsOf('getLocation'),
      ({ interpretation }) => interpretation.scripts,
      ({ program }) => program.scripts,
    ] satisfies Parameters<typeof judged>[0][])
      expect(judged(look, script)).toBe('not-checked: unreadable')
    // words may stand in what is missing, whoever looks them up
    expect(judged(() => 0, script, ['program', 'copy'])).toBe('not-checked: unreadable')
    // a rule that only asks for what lies there is not one that follows code
    expect(judged(({ program }) => program.config, script, ['program'])).toBe('pass')
    const part = { 'pages/a/a.json': '{"usingComponents":{"x-y":"/parts/none"}}' }
    expect(judged(({ program }) => program.pages, part)).toBe('not-checked: unreadable')
    expect(judged(({ program }) => program.templates, part, ['program'])).toBe('not-checked: unreadable')
  })
  test('nor about methods that could not be told, but for calls that no script names', () => {
    const page = (more: string) => ({
      'pages/a/a.js': `const page = {}\nfor (const name of wx.getStorageSync('names')) page[name] = function () { ${more} }\nPage(page)`,
    })
    const look: Parameters<typeof judged>[0] = ({ interpretation }) => interpretation.callsOf('getLocation')
    expect(judged(look, page('wx.scanCode({})'))).toBe('pass')
    expect(judged(look, page('wx.getLocation({})'))).toBe('not-checked: unresolved')
    expect(judged(look, page("this.getLocation('x')"))).toBe('not-checked: unresolved')
    // the platform itself is handed about: it may be asked for by a name that is put together
    expect(judged(look, page("const w = wx; w['get' + this.x]({})"))).toBe('not-checked: unresolved')
    expect(judged(({ interpretation }) => interpretation.calls, page('wx.scanCode({})'))).toBe('not-checked: unresolved')
    expect(judged(({ interpretation }) => interpretation.mentions, page('wx.scanCode({})'))).toBe('pass')
  })
  test('what one rule has looked up is looked up anew for the next', () => {
    const kept = new WeakMap<object, number>()
    const rules = ['a-b', 'c-d'].map((id) => {
      const judge: Judge = ({ interpretation }) => {
        if (!kept.has(interpretation)) kept.set(interpretation, interpretation.calls.length)
      }
      return [id, ruleOf(judge, { needs: ['interpretation'], clauses: [id === 'a-b' ? 'wx-op/1.1' : 'later/x'] })] as const
    })
    const opaque = "const page = {}\nfor (const name of wx.getStorageSync('names')) page[name] = function () {}\nPage(page)"
    const result = run(Object.fromEntries(rules), { 'pages/a/a.js': opaque })
    expect(['wx-op/1.1', 'later/x'].map((id) => statusOf(result, id))).toEqual(Array(2).fill('not-checked: unresolved'))
  })
  test('never turns a set-aside finding into a pass', () => {
    const result = run({ 'a-b': finder() }, { 'app.js': '// menshen-ignore a-b: agreed\nApp({ bad: 1 })' })
    expect(result.findings[0]?.setAside).toEqual({ by: 'ignore', reason: 'agreed' })
    expect(statusOf(result, 'wx-op/1.1')).toBe('not-checked: set-aside')
  })
  test('of rules that are off, on trial or not chosen', () => {
    const files = { 'app.js': 'App({ bad: 1 })' }
    const shadow = run({ 'a-b': finder() }, files, { modes: { 'a-b': 'shadow' } })
    expect(shadow.findings[0]?.setAside?.by).toBe('shadow')
    expect(statusOf(shadow, 'wx-op/1.1')).toBe('not-checked: shadow')
    const off = run({ 'a-b': finder() }, files, { modes: { 'a-b': 'off' } })
    expect(off.findings).toEqual([])
    expect(statusOf(off, 'wx-op/1.1')).toBe('not-checked: rule-off')
    const other = run({ 'a-b': finder(), 'c-d': silent({ clauses: ['later/x'] }) }, files, { only: new Set(['c-d']) })
    expect(statusOf(other, 'wx-op/1.1')).toBe('not-checked: not-chosen')
  })
})

test('what is judged below, by analogy or by people says so; only what nobody looks at has no rule', () => {
  const result = run({ 'some-rule': ruleOf(() => undefined, { clauses: ['wx-op/1.1', 'wx-op/2.1'] }) })
  expect(statusOf(result, 'wx-op/2')).toBe('not-applicable: heading')
  expect(statusOf(result, 'wx-oa/a')).toBe('not-applicable: analogy')
  expect(statusOf(result, 'wx-op/1.4')).toBe('not-checked: document')
  expect(statusOf(result, 'wx-op/1.5')).toBe('not-checked: no-rule')
  expect(statusOf(run({ 'some-rule': finder() }), 'wx-op/2')).toBe('not-checked: no-rule')
})

describe('fingerprints', () => {
  const prints = (source: string) => run({ 'a-b': finder() }, { 'pages/a/a.js': source }).findings.map((finding) => finding.fingerprint)
  test('stay when lines move and are indented anew', () => {
    expect(prints('// new\n\nPage({\n\t\tdata:  { bad: 1 },\n})')).toEqual(prints('Page({\n  data: { bad: 1 },\n})'))
  })
  test('tell equal lines apart, and do not depend on what stands elsewhere', () => {
    const two = prints('Page({ a() { bad() } })\nx(bad)\nx(bad)')
    expect(new Set(two).size).toBe(3)
    expect(two).toContain(prints('Page({ a() { bad() } })')[0])
  })
  test('do not depend on the folder that the check was started from', () => {
    const inside = Object.fromEntries(
      Object.entries({ ...BASE, 'app.js': 'App({ bad: 1 })' }).map(([path, source]) => [`mini/${path}`, source]),
    )
    const moved = check({
      program: loadProgram(memoryFiles(inside), { root: 'mini/' }),
      rules: new Map([['a-b', finder()]]),
      rulebook,
      collectors: { interpretation: (program) => interpret(program), copy: () => copy },
      digest: '',
      version: '1',
      at: '2026-11-21',
    }).run
    expect(moved.findings[0]?.places[0]).toMatchObject({ file: 'mini/app.js' })
    expect(moved.findings[0]?.fingerprint).toBe(run({ 'a-b': finder() }, { 'app.js': 'App({ bad: 1 })' }).findings[0]?.fingerprint)
  })
})

describe('findings', () => {
  test('are placed by line and column, and the same report twice is one finding with the stronger verdict', () => {
    const at = { file: 'pages/a/a.wxml', start: 6, end: 7 }
    const twice = ruleOf((_, report) => {
      report('m', { at, verdict: 'review', data: { word: 'x' } })
      report('m', { at, data: { word: 'x' } })
    })
    const { findings } = run({ 'a-b': twice }, { 'pages/a/a.wxml': '<view>啊</view>' })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      verdict: 'violation',
      what: { en: 'it says x' },
      places: [{ start: { line: 1, column: 7 }, end: { line: 1, column: 8 } }],
    })
  })
  test('in built code name the line that a source map gives, beside their own place', () => {
    const map = JSON.stringify({ version: 3, sources: ['webpack:///./src/a.vue'], names: [], mappings: 'AAEA' })
    const files = { 'pages/a/a.js': 'Page({ bad: 1 })\n//# sourceMappingURL=a.js.map', 'pages/a/a.js.map': map }
    const [found] = run({ 'a-b': finder() }, files).findings
    expect(found?.places[0]).toMatchObject({
      file: 'pages/a/a.js',
      start: { line: 1, column: 8 },
      original: { file: 'src/a.vue', line: 3, column: 1 },
    })
  })
  test('come violations first, then by severity and confidence', () => {
    const at = (start: number) => ({ at: { file: 'app.js', start, end: start + 1 } })
    const mixed = ruleOf((_, report) => {
      report('m', { ...at(0), verdict: 'review' })
      report('m', { ...at(1), confidence: 'low' })
      report('m', { ...at(2), severity: 'info' })
      report('m', at(3))
    })
    expect(run({ 'a-b': mixed }).findings.map((finding) => (finding.places[0] as { start: { column: number } }).start.column)).toEqual([
      4, 2, 3, 1,
    ])
  })
  test('quote a hostile program without its control characters', () => {
    const hostile = ruleOf((_, report) => report('m', { at: { file: 'app.js', start: 0, end: 1 }, data: { word: '\u001b[31m\u202egone' } }))
    expect(run({ 'a-b': hostile }).findings[0]?.what.en).toBe('it says  [31mgone')
  })
  test('below the wanted confidence are set aside, not dropped', () => {
    const [finding] = run({ 'a-b': finder({ confidence: 'low' }) }, { 'app.js': 'App({ bad: 1 })' }, { minConfidence: 'medium' }).findings
    expect(finding?.setAside).toEqual({ by: 'confidence', reason: 'medium' })
  })
  test('beyond any bound are counted', () => {
    const result = run({ 'a-b': finder() }, { 'app.js': `App({ x: [${'bad, '.repeat(700)}] })` })
    expect(result.findings).toHaveLength(500)
    expect(result.problems.find((problem) => problem.kind === 'findings-cut')?.text.en).toContain('200 more')
  })
})

describe('set-asides', () => {
  const kinds = (files: Readonly<Record<string, string>>, more: Partial<CheckInput> = {}) => {
    const result = run({ 'a-b': finder(), 'c-d': finder({ clauses: ['later/x'] }) }, files, more)
    return {
      open: result.findings.filter((finding) => !finding.setAside).map((finding) => finding.rule),
      problems: result.problems.map((problem) => problem.kind),
    }
  }
  test('hold for their line and the next, in every kind of file', () => {
    for (const [file, comment] of [
      ['pages/a/a.wxml', '<!-- menshen-ignore a-b, c-d: agreed -->'],
      ['pages/a/a.js', '// menshen-ignore a-b, c-d: agreed'],
      ['pages/a/a.js', '/* menshen-ignore a-b，c-d：已确认\n   两行 */'],
      ['pages/a/a.wxss', '/* menshen-ignore a-b c-d: agreed */'],
      ['pages/a/a.json', '{} // menshen-ignore a-b, c-d: agreed'],
    ] as const) {
      const after = file.endsWith('.json') ? ' bad' : '\nbad'
      expect(kinds({ [file]: comment + after }).open, file).toEqual([])
      expect(kinds({ [file]: `${comment}\n\n\nbad` }).open, file).toEqual(['a-b', 'c-d'])
    }
  })
  test('hold for a whole file when they say so', () => {
    expect(kinds({ 'app.js': 'App({ bad: 1 })\n\n\n// menshen-ignore-file a-b: vendored' }).open).toEqual(['c-d'])
  })
  test('need a reason, a known rule, and something to set aside', () => {
    expect(kinds({ 'app.js': 'bad // menshen-ignore a-b' })).toMatchObject({
      open: ['a-b', 'c-d'],
      problems: expect.arrayContaining(['ignore-without-reason']),
    })
    expect(kinds({ 'app.js': 'bad // menshen-ignore : x' }).problems).toContain('ignore-malformed')
    expect(kinds({ 'app.js': 'App({}) // menshen-ignore no-such: x' }).problems).toContain('ignore-unknown-rule')
    expect(kinds({ 'app.js': 'App({}) // menshen-ignore a-b: x' }).problems).toContain('ignore-unused')
  })
  test('of a rule that did not run are not called unused', () => {
    expect(kinds({ 'app.js': 'App({}) // menshen-ignore a-b: x' }, { only: new Set(['c-d']) }).problems).not.toContain('ignore-unused')
  })
  test('of the configuration hold by pattern and until a day', () => {
    const place = { file: 'menshen.json', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
    const row = { rule: 'a-b', file: 'pages/**', reason: 'agreed', place }
    const files = { 'pages/a/a.js': 'Page({ bad: 1 })' }
    expect(kinds(files, { setAside: [row] }).open).toEqual(['c-d'])
    expect(kinds(files, { setAside: [{ ...row, until: '2026-11-21' }] }).open).toEqual(['c-d'])
    expect(kinds(files, { setAside: [{ ...row, until: '2026-11-20' }] })).toMatchObject({
      open: ['a-b', 'c-d'],
      problems: expect.arrayContaining(['set-aside-expired']),
    })
    expect(kinds(files, { setAside: [{ ...row, file: 'other/' }] }).problems).toContain('ignore-unused')
  })
})

test('a listing of the wrong shape is said and kept out, field by field', () => {
  const listing = parseListing('listing.json', '{ "name": 5, "intro": "x", "contcat": {}, "entity": { "kind": "firm" }, // why\n }')
  expect(listing).toMatchObject({ intro: 'x' })
  expect(listing).not.toHaveProperty('name')
  expect(listing).not.toHaveProperty('entity')
  const result = run({}, {}, { listing })
  const said = result.problems.filter((problem) => problem.kind === 'listing-shape')
  expect(said.map((problem) => problem.text.en)).toEqual([
    'name has to be a string',
    'there is no field "contcat"; did you mean contact?',
    'entity.kind cannot be "firm" (one of person, company, government, other)',
  ])
  expect(result.evidence.find((row) => row.kind === 'listing')?.file).toBe('listing.json')
  expect(parseListing('listing.json', '[1').problems).not.toEqual([])
})

describe('a baseline', () => {
  const known = { 'app.js': 'App({ bad: 1 })' }
  const written = nextBaseline(run({ 'a-b': finder() }, known).findings, undefined, false)
  const { baseline } = readBaseline('known.json', written.text)
  test('sets aside what it knows, by fingerprint and not by count', () => {
    expect(run({ 'a-b': finder() }, known, { baseline }).findings[0]?.setAside).toEqual({ by: 'baseline', reason: 'known.json' })
    const moved = run({ 'a-b': finder() }, { 'app.js': 'App({})', 'pages/a/a.js': 'Page({ bad: 2 })' }, { baseline })
    expect(moved.findings.map((finding) => finding.setAside)).toEqual([undefined])
    expect(moved.problems.map((problem) => problem.kind)).toContain('baseline-stale')
  })
  test('shrinks by itself and grows only when told to', () => {
    const { findings } = run({ 'a-b': finder() }, { 'app.js': 'App({})', 'pages/a/a.js': 'Page({ bad: 2 })' }, { baseline })
    expect(nextBaseline(findings, baseline, false)).toMatchObject({ kept: 0, pruned: 1, added: 0, refused: 1 })
    expect(nextBaseline(findings, baseline, true)).toMatchObject({ kept: 0, pruned: 1, added: 1, refused: 0 })
  })
  test('of a wrong shape is refused with a reason', () => {
    expect(readBaseline('b.json', '{"format":"menshen-baseline/2","findings":[]}').problem?.en).toContain('format')
    expect(readBaseline('b.json', 'oops').problem).toBeDefined()
  })
})

describe('menshen.json', () => {
  const problems = (source: string) =>
    readConfig('menshen.json', source, ['a-b', 'phone-button-words']).problems.map(
      ({ place, what }) => `${place.start.line}:${place.start.column} ${what.en}`,
    )
  test('is read with comments, and a set-aside keeps its place', () => {
    const { config, problems: none } = readConfig(
      'menshen.json',
      '{\n  // why\n  "failOn": "review",\n  "setAside": [{ "rule": "a-b", "reason": "x" }],\n}',
      ['a-b'],
    )
    expect(none).toEqual([])
    expect(config).toMatchObject({ failOn: 'review', setAside: [{ rule: 'a-b', reason: 'x', place: { start: { line: 4, column: 16 } } }] })
  })
  test('says what is wrong, where, and what was probably meant', () => {
    expect(problems('{\n  "failon": "review"\n}')).toEqual(['2:3 there is no field "failon"; did you mean failOn?'])
    expect(problems('{ "rules": { "phone-button-word": "off" } }')).toEqual([
      '1:14 there is no "phone-button-word"; did you mean phone-button-words?',
    ])
    expect(problems('{ "minConfidence": "hi" }')[0]).toContain('one of high, medium, low')
    expect(problems('{ "seedOnly": "yes" }')).toEqual(['1:3 seedOnly has to be true or false'])
    expect(problems('{ "setAside": [{ "rule": "a-b" }] }')).toEqual(['1:16 setAside[0] lacks reason'])
    expect(problems('{ "rules": ').length).toBeGreaterThan(0)
    expect(problems('[]')).toHaveLength(1)
  })
})
