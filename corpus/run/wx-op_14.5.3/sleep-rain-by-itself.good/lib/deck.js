const deck = wx.createInnerAudioContext()
exports.load = (src) => { deck.src = src }
exports.toggle = (on) => (on ? deck.play() : deck.pause())
exports.end = () => deck.stop()
