const ways = ['指法', '定弦', '减字谱']
exports.tell = () => `由于相关规范，iOS功能暂不可用。可先看免费课程：${ways.join(' / ')}`
