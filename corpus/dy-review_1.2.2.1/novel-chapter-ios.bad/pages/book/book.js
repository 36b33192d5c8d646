const os = require('../../lib/os')
const chapters = [{ n: '第一章', free: 1 }, { n: '第二章', free: 0 }]
Page({
  data: { list: chapters.map((c) => ({ n: c.n, s: c.free ? '阅读' : '付费解锁', color: os.isApple ? '#333' : '#c00' })), note: '' },
  open(e) { const c = chapters[e.currentTarget.dataset.i]; if (c.free) return tt.showToast({ title: '打开' }); tt.request({ url: 'https://night.example.org/unlock', success: (r) => tt.pay({ orderInfo: r.data, service: 5 }) }) }
})
