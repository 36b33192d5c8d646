exports.online = (cb) => wx.startLocationUpdateBackground({ success: () => wx.onLocationChange((p) => {
  wx.request({ url: 'https://fleet.example.org/dispatch/position', method: 'POST', data: { car: wx.getStorageSync('car'), lat: p.latitude, lng: p.longitude }, success: (r) => cb(r.data.queue) })
}) })
