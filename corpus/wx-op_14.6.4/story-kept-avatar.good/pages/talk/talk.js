const profile = require('../../services/profile')
Page({
  data: { text: '' },
  type(e) { this.data.text = e.detail.value },
  me() { wx.navigateTo({ url: '/pages/me/me' }) },
  send() { wx.request({ url: 'https://story.example.org/comments', method: 'POST', data: { text: this.data.text, ...profile.card() } }) }
})
