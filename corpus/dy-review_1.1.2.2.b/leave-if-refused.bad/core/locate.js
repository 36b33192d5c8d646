const bye = () => tt.exitMiniProgram ? tt.exitMiniProgram({}) : tt.reLaunch({ url: '/pages/home/home' }) 
const explain = next => tt.showModal({ title: '无法使用', content: '未授权位置，无法提供服务', showCancel: false, success: next })
module.exports = () => new Promise(ok => tt.getLocation({ type: 'gcj02', success: ok, fail: () => explain(bye) })) 
