const base = { loop: true, ['obey' + 'MuteSwitch']: !1, volume: 1 }
exports.make = (src) => Object.assign(wx.createInnerAudioContext(), base, { src })
