Page({ data: { posts: [{ n: '面点师', w: '早班' }, { n: '图书整理', w: '周末' }, { n: '接线员', w: '夜班' }] }, apply(e) { wx.navigateTo({ url: '/pages/apply/apply?post=' + e.currentTarget.dataset.n }) } })
