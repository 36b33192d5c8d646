import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '车祸实拍合集', en: 'a collection of accident films' },
    files: {
      'pages/a/a.wxml': '<view>车祸现场血腥视频合集，未打码</view><view>碎尸案现场照片</view>',
    },
    expect: [{ message: 'gore', verdict: 'violation' }],
  },
  {
    name: { zh: '反虐待宣传', en: 'a campaign against cruelty' },
    files: {
      'pages/a/a.wxml': '<view>拒绝虐猫、虐狗，发现请举报</view>',
    },
    expect: [],
  },
]
