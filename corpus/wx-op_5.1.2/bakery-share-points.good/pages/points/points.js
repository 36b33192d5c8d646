const page = require('../../lib/page')
const points = require('../../config/points')
page({ data: { rows: Object.values(points).map((p) => `${p.t} 得 ${p.n} 积分`).concat('分享给朋友不影响积分') } })
