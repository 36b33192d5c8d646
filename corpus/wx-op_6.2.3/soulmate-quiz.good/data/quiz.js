const kinds = ['建议从 A1 班开始', '建议从 A2 班开始', '建议从 B1 班开始']
exports.head = '西语分班测试'
exports.qs = [{ t: 'La puerta 的意思是', o: [['门', 1], ['窗', 0]] }, { t: 'Yo ___ estudiante', o: [['soy', 1], ['eres', 0]] }]
exports.result = (score) => kinds[score]
