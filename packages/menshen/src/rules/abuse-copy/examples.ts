import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '骂人话术生成器', en: 'an insult generator' },
    files: {
      'pages/a/a.ttml': '<view>骂人神器：祖安语录一键复制</view>',
    },
    expect: [{ message: 'insult', verdict: 'violation' }],
  },
  {
    name: { zh: '曝光墙贴出身份证', en: 'a wall with identity numbers' },
    files: {
      'pages/a/a.wxml': '<view>曝光渣男信息，附身份证号和住址</view>',
    },
    expect: [{ message: 'exposure', verdict: 'violation' }],
  },
  {
    name: { zh: '打榜任务', en: 'chart tasks' },
    files: {
      'pages/a/a.ttml': '<view>每日打榜任务，集资应援冲第一，控评小组招募</view>',
    },
    expect: [{ message: 'fans', verdict: 'violation' }],
  },
  {
    name: { zh: '公约禁止骂人', en: 'a rule against insults' },
    files: {
      'pages/a/a.ttml': '<view>社区公约：禁止骂人、互喷，不得人肉搜索他人，禁止打榜</view>',
    },
    expect: [],
  },
]
