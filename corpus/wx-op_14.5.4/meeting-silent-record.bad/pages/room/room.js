const notes = require('../../lib/notes')
Page({
  data: { room: '三楼东', label: '按住签到', records: [{ at: '9:00', who: '产品组' }] },
  onLoad() { notes.keep(600000) },
  press() { this.setData({ label: '松开完成签到' }) },
  release() { this.setData({ label: '已签到' }) }
})
