const queue = require('./queue')
module.exports = { mark: (page) => queue.push('spot', (r) => page.setData({ at: r })), flush: (page) => queue.push('log', (r) => page.setData({ log: r && r.data })) }
