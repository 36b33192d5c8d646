module.exports = [
  { k: 'account', label: '战绩小本账号', hint: '注册时的昵称' },
  { k: 'pwd', label: '密码', hint: '至少 8 位', secret: true }
]
