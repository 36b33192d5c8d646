const { join, depth } = require('../../config/rate')
const who = ['你邀请的人', '他们再邀请的人', '第三层']
Page({
  data: { head: '我的团队收益', rows: depth.map((d, i) => ({ n: who[i] + '每进一单', v: `返 ${d * 100}%` })), label: `¥${join} 升级合伙人，开始拉团队` },
  act() { wx.navigateTo({ url: '/pages/join/join' }) }
})
