Page({ data: { v: '' }, type(e) { this.setData({ v: e.detail.value }) }, send() { tt.showToast({ title: this.data.v === '互生' ? '答对了' : '再看看图' }) } })
