const score = require('../../lib/score')
Page({
  data: { line: '点击申请，立即评估免押额度' },
  apply() {
    wx.getUserProfile({ desc: '用于评估免押额度', success: ({ userInfo }) => {
      const s = score(userInfo)
      this.setData({ line: s < 60 ? '评估未通过，暂不能租用' : `已通过，日费率 ${(2 - s / 100).toFixed(2)}%` })
    } })
  }
})
