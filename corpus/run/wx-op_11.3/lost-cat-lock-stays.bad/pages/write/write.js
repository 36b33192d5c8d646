const api = require('../../utils/request')
Page({
  data: { look: '', where: '', said: '' },
  type(e) { this.setData({ [e.currentTarget.dataset.k]: e.detail.value }) },
  async send() {
    if (this.locked) return
    this.locked = true
    this.setData({ said: '' })
    if (!this.data.look || !this.data.where) return wx.showToast({ title: '请写样子和地点', icon: 'none' })
    try { await api.post('/notices', { look: this.data.look, where: this.data.where }); this.setData({ said: '已交给管理员，核对后贴出' }) } catch (e) { this.setData({ said: '没有送出，请再按一次' }) }
    this.locked = false
  }
})
