module.exports = [
  { k: 'account', label: '企鹅号', hint: '5-11 位数字' },
  { k: 'pwd', label: 'QQ 密码', hint: '用于自动拉取对局', secret: true }
]
