import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '擦边词，留给人看', en: 'suggestive words, for a human' },
    files: {
      'pages/a/a.ttml': '<view>性感热舞</view>',
    },
    expect: [{ message: 'suggestive', verdict: 'review' }],
  },
  {
    name: { zh: '涉性的大冒险', en: 'a sexual dare' },
    files: {
      'pages/a/a.ttml': '<view>大冒险：说出你最近一次性生活的细节</view>',
    },
    expect: [{ message: 'innuendo', verdict: 'violation' }],
  },
  {
    name: { zh: '成人视频入口', en: 'an entry to adult films' },
    files: {
      'pages/a/a.wxml': '<view>成人视频免费看，深夜福利看片</view>',
    },
    expect: [{ message: 'lure', verdict: 'violation' }],
  },
  {
    name: { zh: '性服务按小时计价', en: 'sexual services by the hour' },
    files: {
      'pages/a/a.wxml': '<view>外围模特上门，全套服务可过夜 1500 元</view>',
    },
    expect: [{ message: 'trade', verdict: 'violation' }],
  },
  {
    name: { zh: '成人用品货架', en: 'a shelf of devices' },
    files: {
      'pages/a/a.ttml': '<view>飞机杯、情趣玩具</view><view>￥129</view>',
    },
    expect: [{ message: 'devices', verdict: 'violation' }],
  },
  {
    name: { zh: '出售穿过的衣物', en: 'worn clothing' },
    files: {
      'pages/a/a.ttml': '<view>原味丝袜出售 ￥66</view>',
    },
    expect: [{ message: 'garments', verdict: 'violation' }],
  },
  {
    name: { zh: '低俗婚闹节目', en: 'vulgar wedding games' },
    files: {
      'pages/a/a.ttml': '<view>低俗婚闹节目单</view><view>闹伴娘游戏</view>',
    },
    expect: [{ message: 'body', verdict: 'violation' }],
  },
  {
    name: { zh: '找情人启事', en: 'an advert for a lover' },
    files: {
      'pages/a/a.ttml': '<view>教你找情人，包养价格表</view>',
    },
    expect: [{ message: 'affairs', verdict: 'violation' }],
  },
  {
    name: { zh: '谢绝婚闹、拒绝色情、普法问答', en: 'refusals and a legal column' },
    files: {
      'pages/a/a.ttml':
        '<view>提醒：谢绝低俗婚闹</view><view>正规按摩，拒绝一切色情服务要求</view><view>发现伴侣有婚外情怎么办</view><view>床上用品四件套 ￥199</view>',
    },
    expect: [],
  },
]
