const t = { head: '桥牌叫牌练习', add: '发一副牌', out: '清零练习分（不可兑换，禁止赌博）' }
Page({ data: { t, n: 0 }, add() { this.setData({ n: this.data.n + 1 }) }, out() { this.setData({ n: 0 }) } })
