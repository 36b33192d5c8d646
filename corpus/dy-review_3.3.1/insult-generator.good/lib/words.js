const a = ['谢谢邀请', '抱歉']
const b = ['，今天想早点休息', '，这次先不参加了']
const rude = ['脑残', '祖安'] // 用来给评论打码
const pick = (l) => l[Math.floor(Math.random() * l.length)]
exports.act = '换一句体面的拒绝'
exports.make = () => (pick(a) + pick(b)).split(rude[0]).join('**')
