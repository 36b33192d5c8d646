Page({ data: { list: [{ n: '小白菜', p: '2.5' }, { n: '番茄', p: '4.8' }] }, add(e) { wx.showToast({ title: '已选 ' + e.currentTarget.dataset.n, icon: 'none' }) } })
