Page({ data: { list: [{ n: '悬铃木 41 号', s: '已登记' }, { n: '香樟 12 号', s: '待拍照' }] }, shot(e) { wx.navigateTo({ url: '/pages/shot/shot?n=' + e.currentTarget.dataset.n }) } })
