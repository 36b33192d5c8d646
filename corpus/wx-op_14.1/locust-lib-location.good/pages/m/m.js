const MapSdk = require('../../libs/map-sdk.min')
const sdk = new MapSdk({ key: 'demo' })
Page({ data: { list: [] }, near() { wx.showModal({ title: '使用位置', content: '用于显示附近的槐树打卡点', success: (r) => { if (r.confirm) sdk.around({ success: ({ data }) => this.setData({ list: data.list }) }) } }) } })
