import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '趣味测试合集', en: 'a collection of tests' },
    files: {
      'pages/a/a.wxml': '<view>性格测试</view><view>心理测试大全</view>',
    },
    expect: [{ message: 'quiz', file: 'pages/a/a.wxml', excerpt: '性格测试', verdict: 'violation' }],
  },
  {
    name: { zh: '诊所里附带一页性格测试', en: 'one page with a test in the program of a clinic' },
    files: {
      'pages/a/a.wxml': '<navigator url="/pages/b/b">预约挂号</navigator><navigator url="/pages/c/c">门诊时间</navigator>',
      'pages/b/b.wxml': '<view>就诊记录</view>',
      'pages/c/c.wxml': '<view>性格测试</view><view>心理测试大全</view>',
    },
    expect: [{ message: 'quiz', verdict: 'review' }],
  },
  {
    name: { zh: '驾校模拟考试', en: 'practice for a driving test' },
    files: {
      'pages/a/a.wxml': '<view>科目一模拟考试</view><view>网络测速</view>',
    },
    expect: [],
  },
]
