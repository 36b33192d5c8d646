Page({
  data: { log: [] },
  onLoad({ tel }) {
    this.sock = wx.connectSocket({ url: `ws://talk.barn.example.org/in?tel=${tel}` })
    this.sock.onMessage((m) => this.setData({ log: this.data.log.concat(m.data) }))
  }
})
