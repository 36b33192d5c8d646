const verb = { s: '刮', d: '抽' }
module.exports = { head: `天天${verb.d}奖，人人有份`, act: `免费${verb.s}一张`, prizes: ['手机一部', '话费 50 元', '谢谢参与'] }
