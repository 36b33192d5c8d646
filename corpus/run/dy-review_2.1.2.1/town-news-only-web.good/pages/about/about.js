Page({ terms() { tt.navigateTo({ url: '/pages/web/web' }) } })
