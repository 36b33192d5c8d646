const kinds = ['你的前世是一位将军', '你的隐藏人格是腹黑猫系', '三年内必遇真爱']
exports.head = '测一测：你的前世身份与隐藏人格'
exports.qs = [{ t: '选一扇门', o: [['红门', 1], ['蓝门', 2]] }, { t: '你梦见过海吗', o: [['常常', 3], ['从不', 1]] }]
exports.result = () => kinds[Math.floor(Math.random() * kinds.length)]
