const cut = (n) => '￥' + n.toFixed(2)
const ios = tt.getSystemInfoSync().platform === 'ios'
Page({
  data: { list: [{ n: '可颂视频课', p: ios ? '' : cut(39), act: '购买课程' }, { n: '棉布围裙（实物邮寄）', p: cut(58), act: '购买围裙' }] },
  buy(e) { tt.pay({ orderInfo: { n: e.detail.n }, service: 5 }) }
})
