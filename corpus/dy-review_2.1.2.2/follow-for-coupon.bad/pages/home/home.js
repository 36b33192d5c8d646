const { open } = require('../../lib/link')
const list = [{ n: '满 99 减 50', u: 'aHR0cHM6Ly9tLnRiLmNuL2guWDEyMw==' }, { n: '整单 8 折', u: 'aHR0cHM6Ly91LmpkLmNvbS9hYmM=' }]
Page({ data: { list, act: '复制链接去外部领券' }, get(e) { tt.setClipboardData({ data: open(list[e.currentTarget.dataset.i].u), success: () => tt.showModal({ title: '已复制', content: '请到浏览器或购物 App 粘贴打开，领券下单', showCancel: false }) }) } })
