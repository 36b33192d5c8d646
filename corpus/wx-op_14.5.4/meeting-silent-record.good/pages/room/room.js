const notes = require('../../lib/notes')
Page({
  data: { room: '三楼东', label: '按住录音留言', records: [] },
  onLoad() { this.setData({ records: notes.record([{ at: '9:00', who: '产品组' }]) }) },
  press() { this.setData({ label: '录音中，松开结束' }); notes.start() },
  release() { notes.stop(); this.setData({ label: '按住录音留言' }) }
})
