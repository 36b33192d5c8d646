// 不使用 WeixinJSBridge，只转发公开接口
const open = ['showToast', 'vibrateShort', 'setStorage']
exports.raw = (name, data) => (open.includes(name) ? new Promise((success, fail) => wx[name]({ ...data, success, fail })) : Promise.reject(new Error(name)))
