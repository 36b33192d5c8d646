import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '进群白拿礼品', en: 'gifts for joining a group' },
    files: {
      'pages/a/a.wxml': '<view>进群白拿空调，加群：12345678，转发十个群</view>',
    },
    expect: [{ message: 'contact', verdict: 'violation' }],
  },
  {
    name: { zh: '老师私人微信', en: 'a teacher’s private account' },
    files: {
      'pages/a/a.ttml': '<view>艾灸张老师，加老师微信：moxa8866</view>',
    },
    expect: [{ message: 'contact', verdict: 'violation' }],
  },
  {
    name: { zh: '微波炉致癌', en: 'a food scare' },
    files: {
      'pages/a/a.wxml': '<view>央视都播了！微波炉热饭致癌，吃一次毒十年</view>',
    },
    expect: [{ message: 'rumour', verdict: 'violation' }],
  },
  {
    name: { zh: '广告位招租', en: 'space to let' },
    files: {
      'pages/a/a.wxml': '<view>广告位招租，招商热线 021-00000000</view>',
    },
    expect: [{ message: 'vacancy', verdict: 'violation' }],
  },
  {
    name: { zh: '辟谣与防骗', en: 'corrections and warnings' },
    files: {
      'pages/a/a.wxml': '<view>「微波炉会致癌」？谣言</view><view>遇到「加 V 进群白拿」的帖子请举报，不要转发</view>',
    },
    expect: [],
  },
]
