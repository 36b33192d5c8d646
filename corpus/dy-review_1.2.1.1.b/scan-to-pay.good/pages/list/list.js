Page({ data: { sights: [{ id: 1, n: '上溪', p: 34 }, { id: 2, n: '双瀑', p: 34 }] }, open(e) { tt.navigateTo({ url: '/pages/order/order?p=' + e.currentTarget.dataset.p }) } })
