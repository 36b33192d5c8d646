const menu = [{ t: '我的借阅', u: '/pages/books/books' }, { t: '登录记录', u: '/pages/books/books' }]
Page({ data: { menu, state: '已退出流通：2 本' }, go(e) { wx.navigateTo({ url: menu[e.currentTarget.dataset.i].u }) } })
