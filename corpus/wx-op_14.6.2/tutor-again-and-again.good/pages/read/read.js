const perm = require('../../lib/perm')
Page({
  data: { text: '春眠不觉晓', denied: '' },
  begin() { perm.ensure('scope.record').then(() => wx.getRecorderManager().start({ duration: 60000 }), () => this.setData({ denied: '未授权录音，仍可默读打卡；点此重新授权' })) },
  retry() { perm.open().then(() => this.setData({ denied: '' })) }
})
