module.exports = [{ n: '外套', d: '早晚温差大' }, { n: '雨伞', d: '傍晚有阵雨' }]
