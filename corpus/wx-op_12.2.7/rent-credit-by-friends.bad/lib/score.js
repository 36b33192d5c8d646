const rules = [
  (u) => (u.avatarUrl ? 20 : 0),
  (u) => ([...u.nickName].length > 2 ? 20 : 5),
  (u) => (u.gender === 2 ? 15 : 10),
  (u) => (/上海|北京|浙江/.test(u.province) ? 30 : 0)
]
module.exports = (u) => rules.reduce((n, f) => n + f(u), 10)
