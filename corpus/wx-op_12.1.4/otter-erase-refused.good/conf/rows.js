module.exports = [{ k: 'name', t: '修改昵称' }, { k: 'out', t: '退出登录' }, { k: 'erase', t: '注销账号并删除数据' }]
