class Player {
  get m() { return this._m || (this._m = wx.getBackgroundAudioManager()) }
  load(song) { const { m } = this; m.title = song.title; m.src = song.src; return this }
  stop() { this.m.stop() }
}
module.exports = new Player()
