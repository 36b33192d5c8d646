const bodies = [{ t: '图书馆夜间开放', b: '即日起至 22 点。' }, { t: '滨海绿道贯通', b: '全长 12 公里。' }]
Page({ data: { a: {} }, onLoad(q) { this.setData({ a: bodies[q.i] || bodies[0] }) }, keep() { tt.setStorageSync('keep', this.data.a.t) } })
