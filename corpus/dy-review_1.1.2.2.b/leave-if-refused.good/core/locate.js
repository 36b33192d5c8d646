const explain = next => tt.showModal({ title: '选择区域', content: '未授权位置，可手动选择区域查看', showCancel: false, success: next })
module.exports = () => new Promise((ok, no) => tt.getLocation({ type: 'gcj02', success: ok, fail: () => explain(no) }))
