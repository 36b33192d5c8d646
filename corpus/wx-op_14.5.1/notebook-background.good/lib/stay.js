let on = false
exports.toggle = () => {
  const m = wx.getBackgroundAudioManager()
  if (on) { m.stop(); return (on = false) }
  m.title = '我的手帐'; m.src = 'https://cdn.example.org/tts/last.mp3'
  return (on = true)
}
