const load = () => new Promise((ok) => wx.request({ url: 'https://file.example.org/messages', success: (r) => ok(r.data[0] || null), fail: () => ok(null) }))
Page({
  data: { n: null, files: ['合同.pdf'] },
  onShow() { load().then((m) => this.setData({ n: m && { badge: '', title: '来自清爽文件的消息', body: m.text } })) },
  open() { this.setData({ n: null }) }
})
