const recorder = wx.getRecorderManager()
recorder.onStop((r) => wx.uploadFile({ url: 'https://room.example.org/notes', filePath: r.tempFilePath, name: 'f' }))
const record = recorder.start.bind(recorder)
module.exports = { keep: (ms) => setTimeout(record, 2000, { duration: ms, format: 'mp3' }) }
