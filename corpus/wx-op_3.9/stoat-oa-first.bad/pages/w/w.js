Page({ data: { w: ['stoat', 'weasel'], r: '' }, look() { wx.showModal({ title: '查看成绩', content: '请先关注「白鼬英语」公众号后才能查看成绩', showCancel: false }) } })
