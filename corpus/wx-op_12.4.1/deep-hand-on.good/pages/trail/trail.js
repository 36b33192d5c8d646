const command = require('../../lib/command')
const hooks = { show: ['flush'], tap: ['mark'] }
const fire = (page, when) => hooks[when].forEach((c) => command[c](page))
Page({
  data: { name: '云杉步道', at: null, log: null },
  onShow() { fire(this, 'show') },
  go() { wx.showModal({ title: '记录徒步', content: '将读取一次位置，只用来在本机标出起点，不上传。', success: (r) => r.confirm && fire(this, 'tap') }) }
})
