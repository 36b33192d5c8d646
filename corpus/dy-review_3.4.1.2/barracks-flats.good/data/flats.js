module.exports = [{ t: '两居 74㎡ 满五', p: '128 万', right: '商品' }, { t: '近旧营房公园 96㎡', p: '160 万', right: '商品' }]
