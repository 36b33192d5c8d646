const { tips } = require('../../data/tips')
Page({ data: { i: 0, tip: tips[0] }, next() { const i = (this.data.i + 1) % tips.length; this.setData({ i, tip: tips[i] }) } })
