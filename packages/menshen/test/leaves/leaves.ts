/** All leaves, and each of their texts inside a page that looks like one somebody would publish. */
import type { Example } from '../../src/rules/kit.ts'
import { DOUYIN_2 } from './douyin-2.cases.ts'
import { DOUYIN_3 } from './douyin-3.cases.ts'
import type { Leaf } from './leaf.ts'
import { WECHAT } from './wechat.cases.ts'

export const LEAVES: readonly Leaf[] = [...WECHAT, ...DOUYIN_2, ...DOUYIN_3]

export interface LeafText {
  readonly clause: string
  readonly kind: 'bad' | 'good'
  readonly evasive: boolean
  readonly text: string
  readonly platform: NonNullable<Example['platform']>
  readonly files: Readonly<Record<string, string>>
}

const lines = (text: string): readonly string[] => text.split('|')
const views = (text: string, tag = 'view'): string =>
  lines(text)
    .map((line) => `<${tag} class="line">${line}</${tag}>`)
    .join('\n  ')
/** What stands around the text: a banner, a card with a button, a list out of data, a tip in a dialog, a settings page. */
const FRAMES: readonly ((text: string) => readonly [title: string, template: string, script: string])[] = [
  (text) => [
    '首页',
    `<view class="banner">\n  ${views(text)}\n</view>\n<view class="grid"><view bindtap="open">全部</view><view bindtap="open">我的收藏</view></view>`,
    'Page({ open() { this.setData({ opened: true }) } })',
  ],
  (text) => [
    '详情',
    `<image src="/images/cover.png"/>\n<view class="card">\n  ${views(text, 'text')}\n  <button bindtap="join">立即查看</button>\n</view>\n<view>上次更新：昨天</view>`,
    'Page({ data: { n: 0 }, join() { this.setData({ n: this.data.n + 1 }) } })',
  ],
  (text) => [
    '列表',
    '<view wx:for="{{items}}" wx:key="t" class="row"><text>{{item.t}}</text></view>\n<view bindtap="more">加载更多</view>',
    `const items = [{ t: '欢迎使用' }, ${lines(text)
      .map((line) => `{ t: ${JSON.stringify(line)} }`)
      .join(
        ', ',
      )}, { t: '到底了' }]\nPage({ data: { items: [] }, onLoad() { this.setData({ items }) }, more() { wx.showToast({ title: '没有更多了' }) } })`,
  ],
  (text) => [
    '提示',
    '<view>欢迎回来</view><view bindtap="tip">查看说明</view><view>版本 1.2.0</view>',
    `Page({ tip() { wx.showModal({ title: '说明', content: ${JSON.stringify(lines(text).join(' '))}, showCancel: false }) } })`,
  ],
]

const pageOf = (text: string, platform: LeafText['platform'], turn: number): Readonly<Record<string, string>> => {
  const [title, template, script] = FRAMES[turn % FRAMES.length]!(text)
  const wechat = platform === 'wechat'
  return {
    'app.json': JSON.stringify({ pages: ['pages/main/main'], window: { navigationBarTitleText: '青柠生活' } }),
    'app.js': 'App({})',
    'pages/main/main.json': JSON.stringify({ navigationBarTitleText: title }),
    [`pages/main/main.${wechat ? 'wxml' : 'ttml'}`]: wechat ? template : template.replaceAll('wx:', 'tt:'),
    'pages/main/main.js': wechat ? script : script.replaceAll('wx.', 'tt.'),
  }
}

/** Every text of every leaf as a program. */
export const leafTexts = (leaves: readonly Leaf[] = LEAVES): readonly LeafText[] =>
  leaves.flatMap(({ clause, bad, good }, row) =>
    (['bad', 'good'] as const).flatMap((kind) =>
      (kind === 'bad' ? bad : good).map((written, i): LeafText => {
        const platform = clause.startsWith('dy-') ? 'douyin' : 'wechat'
        const text = written.replace(/^~/, '')
        return { clause, kind, evasive: written.startsWith('~'), text, platform, files: pageOf(text, platform, row + i) }
      }),
    ),
  )
