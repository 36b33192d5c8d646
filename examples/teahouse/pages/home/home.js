const around = require('../../utils/around')
const api = require('../../services/api')
const entries = require('../../config/entries')

Page({
  data: { entries, shops: [], at: '', tune: 'https://cdn.teahouse.example.org/guqin.mp3', notice: { on: false, text: '' } },

  onLoad() {
    around.locate(this)
    api.get('/shops').then((shops) => this.setData({ shops }))
    this.raise('关注公众号「拾光茶馆」，会员日五折')
  },

  raise(text) {
    this.setData({ notice: { on: true, text } })
  },

  hush() {
    this.setData({ 'notice.hint': '请先关注公众号' })
  },

  stop() {},

  open(e) {
    const { url } = entries[e.currentTarget.dataset.index]
    wx.navigateTo({ url })
  },
})
