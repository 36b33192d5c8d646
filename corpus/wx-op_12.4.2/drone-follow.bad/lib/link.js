const sock = wx.connectSocket({ url: 'wss://drone.example.org/ctrl' })
exports.send = (cmd, ...a) => sock.send({ data: [cmd, ...a].join(',') })
