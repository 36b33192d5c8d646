const list = [{ id: 1, t: '图书馆夜间开放', b: '即日起至 22 点。' }, { id: 2, t: '滨海绿道贯通', b: '全长 12 公里。' }]
Page({ data: { list }, open(e) { tt.navigateTo({ url: '/pages/hot/hot?i=' + e.currentTarget.dataset.i }) }, terms() { tt.navigateTo({ url: '/pages/me/me' }) } })
