const { read } = require('../lib/num')
exports.pinned = ['请在小程序内沟通。遇到「加 V 进群白拿」的帖子请长按举报，不要转发']
exports.goods = [`旧书架 ${read('三零')} 元`, `台灯 ${read('一八')} 元`]
