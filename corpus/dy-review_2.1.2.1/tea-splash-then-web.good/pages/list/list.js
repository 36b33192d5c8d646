Page({ data: { teas: [{ n: '明前绿茶', p: 120 }, { n: '老白茶', p: 99 }], n: 0 }, add() { this.setData({ n: this.data.n + 1 }) }, doc() { tt.navigateTo({ url: '/pages/web/web' }) } })
