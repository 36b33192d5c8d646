exports.list = [
  { n: '荷叶茶', d: '普通代用茶，没有减肥、增高等功效', p: 39 },
  { n: '冻顶乌龙', d: '中火烘焙，回甘', p: 88 }
]
exports.calc = (g) => `${g} 克约可冲 ${Math.floor(g / 5)} 泡`
