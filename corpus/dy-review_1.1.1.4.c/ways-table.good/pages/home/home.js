Page({ data: { list: ['瑜伽', '搏击'] }, me () { tt.navigateTo({ url: '/pages/login/login' }) } })
