const draw = (ctx, lines) => { lines.forEach((s, i) => ctx.fillText(s, 20, 40 + i * 30)); ctx.draw() }
Page({
  data: { tip: '' },
  me() { tt.navigateTo({ url: '/pages/me/me' }) },
  make() { draw(tt.createCanvasContext('p'), ['陶然茶馆', '秋日新茶']); this.setData({ tip: `保存图片，分享到${'朋友'}圈，长按识别小程序码` }) }
})
