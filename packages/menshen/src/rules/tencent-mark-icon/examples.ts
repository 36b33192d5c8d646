import { type Example, sketchPicture, sketchPictures, sketchShape } from '../kit.ts'

const files = { 'pages/a/a.wxml': '<view>首页</view>', 'pages/a/a.js': 'Page({})' }
const round = (cx: number, cy: number, rx: number, ry: number) => (x: number, y: number) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1
/** Two talking bubbles, one before the other, without eyes. */
const bubbles = sketchShape(
  (x, y) => (round(0.36, 0.36, 0.36, 0.32)(x, y) && !round(0.69, 0.64, 0.35, 0.3)(x, y)) || round(0.7, 0.66, 0.3, 0.26)(x, y),
)
const cup = sketchShape(
  (x, y) => (x > 0.1 && x < 0.75 && y > 0.2) || (round(0.78, 0.5, 0.22, 0.22)(x, y) && !round(0.78, 0.5, 0.12, 0.12)(x, y)),
)

export const examples: readonly Example[] = [
  {
    name: { zh: '绿底双气泡', en: 'two bubbles on green' },
    files,
    listing: { name: '花信风', icon: 'icon.png' },
    pictures: sketchPictures(sketchPicture('icon.png', { role: 'icon', measures: { shape: bubbles, ink: [140, 0.9, 0.75] } })),
    expect: [{ message: 'like-a-mark', file: 'icon.png', verdict: 'review' }],
  },
  {
    name: { zh: '绿色茶杯', en: 'a green cup' },
    files,
    listing: { name: '花信风', icon: 'icon.png' },
    pictures: sketchPictures(sketchPicture('icon.png', { role: 'icon', measures: { shape: cup, ink: [140, 0.9, 0.75] } })),
    expect: [],
  },
  {
    name: { zh: '红色的对话气泡', en: 'talking bubbles in red' },
    files,
    listing: { name: '花信风', icon: 'icon.png' },
    pictures: sketchPictures(sketchPicture('icon.png', { role: 'icon', measures: { shape: bubbles, ink: [4, 0.9, 0.8] } })),
    expect: [],
  },
]
