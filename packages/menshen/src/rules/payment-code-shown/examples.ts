import { type Example, sketchPicture, sketchPictures } from '../kit.ts'

const files = { 'pages/a/a.ttml': '<image src="/images/tip.png" />', 'pages/a/a.js': 'Page({})' }

export const examples: readonly Example[] = [
  {
    name: { zh: '微信个人收款码', en: 'a personal purse on WeChat' },
    files,
    pictures: sketchPictures(sketchPicture('images/tip.png', { codes: ['wxp://f2f0sampleonly'] })),
    expect: [{ message: 'purse-in-picture', file: 'images/tip.png', verdict: 'review' }],
  },
  {
    name: { zh: '大写网址的支付宝收款码', en: 'a purse on Alipay, in capitals' },
    files: { 'pages/a/a.ttml': '<view>联系我们</view>', 'pages/a/a.js': 'Page({})' },
    pictures: sketchPictures(sketchPicture('assets/1.jpg', { codes: ['HTTPS://QR.ALIPAY.COM/FKX00000SAMPLE'] })),
    expect: [{ message: 'purse-in-picture', file: 'assets/1.jpg', verdict: 'review' }],
  },
  {
    name: { zh: '门票示例码和官网链接', en: 'a sample ticket and the shop’s own page' },
    files,
    pictures: sketchPictures(sketchPicture('images/tip.png', { codes: ['TICKET-2026-0001', 'https://www.example.com/pay-help'] })),
    expect: [],
  },
]
