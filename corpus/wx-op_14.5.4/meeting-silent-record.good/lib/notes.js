const recorder = wx.getRecorderManager()
recorder.onStop((r) => wx.setStorageSync('memo', r.tempFilePath))
module.exports = { start: () => recorder.start({ duration: 60000 }), stop: () => recorder.stop(), record: (list) => list.slice(-20) }
