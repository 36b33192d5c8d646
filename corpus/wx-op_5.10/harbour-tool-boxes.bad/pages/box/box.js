const list = require('../../config/boxes')
const open = wx[['navigateTo', 'MiniProgram'].join('')]
Page({ data: { boxes: list.map(([id, n]) => ({ id, n })) }, go(e) { open({ appId: list[e.currentTarget.dataset.i][0] }) } })
