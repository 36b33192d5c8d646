const deck = [['sparrow', '麻雀'], ['harbor', '港口']]
Page({ data: { i: 0, w: deck[0] }, next() { const i = (this.data.i + 1) % deck.length; this.setData({ i, w: deck[i] }) }, help() { wx.navigateTo({ url: '/pages/help/help' }) } })
