Page({ data: { books: [{ n: '面包店的猫' }, { n: '屋顶农夫' }] }, vip() { tt.navigateTo({ url: '/pages/vip/vip' }) } })
