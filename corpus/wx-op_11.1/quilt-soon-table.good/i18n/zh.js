module.exports = { pattern: '花样', order: '订制', class: '课程', later: '请先在“花样”里选一款' }
