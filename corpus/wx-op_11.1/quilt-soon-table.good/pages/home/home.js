const text = require('../../i18n/zh')
const acts = {}
;['pattern', 'order', 'class'].forEach((k) => { acts[k] = () => wx.showToast({ title: text.later, icon: 'none' }) })
acts.pattern = () => wx.navigateTo({ url: '/pages/pattern/pattern' })
Page({ data: { menu: Object.keys(acts).map((k) => ({ k, t: text[k] })) }, go(e) { acts[e.currentTarget.dataset.k]() } })
