const api = (p, data, method = 'GET') => new Promise((ok) => wx.request({ url: 'https://hike.example.org' + p, data, method, success: (r) => ok(r.data) }))
Page({
  data: { posts: [], text: '' },
  async onShow() { this.setData({ posts: await api('/posts/everyone') }) },
  type(e) { this.data.text = e.detail.value },
  async post() { await api('/posts', { text: this.data.text }, 'POST'); this.onShow() },
  async reply(e) { await api('/comments', { to: e.currentTarget.dataset.id, text: this.data.text }, 'POST') }
})
