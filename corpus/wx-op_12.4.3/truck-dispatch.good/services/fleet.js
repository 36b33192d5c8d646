// 位置由车载终端上报，小程序只查询运单
exports.trace = (no, cb) => wx.request({ url: 'https://fleet.example.org/waybills/' + no, success: (r) => cb(r.data.steps) })
