Page({ data: { list: [{ id: 1, n: '海苔' }, { id: 2, n: '芒果干' }] }, open(e) { tt.navigateTo({ url: '/pages/deal/deal?id=' + e.currentTarget.dataset.id }) } })
