// 旧版曾用 report-submit 收集 formId，已移除
const bag = require('../../lib/bag')
Page({ data: { teas: [{ id: 1, name: '正山小种', price: 68 }, { id: 2, name: '白牡丹', price: 88 }] }, order() { bag.put(() => wx.showToast({ title: '已预订' })) } })
