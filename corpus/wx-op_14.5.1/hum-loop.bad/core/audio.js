let manager
exports.keep = () => {
  manager = manager || wx.getBackgroundAudioManager()
  manager.title = ' '
  manager.src = 'https://static.example.org/silence.mp3' 
  manager.onEnded(() => { manager.src = 'https://static.example.org/silence.mp3' }) 
}
exports.drop = () => manager && manager.stop()
