Page({ data: { a: 7, b: 8, ok: '' }, answer(e) { this.setData({ ok: Number(e.detail.value) === this.data.a * this.data.b ? '对了' : '再想想' }) }, next() { this.setData({ a: 6, b: 9, ok: '' }) } })
