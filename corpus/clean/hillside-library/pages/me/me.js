const reader = require('../../services/reader')
Page({
  data: { on: false, said: '' },
  onShow() { this.setData({ on: !!reader.card(), said: '' }) },
  go(e) { wx.navigateTo({ url: '/pages/' + e.currentTarget.dataset.p }) },
  out() { wx.showModal({ title: '退出登录', content: '将在本机退出读者证', success: (r) => { if (r.confirm) { reader.leave(); this.onShow() } } }) },
  erase() { wx.showModal({ title: '注销账号', content: '删除读者账号与借阅历史，不能恢复；未还图书请先归还。', success: (r) => r.confirm && reader.erase().then(() => this.onShow(), () => this.setData({ said: '没有注销成功，请到服务台办理' })) }) }
})
