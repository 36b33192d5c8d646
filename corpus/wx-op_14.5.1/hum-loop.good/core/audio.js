let manager
exports.play = track => {
  manager = manager || wx.getBackgroundAudioManager()
  manager.title = track.title
  manager.coverImgUrl = track.cover
  manager.src = track.src
}
exports.stop = () => manager && manager.stop()
