module.exports = { sign: { n: 1, t: '签到' }, buy: { n: 10, t: '购买' }, share: { n: 20, t: '分享到群' } }
