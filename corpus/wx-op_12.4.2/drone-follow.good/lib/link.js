// 手册第三章「自动跟随」请在遥控器上设置，本程序不控制设备
exports.zones = (p) => wx.request({ url: 'https://map.example.org/zones', data: { lat: p.latitude.toFixed(2), lng: p.longitude.toFixed(2) } })
