Page({ data: { slots: ['9:00', '9:30', '14:00'], at: '' }, pick(e) { this.setData({ at: e.currentTarget.dataset.t }) }, ok() { wx.showToast({ title: '已预约 ' + this.data.at }) } })
