const app = 'https://app.example.org/d'
module.exports = [
  { t: '四块：海' }, { t: '九块：山' }, { t: '十六块：城' },
  { t: '下载「拼图茶几」App 后才能解锁后面 96 关，还送 100 金币', stop: app }
]
