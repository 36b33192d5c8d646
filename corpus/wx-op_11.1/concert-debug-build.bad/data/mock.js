module.exports = [{ n: '测试商品aaa', p: '0.01' }, { n: 'test111', p: '0.01' }]
