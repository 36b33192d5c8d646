import { type Example, sketchPicture, sketchPictures } from '../kit.ts'

const files = { 'pages/a/a.wxml': '<image src="/images/1.jpg" />', 'pages/a/a.js': 'Page({})' }

export const examples: readonly Example[] = [
  {
    name: { zh: '照片大半是肤色', en: 'a photograph that is mostly skin' },
    files,
    pictures: sketchPictures(sketchPicture('images/1.jpg', { measures: { skin: 0.55, skinPatch: 0.4, colours: 400 } })),
    expect: [{ message: 'much-skin', file: 'images/1.jpg', verdict: 'review' }],
  },
  {
    name: { zh: '证件照和肉色底的插画', en: 'a portrait, and a drawing on a flesh-coloured ground' },
    files,
    pictures: sketchPictures(
      sketchPicture('images/1.jpg', { measures: { skin: 0.25, skinPatch: 0.2, colours: 500 } }),
      sketchPicture('images/2.png', { measures: { skin: 0.9, skinPatch: 0.9, colours: 24 } }),
    ),
    expect: [],
  },
]
