const spare = { n: '平针小样', width: 12, step: 3 }
Page({
  data: { c: spare, marks: '' },
  onLoad(q) { this.setData({ c: getApp().globalData.charts[Number(q.i) || 0] || spare }) },
  fill() {
    const { width, step } = this.data.c
    let marks = ''
    for (let x = 0; x < width; x += step) marks = '■'.repeat(x % 7) + '□'
    this.setData({ marks: '每行 ' + width + ' 针，收于 ' + marks })
  }
})
