Page({ data: { rooms: ['一年级', '二年级', '三年级'] }, sit() { wx.showToast({ title: '已切换年级清单', icon: 'none' }) } })
