const { ios } = require('../../lib/env')
Page({ data: { ios, list: [{ t: '指弹入门 30 讲', p: 199 }] }, buy(e) { if (ios) return; tt.request({ url: 'https://api.perch.example.org/order', success: ({ data }) => tt.requestOrder({ data: data.data, byteAuthorization: data.auth, success: ({ orderId }) => tt.getOrderPayment({ orderId }) }) }) } })
