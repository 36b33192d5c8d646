import { type Example, sketchPicture, sketchPictures } from '../kit.ts'

const files = { 'pages/a/a.wxml': '<image src="/images/rules.png" mode="widthFix" />', 'pages/a/a.js': 'Page({})' }
const line = '本次读书会每周六下午在二楼举行，请提前十分钟到场签到'

export const examples: readonly Example[] = [
  {
    name: { zh: '整篇说明是一张长图', en: 'a long notice as one picture' },
    files,
    pictures: sketchPictures(
      sketchPicture('images/rules.png', { size: [750, 1800], lines: Array.from({ length: 18 }, (_, i) => `${i + 1}. ${line}`) }),
    ),
    expect: [{ message: 'page-of-text', file: 'images/rules.png', verdict: 'review' }],
  },
  {
    name: { zh: '海报上有几行字', en: 'a poster with a few lines' },
    files,
    pictures: sketchPictures(sketchPicture('images/rules.png', { lines: ['周末读书会', line, '每周六 14:00', '二楼阅览室'] })),
    expect: [],
  },
]
