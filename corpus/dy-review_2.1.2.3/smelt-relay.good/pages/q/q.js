Page({ data: { qs: ['口味如何', '上菜快吗'] }, pick(e) { this.a = e.detail.value }, done() { tt.request({ url: 'https://api.smelt.example.org/rate', method: 'POST', data: { a: this.a } }) } })
