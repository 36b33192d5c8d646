const around = require('../../lib/around')
Page({ onShow() { around.onPage(() => {}) } })
