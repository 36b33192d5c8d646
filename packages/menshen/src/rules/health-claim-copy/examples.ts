import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '一个月瘦二十斤的茶，字间藏了看不见的字符', en: 'a slimming tea, with hidden characters inside its name' },
    files: {
      'pages/a/a.ttml': '<view>减\u200b肥\u200b茶，一个月瘦 20 斤，无效退款</view>',
    },
    expect: [{ message: 'slimming', verdict: 'violation' }],
  },
  {
    name: { zh: '艾灸治胃病', en: 'moxibustion that cures' },
    files: {
      'pages/a/a.ttml': '<view>艾灸三次根治胃病，祖传秘方</view>',
    },
    expect: [{ message: 'cure', verdict: 'violation' }],
  },
  {
    name: { zh: '健身与足浴，声明不治病', en: 'a gym and a foot bath, with a denial' },
    files: {
      'pages/a/a.ttml': '<view>健身房月卡，含体测</view><view>足浴 60 分钟，本店不提供治病服务</view><view>我们不销售减肥茶</view>',
    },
    expect: [],
  },
]
