import { describe, expect, test } from 'vitest'
import { rules } from '../src/rules/generated/index.ts'
import { type Example, rule } from '../src/rules/kit.ts'
import { loadDocumented, ruleIndex, rulePage } from './rule-pages.ts'

const text = (zh: string, en: string) => ({ zh, en })
const sample = rule(
  {
    clauses: ['wx-op/5.3', 'dy-review/1.1.1.1.c'],
    needs: ['program'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    platforms: ['wechat'],
    messages: {
      shouts: { what: text('喊了“{word}”', 'It shouts "{word}" in <view> a_b'), why: text('吵', 'loud'), fix: text('轻声', 'whisper') },
    },
  },
  ({ program }, report) => {
    for (const file of program.files.list())
      for (const { index, 0: word } of program.files.text(file)?.matchAll(/来啊|go\(\)|run\(\s*1\)/g) ?? [])
        report('shouts', {
          at: { file, start: index, end: index + word.length },
          data: { word },
          verdict: word === '来啊' ? 'review' : 'violation',
        })
    if (!program.files.has('app.wxss')) report('shouts', { at: { file: 'app.js', start: 0, end: 0 }, data: { word: '' } })
  },
)
const page = (...examples: readonly Example[]) => rulePage('shouting-word', { rule: sample, examples })

describe('the page of a rule', () => {
  test('should put carets under the excerpt, where a Chinese character takes two columns', () => {
    const made = page({
      name: text('喊', 'a shout'),
      files: { 'app.wxss': '', 'a.wxml': '<view>\n  <text>你好，来啊</text>\n</view>' },
      expect: [{ message: 'shouts' }],
    })
    expect(made).toContain('\n  <text>你好，来啊</text>\n              ^^^^ shouts（待判断 review）\n</view>')
  })
  test('should mark each of several places, and every line of a long one', () => {
    const made = page({
      name: text('喊两次', 'twice'),
      files: { 'app.wxss': '', 'a.js': 'go()\ngo()\nrun(\n  1)' },
      expect: [{ message: 'shouts' }],
    })
    expect(made).toContain('go()\n^^^^ shouts\ngo()\n^^^^ shouts\nrun(\n^^^^ shouts\n  1)\n  ^^\n')
  })
  test('should name the platforms that are cited, say the words so that Markdown leaves them alone, and fence what holds fences', () => {
    const made = page({
      name: text('静', 'quiet'),
      files: { 'app.wxss': '', 'a.js': '// ```\nwait()' },
      listing: { name: '茶' },
      expect: [],
    })
    expect(made).toContain('| 平台 Platforms | 微信 · WeChat |')
    expect(made).toContain('It shouts "{word}" in &lt;view> a\\_b')
    expect(made).toContain('````js\n// ```\nwait()\n````')
    expect(made).toContain('"name": "茶"')
    expect(made).not.toContain('To be reported\n')
  })
  test('should say which file when there is nothing in it to mark', () => {
    expect(page({ name: text('缺样式', 'no style'), files: { 'a.js': '1' }, expect: [{ message: 'shouts' }] })).toContain(
      '- `shouts` → `app.js`',
    )
  })
  test('should be in the list with its first message', () => {
    const list = ruleIndex(new Map([['shouting-word', { rule: sample, examples: [] }]]))
    expect(list).toContain('| [`shouting-word`](shouting-word.md) | 喊了“{word}”<br>')
  })
})

/** Rules each of whose messages has an example that names the exact text, field or page. A rule that gets there is put on the list; none is taken off. */
const NAMES_PLACES = new Set([
  'abuse-copy',
  'address-insecure',
  'anonymous-talk',
  'api-deprecated',
  'api-non-public',
  'automatic-post',
  'category-mismatch',
  'client-imitated',
  'code-dynamic',
  'code-obfuscated',
  'commission-levels',
  'complaint-missing',
  'component-unresolved',
  'config-location-undeclared',
  'control-without-effect',
  'credential-proxy',
  'crime-copy',
  'data-deletion-missing',
  'download-unasked',
  'fake-service-copy',
  'finance-copy',
  'follow-wall',
  'foreign-interface',
  'foreign-payment',
  'form-id-gathering',
  'guidance-missing',
  'hidden-page',
  'home-page-idle',
  'interface-gated',
  'jailbreak-asked',
  'layer-unclosable',
  'library-altered',
  'listing-icon',
  'listing-intro',
  'listing-name',
  'listing-unlawful',
  'location-from-ip',
  'location-needless',
  'location-purpose-missing',
  'login-wall',
  'lottery-ticket-copy',
  'media-playing-unasked',
  'mini-program-search',
  'navigation-target-missing',
  'nearby-ineligible',
  'observer-circular',
  'other-platform-login',
  'other-platform-words',
  'outside-link-copied',
  'outside-services',
  'page-failing',
  'page-files-missing',
  'page-stack-full',
  'payment-dummy',
  'payment-unmentioned',
  'personal-data-exposed',
  'personal-data-to-third-party',
  'personality-quiz-copy',
  'phone-button-words',
  'plain-transport',
  'privacy-item-undeclared',
  'privacy-policy-unreachable',
  'prize-draw',
  'prize-fabricated',
  'program-directory',
  'program-jump-unasked',
  'program-too-simple',
  'prompt-on-entry',
  'pull-down-hidden',
  'purpose-hollow',
  'refusal-unheeded',
  'secret-in-package',
  'share-wall',
  'shop-command-copy',
  'superstition-copy',
  'sweepstakes-copy',
  'tab-bar-invalid',
  'tencent-name',
  'test-account-missing',
  'unfinished-content',
  'upload-unannounced',
  'user-content-unfiltered',
  'virtual-goods-payment',
  'watermark-removal',
])

describe('every message of every rule', async () => {
  for (const [id, documented] of await loadDocumented([...rules.keys()])) {
    const messages = Object.keys(documented.rule.meta.messages)
    test(`${id}: should be shown at a place on its page`, () => {
      const examples = rulePage(id, documented).split('## 例子 Examples')[1] ?? ''
      expect(messages.filter((message) => !new RegExp(`(?:\\^ |- \`)${message}(?![\\w-])`).test(examples))).toEqual([])
    })
    if (!NAMES_PLACES.has(id)) continue
    test(`${id}: should have an example that names text, a field of the listing or a page`, () => {
      const named = documented.examples.flatMap((example) =>
        example.expect.flatMap((one) => (one.excerpt || one.listing || one.page ? [one.message] : [])),
      )
      expect(messages.filter((message) => !named.includes(message))).toEqual([])
    })
  }
})
