module.exports = [{ id: 1, n: '乡村面包', p: 2800 }, { id: 2, n: '肉桂卷', p: 1600 }, { id: 3, n: '贝果', p: 1200 }]
