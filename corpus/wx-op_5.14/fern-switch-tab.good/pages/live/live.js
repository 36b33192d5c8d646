Page({ data: { rooms: [{ t: '直播间：今晚八点开播', id: 1 }, { t: '会员专享课 ¥199', id: 2 }] }, enter(e) { wx.showToast({ title: '进入 ' + e.currentTarget.dataset.id, icon: 'none' }) } })
