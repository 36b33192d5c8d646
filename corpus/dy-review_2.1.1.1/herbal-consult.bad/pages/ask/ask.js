Page({ data: { v: '' }, type(e) { this.setData({ v: e.detail.value }) }, send() { tt.request({ url: 'https://herb.example.org/consult', method: 'POST', data: { v: this.data.v } }) } })
