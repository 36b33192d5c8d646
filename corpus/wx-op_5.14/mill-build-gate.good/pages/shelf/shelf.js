const flags = require('../../lib/flags')
Page({
  data: { old: false, tips: ['高筋做面包', '低筋做蛋糕'], bags: [{ id: 1, t: '高筋面粉 1 公斤', p: 9.9 }] },
  onLoad() { Promise.all([flags.remote(), flags.local()]).then(([there, here]) => this.setData({ old: there.build > here })) }
})
