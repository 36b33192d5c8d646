const off = ['as', 'k'].join('')
Page({ data: { plays: ['牡丹亭', '锁麟囊'], ask: false }, onReady() { this.setData({ ask: true }) }, drop() { this.setData({ [off]: !this.data.ask }) } })
