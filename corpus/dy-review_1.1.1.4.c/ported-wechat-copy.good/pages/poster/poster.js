const wx = tt.getSystemInfoSync().windowWidth
const draw = (ctx, lines) => { lines.forEach((s, i) => ctx.fillText(s, wx / 20, 40 + i * 30)); ctx.draw() }
Page({
  data: { tip: '' },
  me() { tt.navigateTo({ url: '/pages/me/me' }) },
  make() { draw(tt.createCanvasContext('p'), ['陶然茶馆', '秋日新茶']); this.setData({ tip: '保存图片，发给爱喝茶的朋友，圈子越喝越热闹' }) }
})
