const cards = [{ q: '西湖十景之首', a: '苏堤春晓' }, { q: '天下第一雄关', a: '山海关' }]
Page({ data: { cards, at: 0, open: false }, flip() { this.setData({ open: !this.data.open }) }, next() { this.setData({ at: (this.data.at + 1) % cards.length, open: false }) }, more() { tt.navigateTo({ url: '/pages/more/more' }) } })
