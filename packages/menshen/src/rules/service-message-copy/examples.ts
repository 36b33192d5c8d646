import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '进客服会话领红包', en: 'a gift in the service chat' },
    files: { 'pages/a/a.wxml': '<view>新人福利</view><view>点击进入客服会话，领取红包</view>' },
    expect: [{ message: 'bait', verdict: 'violation' }],
  },
  {
    name: { zh: '模板消息群发广告', en: 'advertising by template messages' },
    files: { 'pages/a/a.wxml': '<view>商家后台</view><view>用模板消息给所有用户群发促销广告</view>' },
    expect: [{ message: 'advert', verdict: 'violation' }],
  },
  {
    name: { zh: '没领到时找客服；退订营销', en: 'help when a gift did not arrive; opting out of marketing' },
    files: {
      'pages/a/a.wxml': '<view>红包未到账请联系客服</view><view>订阅消息只通知发货，不发广告</view><view>可以随时退订营销短信</view>',
    },
    expect: [],
  },
]
