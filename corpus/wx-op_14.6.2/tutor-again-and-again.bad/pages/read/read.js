const perm = require('../../lib/perm')
Page({
  data: { text: '春眠不觉晓', denied: '' },
  begin() { perm.ensure('scope.record').then(() => wx.getRecorderManager().start({ duration: 60000 })) },
  retry() {}
})
