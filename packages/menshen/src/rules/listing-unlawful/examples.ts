import type { Example } from '../kit.ts'

const files = { 'pages/a/a.wxml': '<view>夜宵地图</view>' }

export const examples: readonly Example[] = [
  {
    name: { zh: '描述里代办假证，字间有空格', en: 'the description sells false papers, with blanks between the characters' },
    files,
    listing: { name: '夜宵地图', intro: '城里的夜宵摊位', description: '收录夜宵摊。另可办 理 假 证，刻章办证当天出' },
    expect: [{ message: 'unlawful', listing: 'description', verdict: 'violation' }],
  },
  {
    name: { zh: '名称就是赌博', en: 'the name is gambling' },
    files,
    listing: { name: '百家乐大厅', intro: '朋友聚会' },
    expect: [{ message: 'unlawful', listing: 'name', verdict: 'violation' }],
  },
  {
    name: { zh: '简介提到一个词，供人工判断', en: 'one word in the introduction, for a human' },
    files,
    listing: { name: '夜宵地图', intro: '夜宵摊、便利店与雪茄吧' },
    expect: [{ message: 'unlawful', listing: 'intro', verdict: 'review' }],
  },
  {
    name: { zh: '鼓励举报假证', en: 'people are asked to report false papers' },
    files,
    listing: { name: '夜宵地图', intro: '查看店家公示的健康证', description: '发现假证请举报；不提供任何办证服务' },
    expect: [],
  },
]
