const a = ['你这脑残', '你全家']
const b = ['也配说话，你妈没教过你吗', '出门被车撞死算了']
const pick = (l) => l[Math.floor(Math.random() * l.length)]
exports.act = '一键开喷（祖安模式）'
exports.make = () => pick(a) + pick(b)
