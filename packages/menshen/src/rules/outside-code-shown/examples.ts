import { type Example, sketchPicture, sketchPictures } from '../kit.ts'

const files = { 'pages/a/a.wxml': '<image src="/images/group.png" />', 'pages/a/a.js': 'Page({})' }

export const examples: readonly Example[] = [
  {
    name: { zh: '进群领红包的群二维码', en: 'a group’s code with a red packet' },
    files,
    pictures: sketchPictures(sketchPicture('images/group.png', { codes: ['https://weixin.qq.com/g/sample'], lines: ['扫码进群领取红包'] })),
    expect: [{ message: 'contact', file: 'images/group.png', verdict: 'review' }],
  },
  {
    name: { zh: '别家小程序的圆形码', en: 'the round code of a program' },
    files,
    pictures: sketchPictures(sketchPicture('images/group.png', { round: 1 })),
    expect: [{ message: 'program', file: 'images/group.png', verdict: 'review' }],
  },
  {
    name: { zh: '安装包下载码', en: 'a code for an installer' },
    files,
    pictures: sketchPictures(sketchPicture('images/group.png', { codes: ['https://dl.example.com/shop-1.2.apk'] })),
    expect: [{ message: 'download', file: 'images/group.png', verdict: 'review' }],
  },
  {
    name: { zh: '抖音小程序里引到网页的码', en: 'a code to a page, on Douyin' },
    files: { 'pages/a/a.ttml': '<image src="/images/group.png" />', 'pages/a/a.js': 'Page({})' },
    pictures: sketchPictures(sketchPicture('images/group.png', { codes: ['https://h5.example.com/coupon'] })),
    expect: [{ message: 'link', file: 'images/group.png', verdict: 'review' }],
  },
  {
    name: { zh: '示例票码和无线网络码', en: 'a sample ticket and a network’s code' },
    files,
    pictures: sketchPictures(sketchPicture('images/group.png', { codes: ['NO.20260001', 'WIFI:S:teahouse;T:WPA;P:12345678;;'] })),
    expect: [],
  },
]
