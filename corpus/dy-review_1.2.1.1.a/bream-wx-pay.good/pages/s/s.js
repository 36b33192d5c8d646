const { pay } = require('../../lib/pay')
Page({ data: { p: 18 }, buy() { tt.request({ url: 'https://api.bream.example.org/o', success: ({ data }) => pay(data).then(() => tt.showToast({ title: '已付' })) }) } })
