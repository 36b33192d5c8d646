import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { collectors } from '../check/collectors.ts'
import { type CheckRun, check } from '../check/index.ts'
import { readListing } from '../evidence/listing.ts'
import { loadProgram } from '../program/load.ts'
import { memoryFiles } from '../program/memory.ts'
import { loadRulebook } from '../rulebook/index.ts'
import { displayWidth } from '../rulebook/width.ts'
import configLocation from '../rules/config-location-undeclared/rule.ts'
import { type Rule, rule } from '../rules/kit.ts'
import phoneButton from '../rules/phone-button-words/rule.ts'
import { frame } from './frame.ts'
import { githubReport } from './github.ts'
import { htmlReport } from './html.ts'
import type { ReportInput } from './input.ts'
import { jsonReport } from './json.ts'
import { sarifReport } from './sarif.ts'
import { textReport } from './text.ts'

const text = (en: string) => ({ zh: `中文 ${en}`, en })
const HOSTILE = '</script><img src=x onerror=alert(1)>\u202e"\''

/** A rule that shows everything a report has to render: a listing place, a page place, a witness, hostile words, a fix. */
const showing: Rule = rule(
  {
    clauses: ['wx-op/12.1.1', 'later/location-interfaces', 'dy-review/1.1.1.1.c'],
    needs: ['program'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    messages: { m: { what: text('shows {it}'), why: text('why: 100%, so'), fix: text('mend') } },
  },
  ({ program }, report) => {
    const at = { file: program.app.script ?? 'app.js', start: 0, end: 3 }
    report('m', {
      at,
      data: { it: HOSTILE },
      note: text('here'),
      related: [{ at: { listing: 'intro' } }, { at: { page: 'pages/a/a', selector: 'button' }, note: text('tap') }],
      witness: {
        kind: 'call-path',
        steps: [
          { text: text('starts'), at },
          { text: text('ends'), at: { file: 'app.json', start: 1, end: 2 } },
        ],
      },
      fix: { kind: 'suggested', title: text('do so'), edits: [{ ...at, text: 'x' }] },
    })
    report('m', { at: { listing: 'name' }, verdict: 'review', data: { it: 'a name' } })
  },
)
const crashing: Rule = rule({ ...showing.meta }, () => {
  throw new Error('crashed')
})
const rules = new Map<string, Rule>([
  ['config-location-undeclared', configLocation],
  ['phone-button-words', phoneButton],
  ['thing-shown', showing],
])

const reviewed = (
  files: Readonly<Record<string, string>>,
  table: ReadonlyMap<string, Rule> = rules,
): ReportInput & { readonly run: CheckRun } => {
  const memory = memoryFiles(files, `tea ${HOSTILE}`)
  const program = loadProgram(memory, { root: '' })
  const { run } = check({
    program,
    rules: table,
    rulebook: loadRulebook(),
    collectors,
    listing: readListing(memory, ''),
    digest: 'd',
    version: '0.1.0',
    at: '2026-11-21T08:00:00.000Z',
  })
  return { run, rulebook: loadRulebook(), rules: table, source: (file) => memory.text(file) }
}
const wechat = reviewed({
  'app.json': '{"pages":["pages/a/a"]}',
  'app.js': 'App({})',
  'listing.json': '{}',
  'pages/a/a.json': '{ // comment\n}',
  'pages/a/a.wxml': '<view bindtap="near">附近</view>',
  'pages/a/a.js':
    "// menshen-ignore config-location-undeclared: declared by the provider\nconst t = '很长的中文说明文字'; Page({ near() { wx.getLocation({}) } })\nwx.chooseAddress({})",
})
const douyin = reviewed({
  'app.json': '{"pages":["pages/a/a"]}',
  'app.js': 'App({})',
  'pages/a/a.json': '{}',
  'pages/a/a.ttml': '<view>\n\t<button open-type="getPhoneNumber">抖音用户一键登录</button>\n</view>',
  'pages/a/a.js': 'Page({})',
})
const incomplete = reviewed({ 'app.json': '{"pages":[]}', 'app.js': 'App({})' }, new Map([['thing-shown', crashing]]))
const runs = { wechat, douyin, incomplete }
const langs = ['zh', 'en'] as const

const schema = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const validator = (path: string) => {
  const ajv = new Ajv({ strict: false, allErrors: true })
  formats.default(ajv)
  return ajv.compile(schema(path))
}

describe('json', () => {
  const valid = validator('../../data/schema/menshen-check-1.schema.json')
  test('should validate against the published schema', () => {
    for (const [name, { run }] of Object.entries(runs)) {
      valid(JSON.parse(jsonReport(run)))
      expect(valid.errors, name).toBeNull()
    }
  })
  test('should not let a run pass that says less', () => {
    expect(valid({ ...wechat.run, coverage: [{ clause: 'wx-op/1', status: 'not-checked', rules: [] }] })).toBe(false)
    expect(valid({ ...wechat.run, format: 'menshen-check/2' })).toBe(false)
  })
})

describe('sarif', () => {
  const valid = validator('../../test/schema/sarif-2.1.0.json')
  test('should validate against the 2.1.0 schema, in both languages', () => {
    for (const [name, input] of Object.entries(runs))
      for (const lang of langs) {
        valid(JSON.parse(sarifReport(input, lang)))
        expect(valid.errors, `${name} ${lang}`).toBeNull()
      }
  })
  test('should carry fingerprints, code flows, suppressions and the clauses as taxa', () => {
    const [sarif] = JSON.parse(sarifReport(wechat, 'en')).runs
    const ids = sarif.tool.driver.rules.map((one: { id: string }) => one.id)
    for (const result of sarif.results) {
      expect(ids[result.ruleIndex]).toBe(result.ruleId)
      expect(result.partialFingerprints['menshenFingerprint/v1']).toMatch(/^[0-9a-f]{32}$/)
      for (const taxon of result.taxa) expect(sarif.taxonomies[taxon.toolComponent.index].taxa[taxon.index].id).toBe(taxon.id)
    }
    const shown = sarif.results.find((one: { ruleId: string; kind: string }) => one.ruleId === 'thing-shown' && one.kind === 'fail')
    expect(shown.codeFlows[0].threadFlows[0].locations).toHaveLength(2)
    expect(shown.locations[0].physicalLocation.region.snippet.text).toBe('App')
    const ignored = sarif.results.find((one: { suppressions?: unknown }) => one.suppressions)
    expect(ignored.suppressions[0]).toMatchObject({ kind: 'inSource', justification: 'declared by the provider' })
    expect(sarif.results.find((one: { kind: string }) => one.kind === 'review').level).toBe('none')
  })
  test('should say that an incomplete run was no success', () => {
    expect(JSON.parse(sarifReport(incomplete, 'en')).runs[0].invocations[0].executionSuccessful).toBe(false)
  })
})

describe('html', () => {
  const page = htmlReport(wechat, 'zh')
  test('should let nothing of the program become markup or script', () => {
    expect(page).not.toContain('<img')
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page.match(/<\/script>/g)).toHaveLength(1)
    expect(page).not.toContain('\u202e')
    expect(page).not.toMatch(/<[a-z][^>]*\son\w+=/i)
  })
  test('should load nothing and run only what its policy names', () => {
    expect(page).not.toMatch(/(?:src|href|action)="(?!#)/)
    expect(page).not.toMatch(/url\(|@import|\sstyle="/)
    for (const tag of ['style', 'script']) {
      const body = page.match(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`))![1]!
      expect(page).toContain(`${tag}-src &#39;sha256-${createHash('sha256').update(body).digest('base64')}&#39;`)
    }
  })
  test('should hold both languages, every coverage row and every finding', () => {
    expect(page).toContain('<html lang="zh-CN" data-lang="zh">')
    expect(page.match(/<tr data-status=/g)).toHaveLength(wechat.run.coverage.length)
    expect(page.match(/<article/g)).toHaveLength(wechat.run.findings.filter((finding) => !finding.setAside).length)
    expect(page).toContain('中文 mend')
    expect(page).toContain('declared by the provider')
    const targets = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(targets).toContain(target)
  })
  test('should say so when the run is incomplete', () => {
    expect(htmlReport(incomplete, 'en')).toContain('The review is not complete')
  })
})

describe('text', () => {
  test('should mark what a finding points at, two carets under each Chinese character', () => {
    const lines = textReport(douyin, { lang: 'zh', width: 100 }).split('\n')
    const at = lines.findIndex((line) => line.includes('│') && line.includes('抖音用户一键登录'))
    const before = displayWidth(lines[at]!.slice(0, lines[at]!.indexOf('抖音')))
    expect(lines[at + 1]!.indexOf('^')).toBe(before)
    expect(lines[at + 1]!.trim()).toMatch(/^│ +\^{16}$/)
    expect(lines.join('\n')).toContain('pages/a/a.ttml:2:')
  })
  test('should close with counts and with what was not checked', () => {
    const shown = textReport(wechat, { lang: 'en', elapsed: 410 })
    expect(shown).toMatch(/\d violations?, 1 to review, 1 set aside in 0\.41 s\n/)
    expect(shown).toContain('not checked:')
    expect(shown).toContain('menshen explain thing-shown')
    expect(shown).toContain('App')
  })
  test('should keep to the width, whatever it quotes', () => {
    for (const width of [60, 100])
      for (const line of textReport(wechat, { lang: 'zh', width }).split('\n'))
        if (!line.includes('tea ')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
  })
  test('should carry no colour of its own, and nothing that steers a terminal', () => {
    expect(textReport(wechat, { lang: 'en' })).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    expect(textReport(wechat, { lang: 'en', paint: (tone, piece) => `<${tone}>${piece}` })).toContain('<violation>✖')
  })
  test('should never call an incomplete run clear', () => {
    const shown = textReport(incomplete, { lang: 'en' })
    expect(shown).toContain('The review is not complete: thing-shown: Error: crashed')
    expect(shown).not.toContain('✔')
  })
})

describe('frames', () => {
  const place = (line: number, from: number, to: number, last = line) => ({
    file: 'a',
    start: { line, column: from },
    end: { line: last, column: to },
  })
  test('should cut one-line files down to what surrounds the mark', () => {
    const source = `${'x'.repeat(2_000_000)}bad${'y'.repeat(2_000_000)}`
    const [line] = frame(source, place(1, 2_000_001, 2_000_004), { width: 80 })
    expect(line!.text.slice(...line!.mark!)).toBe('bad')
    expect(displayWidth(line!.text)).toBeLessThanOrEqual(81)
  })
  test('should mark each line of a longer span from its indentation on', () => {
    const lines = frame('a\n  one\n  two\nb', place(2, 3, 6, 3), { after: 1 })
    expect(lines.map((line) => line.mark && line.text.slice(...line.mark))).toEqual([undefined, 'one', 'two'.slice(0, 3), undefined])
  })
  test('should have nothing to show of a file that is gone, and survive places outside of it', () => {
    expect(frame(undefined, place(1, 1, 1))).toEqual([])
    expect(frame('a', place(9, 9, 9), {}).length).toBeLessThanOrEqual(1)
  })
  test('should show tabs, control characters and half surrogates as something harmless', () => {
    expect(frame('\t\u001b[2J\ud800', place(1, 2, 3))[0]!.text).toBe('  ·[2J·')
  })
})

describe('github', () => {
  test('should escape what would end a property or a command', () => {
    const lines = githubReport(wechat.run, 'en').trimEnd().split('\n')
    const command = lines.find((line) => line.includes('thing-shown') && line.startsWith('::error'))!
    expect(command).toMatch(/^::error file=app\.js,line=1,endLine=1,col=1,endColumn=4,title=/)
    expect(command).toContain('100%25, so%0A')
    expect(lines.filter((line) => !line.startsWith('::'))).toEqual([expect.stringMatching(/^menshen: /)])
  })
})

describe('many findings of one kind', () => {
  const many: Rule = rule({ ...showing.meta }, ({ program }, report) => {
    for (let i = 0; i < 30; i++)
      report('m', { at: { file: program.app.script ?? 'app.js', start: i, end: i + 1 }, data: { it: `no. ${i}` } })
  })
  const input = reviewed({ 'app.json': '{"pages":[]}', 'app.js': `App({}) // ${'x'.repeat(60)}` }, new Map([['thing-shown', many]]))
  test('should be shown in full a few times, then by a line each, with one piece of advice', () => {
    const shown = textReport(input, { lang: 'en' })
    expect(shown.match(/✖ shows no\./g)).toHaveLength(15)
    expect(shown.match(/\^/g)).toHaveLength(3)
    expect(shown.match(/Mend {2}mend/g)).toHaveLength(1)
    expect(shown).toContain('15 more of this kind')
    expect(shown).toContain('wx-op/12.1.1 + later/location-interfaces')
  })
  test('should all stand in the page', () => {
    const page = htmlReport(input, 'en')
    expect(page.match(/<article/g)).toHaveLength(30)
    expect(page.match(/<details class="more">/g)).toHaveLength(1)
  })
})
