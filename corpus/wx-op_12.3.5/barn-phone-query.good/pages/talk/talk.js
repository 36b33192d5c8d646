Page({
  data: { log: [] },
  onLoad() {
    const ch = this.getOpenerEventChannel()
    ch.on('tel', ({ tel }) => {
      this.sock = wx.connectSocket({ url: 'wss://talk.barn.example.org/in' })
      this.sock.onOpen(() => this.sock.send({ data: JSON.stringify({ tel }) }))
      this.sock.onMessage((m) => this.setData({ log: this.data.log.concat(m.data) }))
    })
  }
})
