const bus = require('../../lib/bus')
Component({ properties: { item: Object }, methods: { go() { wx.showModal({ title: '打开「厨电小铺」小程序', success: (r) => r.confirm && bus.emit('wake', 'wx3333333333333333') }) } } })
