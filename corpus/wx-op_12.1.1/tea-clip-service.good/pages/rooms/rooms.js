import { on } from '../../lib/bus'
const readInvite = (done) =>
  wx.getClipboardData({
    success: ({ data }) => {
      const m = /CK(\d{6})/.exec(data)
      if (m) done(m[1])
    }
  })
Page({
  data: { rooms: ['临溪大床', '竹楼双床'], code: '' },
  onLoad() {
    on('front', () => this.setData({ tip: '有邀请码可在此填写' }))
  },
  paste() {
    readInvite((code) => this.setData({ code }))
  },
  type(e) {
    this.setData({ code: e.detail.value })
  }
})
