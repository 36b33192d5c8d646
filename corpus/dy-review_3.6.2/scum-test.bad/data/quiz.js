const kind = ['渣女', '海王', '舔狗']
exports.titles = kind.map((k) => k + '指数测一测').concat('你会不会出轨')
exports.judge = (s) => (s > 2 ? '鉴定完毕：顶级' + kind[0] : '还有救')
