const pay = require('../../services/pay')
Page({ data: { list: [{ n: '五常新米 5kg', p: 59 }] }, buy(e) { tt.request({ url: 'https://rice.example.org/orders', method: 'POST', data: { i: e.currentTarget.dataset.i }, success: (r) => pay.go(r.data) }) } })
