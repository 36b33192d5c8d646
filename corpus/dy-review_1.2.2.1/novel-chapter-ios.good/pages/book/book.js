const os = require('../../lib/os')
const chapters = [{ n: '第一章', free: 1 }, { n: '第二章', free: 0 }]
const shown = os.isApple ? chapters.filter((c) => c.free) : chapters
Page({
  data: { list: shown.map((c) => ({ n: c.n, s: c.free ? '阅读' : '付费解锁', color: '#333' })), note: os.isApple ? '由于相关规范，iOS功能暂不可用' : '' },
  open(e) { const c = shown[e.currentTarget.dataset.i]; if (c.free) return tt.showToast({ title: '打开' }); tt.request({ url: 'https://night.example.org/unlock', success: (r) => tt.pay({ orderInfo: r.data, service: 5 }) }) }
})
