Page({ data: { trails: [{ n: '环湖线', k: 8 }, { n: '茶山线', k: 5 }] }, open(e) { tt.navigateTo({ url: '/pages/trail/trail?n=' + e.currentTarget.dataset.n }) } })
