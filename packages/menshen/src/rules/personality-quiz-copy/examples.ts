import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '趣味测试合集', en: 'a collection of tests' },
    files: {
      'pages/a/a.wxml': '<view>性格测试</view><view>心理测试大全</view>',
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
