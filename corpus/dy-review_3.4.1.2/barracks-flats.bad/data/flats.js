module.exports = [{ t: '两居 74㎡ 满五', p: '128 万', right: '商品' }, { t: '干休所院内 96㎡', p: '60 万', right: '军产' }]
