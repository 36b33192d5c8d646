const gate = require('../../lib/gate')
Page({ got(e) { if (e.detail.encryptedData) gate.pass(e.detail) }, later() { tt.reLaunch({ url: '/pages/home/home' }) } })
