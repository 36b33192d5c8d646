import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { runCli } from './commands.ts'
import { chooseLang } from './lang.ts'
import { Outputs } from './outputs.ts'
import { watchCommand } from './watch.ts'

let home = ''
const write = (files: Readonly<Record<string, string>>) => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), content)
  }
}
const program = (folder: string, template: string, suffix: 'ttml' | 'wxml' = 'ttml') =>
  write({
    [`${folder}/app.json`]: '{"pages":["pages/me/me"]}',
    [`${folder}/app.js`]: 'App({})',
    [`${folder}/pages/me/me.json`]: '{}',
    [`${folder}/pages/me/me.js`]: 'Page({ got() {} })',
    [`${folder}/pages/me/me.${suffix}`]: template,
  })
const BUTTON = '<button open-type="getPhoneNumber" bindgetphonenumber="got">抖音用户一键登录</button>'
const RULE = 'phone-button-words'

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'menshen-cli-'))
  vi.stubEnv('MENSHEN_CACHE_DIR', join(home, '.cache'))
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})
afterEach(() => vi.restoreAllMocks())

/** Runs a command line; only the one rule, so that new rules do not change what these tests see. */
const run = async (argv: readonly string[], lang: 'zh' | 'en' = 'en') => {
  let out = ''
  let err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text
    return true
  })
  const code = await runCli(argv, lang)
  vi.restoreAllMocks()
  return { code, out, err }
}
const check = (folder: string, ...more: readonly string[]) => run(['check', join(home, folder), '--only', RULE, ...more])

describe('exit codes', () => {
  test('0 clear, 1 findings, and what the threshold makes of them', async () => {
    program('good', BUTTON.replace('一键', '手机号授权'))
    program('bad', BUTTON)
    program('human', BUTTON.replace('抖音用户一键登录', '<image src="a.png" />'))
    expect((await check('good')).code).toBe(0)
    expect((await check('bad')).code).toBe(1)
    expect((await check('bad', '--exit-zero')).code).toBe(0)
    expect((await check('bad', '--fail-on', 'never')).code).toBe(0)
    expect((await check('human')).code).toBe(0)
    expect((await check('human', '--fail-on', 'review')).code).toBe(1)
  })
  test('2 for what could not be done, with a word of help', async () => {
    program('bad', BUTTON)
    for (const [argv, words] of [
      [['check', join(home, 'nowhere')], 'nowhere'],
      [['chekc'], 'did you mean check'],
      [['./bad'], 'menshen check ./bad'],
      [['check', join(home, 'bad'), '--formt', 'x'], 'did you mean --format'],
      [['check', join(home, 'bad'), '-f', 'jsno'], 'did you mean json'],
      [['check', join(home, 'bad'), '--fail-on', 'always'], 'violation, review, never'],
      [['check', join(home, 'bad'), '--only', 'phone-buton-words'], 'did you mean phone-button-words'],
      [['check', join(home, 'bad'), '-f', 'json', '-f', 'text'], 'only one format'],
      [['check', join(home, 'bad'), '-o', 'report.xyz'], '--format before it'],
      [['check', join(home, 'bad'), '--baseline', join(home, 'none.json')], 'no such file'],
      [['check', join(home, 'bad'), '-o', join(home, 'no/such/folder/r.json')], 'cannot be written'],
      [['explain', 'phone-button-wrods'], 'did you mean phone-button-words'],
      [['explain', 'wx-op/99.9'], 'wx-op/'],
      [['clauses', '--document', 'wx-opp'], 'did you mean wx-op'],
    ] as const) {
      const { code, out, err } = await run(argv)
      expect({ argv, code, out }).toEqual({ argv, code: 2, out: '' })
      expect(err).toContain(words)
      expect(err).not.toContain('    at ')
    }
  })
  test('3 for nothing to check: no program, several, a single file', async () => {
    write({ 'none/readme.md': 'x', 'one.js': 'Page({})' })
    program('many/a', BUTTON)
    program('many/b', BUTTON, 'wxml')
    for (const [path, words] of [
      ['none', 'no app.json'],
      ['one.js', 'single file'],
      ['many', '--root a/'],
    ] as const) {
      const { code, err } = await run(['check', join(home, path)])
      expect({ path, code }).toEqual({ path, code: 3 })
      expect(err).toContain(words)
    }
    const chosen = await check('many', '--root', './a', '-f', 'json')
    expect(chosen.code).toBe(1)
    expect(JSON.parse(chosen.out).findings[0].places[0].file).toBe('a/pages/me/me.ttml')
  })
  test('speak Chinese when asked to', async () => {
    expect((await run(['chekc'], 'zh')).err).toContain('没有 chekc 这个命令，是否想用 check？')
    expect((await run(['check', '--nope'], 'zh')).err).toContain('没有 --nope 这个选项')
    expect((await run(['check', '--help'], 'zh')).out).toMatch(/用法：.*[\s\S]*搁置一处问题/)
  })
})

describe('outputs', () => {
  test('go where they were told, in one run', async () => {
    program('bad', BUTTON)
    const file = (name: string) => join(home, name)
    const { code, out } = await check('bad', '-f', 'sarif', '-o', file('r.sarif'), '-o', file('r.html'), '-f', 'text', '--lang', 'zh')
    expect(code).toBe(1)
    expect(out).toContain('1 处违规')
    expect(JSON.parse(readFileSync(file('r.sarif'), 'utf8')).version).toBe('2.1.0')
    expect(readFileSync(file('r.html'), 'utf8')).toMatch(/^<!doctype html>/)
    const quiet = await check('bad', '-o', file('r.json'))
    expect(quiet.out).toContain('1 violation, 0 to review → ')
    expect(JSON.parse(readFileSync(file('r.json'), 'utf8')).format).toBe('menshen-check/1')
  })
  test('pair each file with the format before it', () => {
    const outputs = new Outputs()
    outputs.format('sarif')
    outputs.file('a')
    outputs.file('b.html')
    outputs.format('text')
    expect(outputs.list()).toEqual([{ format: 'sarif', file: 'a' }, { format: 'html', file: 'b.html' }, { format: 'text' }])
  })
  test('write nothing beside them', async () => {
    program('alone', BUTTON)
    const before = readdirSync(join(home, 'alone'))
    await check('alone')
    expect(readdirSync(join(home, 'alone'))).toEqual(before)
  })
})

describe('the cache', () => {
  test('is filled by the first run, serves the second, and --no-cache leaves it alone', async () => {
    program('kept', BUTTON)
    const folder = join(home, 'kept-cache')
    vi.stubEnv('MENSHEN_CACHE_DIR', folder)
    const all = () => run(['check', join(home, 'kept'), '--static', '-f', 'json', '--exit-zero'])
    // The clock is the one thing that two runs do not share.
    const findings = (out: string) => JSON.parse(out).findings
    const cold = await run(['check', join(home, 'kept'), '--static', '-f', 'json', '--exit-zero', '--no-cache'])
    expect(existsSync(folder)).toBe(false)
    const first = await all()
    expect(readdirSync(folder)).toHaveLength(1)
    const second = await all()
    expect(findings(first.out)).toEqual(findings(cold.out))
    expect(findings(second.out)).toEqual(findings(cold.out))
    vi.stubEnv('MENSHEN_CACHE_DIR', join(home, '.cache'))
  })
})

describe('mending', () => {
  const LOCATION = 'config-location-undeclared'
  const words = () => readFileSync(join(home, 'fix/pages/me/me.ttml'), 'utf8')
  test('--dry-run shows the diff and writes nothing; --fix writes, reviews again and says what it did', async () => {
    program('fix', `<view>\n  ${BUTTON}\n</view>\n`)
    const before = words()
    const dry = await check('fix', '--fix', '--dry-run')
    expect(dry.code).toBe(1)
    expect(dry.out).toContain('--- a/pages/me/me.ttml\n+++ b/pages/me/me.ttml\n@@ -1,3 +1,3 @@\n <view>\n-')
    expect(words()).toBe(before)
    expect((await check('fix')).out).toContain('1 of them --fix can mend')
    const { code, out, err } = await check('fix', '--fix')
    expect(code).toBe(0)
    expect(err).toContain('pages/me/me.ttml:2:')
    expect(err).toContain('1 place mended')
    expect(out).toContain('Nothing found')
    expect(words()).toBe(before.replace('抖音用户一键登录', '抖音用户手机号授权登录'))
    expect((await check('fix', '--fix')).err).toContain('nothing that could be mended')
  })
  test('interfaces are declared where the declaration is, or in a new one', async () => {
    const declared = async (app: string) => {
      program('place', '<view bindtap="got" />', 'wxml')
      write({
        'place/app.json': app,
        'place/pages/me/me.js': 'Page({ got() { wx.getLocation({}); wx.chooseAddress({}) } })',
      })
      await run(['check', join(home, 'place'), '--only', LOCATION, '--fix', '--static'])
      return readFileSync(join(home, 'place/app.json'), 'utf8')
    }
    expect(await declared('{\n  "pages": ["pages/me/me"]\n}')).toMatch(
      /^\{\n {2}"requiredPrivateInfos": \["getLocation", "chooseAddress"\],\n {2}"pages"/,
    )
    expect(await declared('{"pages":["pages/me/me"],"requiredPrivateInfos":["chooseAddress"]}')).toContain(
      '["chooseAddress", "getLocation"]',
    )
    const fuzzy = '{"pages":["pages/me/me"],"requiredPrivateInfos":["getFuzzyLocation"]}'
    expect(await declared(fuzzy)).toBe(fuzzy)
  })
  test('goes with folders only, and not with watching', async () => {
    program('fix', BUTTON)
    write({ 'fix.zip': 'PK' })
    expect((await run(['check', join(home, 'fix.zip'), '--fix'])).err).toContain('folders only')
    expect((await check('fix', '--fix', '--watch')).err).toContain('--watch')
    expect((await check('fix', '--dry-run')).err).toContain('goes with --fix')
  })
})

test('what .menshenignore leaves out is said', async () => {
  program('partly', BUTTON)
  write({ 'partly/.menshenignore': 'docs/\n*.bak\n', 'partly/docs/a.js': '', 'partly/x.bak': '' })
  expect((await check('partly')).out).toContain('1 file and 1 folder left out by .menshenignore were not reviewed')
})

describe('watching', () => {
  test('reviews again after a change, shows what is new and what is gone, and ends when told to', async () => {
    program('live', '<view>饮茶</view>')
    write({ 'live/node_modules/m/x.js': '' })
    let out = ''
    let err = ''
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => (out += text) !== '')
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => (err += text) !== '')
    const stop = new AbortController()
    const flags = { only: [RULE], outputs: [{ format: 'text' as const }], quiet: true, lang: 'en' as const }
    const ended = watchCommand(join(home, 'live'), flags, 'en', stop.signal)
    const until = (words: RegExp) => vi.waitFor(() => expect(out + err).toMatch(words), { timeout: 60_000, interval: 20 })
    await until(/Nothing found[\s\S]*waiting for changes/)
    out = ''
    write({ 'live/pages/me/me.ttml': BUTTON })
    await until(/pages\/me\/me\.ttml[\s\S]*1 violation, 0 to review in [\s\S]*waiting/)
    expect(out).toContain('抖音用户一键登录')
    out = ''
    write({ 'live/pages/me/me.ttml': `<view>{{a}}</view>${BUTTON}` })
    await until(/1 violation[\s\S]*waiting/)
    expect(out).not.toContain('Gone')
    expect(out).not.toContain('抖音用户一键登录')
    write({ 'live/app.json': '{' })
    await until(/waiting[\s\S]*waiting/)
    out = ''
    write({ 'live/app.json': '{"pages":["pages/me/me"]}', 'live/pages/me/me.ttml': '<view></view>' })
    await until(/Gone: [\s\S]*me\.ttml[\s\S]*Nothing found[\s\S]*waiting/)
    out = ''
    write({ 'live/parts/new/a.js': '' })
    await until(/parts/)
    write({ 'live/parts/new/b.js': '' })
    await until(/parts\/new\/b\.js/)
    stop.abort()
    expect(await ended).toBe(0)
    expect(out).not.toContain('node_modules')
  })
  test('wants a folder, and nothing but text in the terminal', async () => {
    program('watched', BUTTON)
    write({ 'watched.zip': 'PK' })
    for (const [argv, words] of [
      [[join(home, 'watched.zip')], 'needs a folder'],
      [[join(home, 'watched'), '-f', 'json'], 'text only'],
      [[join(home, 'watched'), '--write-baseline'], 'baseline'],
    ] as const) {
      const { code, err } = await run(['check', ...argv, '--watch'])
      expect(code).toBe(2)
      expect(err).toContain(words)
    }
  })
})

describe('configuration', () => {
  test('of the folder given holds, and flags win over it', async () => {
    program('set', BUTTON)
    write({ 'set/menshen.json': '{ "failOn": "never", "lang": "zh" }' })
    const configured = await check('set')
    expect(configured.code).toBe(0)
    expect(configured.out).toContain('处违规')
    expect((await check('set', '--fail-on', 'violation')).code).toBe(1)
  })
  test('that is wrong ends the run with its place', async () => {
    program('wrong', BUTTON)
    write({ 'wrong/menshen.json': '{\n  "failon": "never"\n}' })
    const { code, err } = await check('wrong')
    expect(code).toBe(2)
    expect(err).toContain('menshen.json:2:3')
    expect(err).toContain('did you mean failOn')
  })
  test('can switch a rule off or put it on trial', async () => {
    program('off', BUTTON)
    write({ 'off/menshen.json': `{ "rules": { "${RULE}": "shadow" } }` })
    const { code, out } = await check('off', '-f', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(out).findings[0].setAside.by).toBe('shadow')
  })
})

test('a baseline is written, honoured, pruned, and grows only when told to', async () => {
  program('old', BUTTON)
  const file = join(home, 'known.json')
  expect((await check('old', '--baseline', file, '--write-baseline')).err).toContain('1 added')
  expect((await check('old', '--baseline', file)).code).toBe(0)
  program('old', `${BUTTON}\n<view>${BUTTON.replace('抖音用户一键登录', '授权登录')}</view>`)
  expect((await check('old', '--baseline', file)).code).toBe(1)
  expect((await check('old', '--baseline', file, '--write-baseline')).err).toContain('1 new findings were left out')
  expect((await check('old', '--baseline', file, '--grow-baseline')).err).toContain('1 kept, 1 added')
  expect((await check('old', '--baseline', file)).code).toBe(0)
  program('old', '<view></view>')
  expect((await check('old', '--baseline', file, '--write-baseline')).err).toContain('2 taken out')
})

describe('other commands', () => {
  test('init writes two files and never over anything', async () => {
    program('fresh/mini', BUTTON)
    const first = await run(['init', join(home, 'fresh')])
    expect(first.code).toBe(0)
    const config = join(home, 'fresh/menshen.json')
    expect(JSON.parse(readFileSync(config, 'utf8'))).toMatchObject({ root: 'mini/' })
    writeFileSync(config, '{}')
    const second = await run(['init', join(home, 'fresh')])
    expect(second.out).toContain('left alone')
    expect(readFileSync(config, 'utf8')).toBe('{}')
    // A template that nobody filled in declares nothing.
    const listing = JSON.parse((await check('fresh', '-f', 'json')).out).evidence.find((row: { kind: string }) => row.kind === 'listing')
    expect(listing.status).toBe('collected')
  })
  test('explain, rules and clauses speak both languages', async () => {
    expect((await run(['explain', RULE])).out).toContain('dy-review/1.1.1.1.c')
    expect((await run(['explain', RULE, '--lang', 'zh'])).out).toContain('依据的条款')
    expect((await run(['explain', 'dy-review/1.1.1.1.c'])).out).toContain(RULE)
    expect((await run(['rules', '--platform', 'wechat'])).out).not.toContain(RULE)
    const rows = JSON.parse((await run(['rules', '--json'])).out)
    expect(rows.find((row: { id: string }) => row.id === RULE)).toMatchObject({ platforms: ['douyin'], severity: 'error' })
    expect(JSON.parse((await run(['clauses', '--json', '--document', 'wx-oa'])).out)).toHaveLength(12)
  })
  test('doctor looks at everything and says what is wrong', async () => {
    program('well', BUTTON)
    expect((await run(['doctor', join(home, 'well')])).out).toContain('499 clauses')
    write({ 'well/menshen.json': '{ "nope": 1 }' })
    expect((await run(['doctor', join(home, 'well')])).code).toBe(2)
  })
  test('the language comes from the flag, else from the environment', () => {
    expect(chooseLang(['check', '--lang', 'zh'], {})).toBe('zh')
    expect(chooseLang(['--lang=en'], { LANG: 'zh_CN.UTF-8' })).toBe('en')
    expect(chooseLang([], { LC_ALL: '', LANG: 'zh_CN.UTF-8' })).toBe('zh')
    expect(chooseLang([], { LANG: 'C' })).toBe('en')
  })
})

describe('compare', () => {
  test('says how alike two programs are, file beside file, and fails over a limit when asked to', async () => {
    const pages = Array.from({ length: 12 }, (_, i) => [
      `pages/p${i}/p${i}`,
      `<scroll-view scroll-y bindscrolltolower="more${i}"><form report-submit><input bindinput="type" maxlength="${i}"/><picker mode="date" bindchange="pick"/><button form-type="submit" bindtap="go">第 ${i} 步</button></form><swiper circular><swiper-item wx:for="{{rows}}" wx:key="id"><image mode="aspectFill"/></swiper-item></swiper></scroll-view>`,
      `Page({ data: { rows: [] }, more${i}() { wx.request({ url: 'x', success: (r) => this.setData({ rows${i}: r.data.step${i}.entries }) }) }, pick(e) { this.chosen${i} = e.detail.value; this.refreshStep${i}(this.chosen${i}.begin, this.chosen${i}.finish) } })`,
    ])
    const files = (change: (text: string) => string) => ({
      'app.json': JSON.stringify({ pages: pages.map(([base]) => base) }),
      ...Object.fromEntries(
        pages.flatMap(([base, view, script]) => [
          [`${base}.wxml`, change(view!)],
          [`${base}.js`, change(script!)],
        ]),
      ),
    })
    for (const [folder, change] of [
      ['one', (text: string) => text],
      ['two', (text: string) => text.replaceAll('步', '关').replace(/\br\b/g, 'answer')],
    ] as const)
      write(Object.fromEntries(Object.entries(files(change)).map(([path, text]) => [`compare/${folder}/${path}`, text])))
    program('compare/other', BUTTON, 'wxml')
    const paths = [join(home, 'compare/one'), join(home, 'compare/two')]
    const { code, out } = await run(['compare', ...paths])
    expect(code).toBe(0)
    expect(out).toMatch(/\d+ % {2}nearly the same/)
    expect(out).toContain('pages/p3/p3.js')
    expect((await run(['compare', ...paths, '--fail-over', '60'])).code).toBe(1)
    expect((await run(['compare', ...paths, '--lang', 'zh'])).out).toContain('几乎相同')
    const json = JSON.parse((await run(['compare', ...paths, '--format', 'json'])).out) as { grade: string; files: { kind: string }[] }
    expect(json).toMatchObject({ format: 'menshen-compare/1', grade: 'same', a: { pages: 12 } })
    expect(json.files[0]?.kind).toBe('script')
    expect((await run(['compare', paths[0]!, join(home, 'compare/other'), '--fail-over', '20'])).code).toBe(0)
    expect((await run(['compare', ...paths, '--fail-over', 'much'])).code).toBe(2)
    expect((await run(['compare', join(home, 'nowhere'), paths[0]!])).code).toBe(2)
  })
})
