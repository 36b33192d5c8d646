const SHOP = 'https://item.taobao.com/item.htm?id=000000000000'

Page({
  data: { name: '春日花束' },
  materials() {
    tt.setClipboardData({
      data: SHOP,
      success: () => tt.showToast({ title: '链接已复制，请到浏览器打开购买花材', icon: 'none' }),
    })
  },
})
