module.exports = [
  { n: '认识植物', d: '叶形与花序', u: '/pages/ask/ask' },
  { n: '植物小测', d: '只讲植物形态，不提供问诊与用药建议', u: '/pages/ask/ask' }
]
