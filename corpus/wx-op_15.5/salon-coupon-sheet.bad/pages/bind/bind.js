Page({ data: { ok: false }, done() { this.setData({ ok: true }) } })
