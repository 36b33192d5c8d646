import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '为山区孩子募捐', en: 'money for children in the hills' },
    files: {
      'pages/a/a.ttml': '<view>为山区孩子献爱心，捐赠一本书</view><view>爱心捐款已收到 320 笔</view><button bindtap="go">立即捐赠</button>',
    },
    expect: [{ message: 'raised', verdict: 'violation' }],
  },
  {
    name: { zh: '字间加空格的募捐', en: 'spaces between the characters' },
    files: { 'pages/a/a.ttml': '<view>大 病 筹 款</view><view>善 款 直达医院</view>' },
    expect: [{ message: 'raised', verdict: 'violation' }],
  },
  {
    name: { zh: '志愿者活动；谢绝捐款', en: 'volunteers; no donations are taken' },
    files: { 'pages/a/a.ttml': '<view>周末清扫公园，志愿者报名</view><view>本活动不接受捐款</view><view>公益讲座：垃圾分类</view>' },
    expect: [],
  },
]
