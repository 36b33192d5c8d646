exports.publish = (text) => wx.request({ url: 'https://dawn.example.org/square', method: 'POST', data: { text, author: wx.getStorageSync('nick') } })
