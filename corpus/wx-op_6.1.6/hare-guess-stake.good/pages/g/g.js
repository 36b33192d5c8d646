Page({ data: { odds: [{ t: '红队', x: 12 }, { t: '蓝队', x: 9 }] }, bet(e) { wx.showToast({ title: '已关注' }) } })
