Page({ data: { list: [{ n: '三斤箱', p: '39.90' }, { n: '五斤箱', p: '59.90' }] }, open(e) { const { n, p } = e.currentTarget.dataset; tt.navigateTo({ url: `/pages/order/order?n=${n}&p=${p}` }) } })
