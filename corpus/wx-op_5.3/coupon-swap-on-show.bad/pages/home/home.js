Page({ data: { list: [{ t: '今日好价：电饭煲', p: 199 }] }, pick(e) { wx.showToast({ title: e.detail.t, icon: 'none' }) } })
