Page({ data: { s: ['1 号钓位', '2 号钓位'] }, in() { tt.navigateTo({ url: '/pages/in/in' }) } })
