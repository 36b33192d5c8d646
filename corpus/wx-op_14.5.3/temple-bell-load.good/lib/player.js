class Player {
  get m() { return this._m || (this._m = wx.getBackgroundAudioManager()) }
  load(song) { this.song = song; return this }
  play() { const { m } = this; m.title = this.song.title; m.src = this.song.src }
  stop() { this.m.stop() }
}
module.exports = new Player()
