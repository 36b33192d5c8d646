const ips = { 长夜: '经典 IP 重映', 远灯: '新片' }
exports.label = (f) => ips[f]
