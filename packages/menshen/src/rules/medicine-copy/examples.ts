import type { Example } from '../kit.ts'

export const examples: readonly Example[] = [
  {
    name: { zh: '在线问诊与器械特价', en: 'consultations and cheap devices' },
    files: {
      'pages/a/a.ttml': '<view>三甲医生在线问诊</view><view>血糖仪 医疗器械销售 ￥99</view>',
    },
    expect: [{ message: 'treatment', verdict: 'violation' }],
  },
  {
    name: { zh: '健康申报表里的病史', en: 'a medical history in a health form' },
    files: {
      'pages/a/a.ttml': '<view>您是否有以下病史：高血压、糖尿病</view><view>健身房团课预约</view>',
    },
    expect: [],
  },
]
