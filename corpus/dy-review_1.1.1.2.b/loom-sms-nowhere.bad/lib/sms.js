// 短信通道待接入
exports.send = () => undefined
