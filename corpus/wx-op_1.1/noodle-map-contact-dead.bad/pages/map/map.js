const conf = { shops: ['巷口大排面', '阿婆葱油面'], tel: '' }
Page({ data: conf, call() { if (conf.tel) wx.makePhoneCall({ phoneNumber: conf.tel }) } })
