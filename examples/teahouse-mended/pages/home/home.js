const around = require('../../utils/around')
const api = require('../../services/api')
const entries = require('../../config/entries')

Page({
  data: { entries, shops: [], at: '', tune: 'https://cdn.teahouse.example.org/guqin.mp3', notice: { on: false, text: '' } },

  onLoad() {
    api.get('/shops').then((shops) => this.setData({ shops }))
    this.raise('本周四店休，周五照常营业')
  },

  nearest() {
    wx.showModal({
      title: '位置用途',
      content: '仅用于把茶馆按距离排列，不保存，也不上传。是否继续？',
      success: (answer) => {
        if (answer.confirm) around.locate(this)
      },
    })
  },

  raise(text) {
    this.setData({ notice: { on: true, text } })
  },

  hush() {
    this.setData({ 'notice.on': false })
  },

  stop() {},

  open(e) {
    const { url } = entries[e.currentTarget.dataset.index]
    wx.navigateTo({ url })
  },
})
