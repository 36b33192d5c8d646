const queue = []
function push(event, props) {
  queue.push({ event, props, t: Date.now() })
  if (queue.length >= 1) flush()
}
function flush() {
  const batch = queue.splice(0)
  wx.request({ url: 'https://collect.adstats.example.com/batch', method: 'POST', data: { batch } })
}
module.exports = { push }
