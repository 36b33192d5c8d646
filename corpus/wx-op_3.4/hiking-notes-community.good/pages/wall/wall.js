const api = (k, v) => Promise.resolve(v === undefined ? wx.getStorageSync(k) || [] : wx.setStorageSync(k, v))
Page({
  data: { posts: [], text: '' },
  async onShow() { this.setData({ posts: await api('posts') }) },
  type(e) { this.data.text = e.detail.value },
  async post() { await api('posts', this.data.posts.concat({ id: Date.now(), text: this.data.text })); this.onShow() }
})
