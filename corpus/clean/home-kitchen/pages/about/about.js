Page({ report() { tt.navigateTo({ url: '/pages/report/report' }) } })
