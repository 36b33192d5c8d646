Page({ data: { words: ['abandon', 'ability'] }, code () { wx.navigateTo({ url: '/pages/code/code' }) } })
