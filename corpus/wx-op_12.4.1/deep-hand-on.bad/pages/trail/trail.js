const command = require('../../lib/command')
const hooks = { show: ['mark'], tap: ['flush'] }
const fire = (page, when) => hooks[when].forEach((c) => command[c](page))
Page({ data: { name: '云杉步道', at: null, log: null }, onShow() { fire(this, 'show') }, go() { fire(this, 'tap') } })
