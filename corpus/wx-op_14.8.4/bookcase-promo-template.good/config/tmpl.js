module.exports = [
  { id: 'T-1101', title: '图书到期提醒', body: '你借阅的图书将于 3 天后到期，请按时归还' }
]
