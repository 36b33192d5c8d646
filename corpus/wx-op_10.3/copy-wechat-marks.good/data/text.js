const q = 'Q' + '版'
module.exports = { brand: '小声故事（' + q + '封面）', rows: ['说话要有威信', '兔子维信守诺的故事'], login: '微信授权登录' }
