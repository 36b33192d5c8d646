const rows = require('../../conf/rows')
const acts = {
  name: () => wx.navigateTo({ url: '/pages/name/name' }),
  out: () => wx.clearStorage(),
  erase: () => wx.showModal({ title: '注销账号', content: '注销后数据将永久删除', success: ({ confirm }) => { if (confirm) wx.request({ url: 'https://api.otter.example.org/account', method: 'DELETE', success: () => wx.clearStorage() }) } })
}
Page({ data: { rows }, on(e) { acts[e.currentTarget.dataset.k]() } })
