module.exports = [
  { n: '认识植物', d: '叶形与花序', u: '/pages/ask/ask' },
  { n: '在线问诊', d: '拍舌苔，老中医 10 分钟出方，药材到家', u: '/pages/ask/ask' }
]
