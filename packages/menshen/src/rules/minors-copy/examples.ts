import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '只搁置给人看', en: 'only held for a human' },
    files: {
      'pages/a/a.ttml': '<view>童裸照片</view><view>￥9</view>',
    },
    expect: [{ message: 'protected', verdict: 'review' }],
  },
  {
    name: { zh: '小学生恋爱表情包', en: 'pupils as couples' },
    files: {
      'pages/a/a.ttml': '<view>小学生恋爱日记：三年级情侣头像</view>',
    },
    expect: [{ message: 'romance', verdict: 'violation' }],
  },
  {
    name: { zh: '学生纹身客照', en: 'tattooed pupils' },
    files: {
      'pages/a/a.ttml': '<view>初中生纹身客照</view><view>小学生抽烟表情包</view>',
    },
    expect: [{ message: 'harm', verdict: 'violation' }],
  },
  {
    name: { zh: '未成年人禁止入内；家长栏', en: 'minors not admitted; advice to parents' },
    files: {
      'pages/a/a.ttml': '<view>未成年人禁止纹身，未满 18 岁不接待</view><view>孩子问起「早恋」时，先听他说完</view>',
    },
    expect: [],
  },
]
