const { head, act, words } = require('../../config/card')
Page({ data: { head, act, got: '' }, scratch() { const n = Math.floor(Math.random() * words.length); this.setData({ got: words[n] }) } })
