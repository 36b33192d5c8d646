const { posts } = require('../../data/posts')
Page({ data: { posts }, onShareAppMessage() { return { title: '爸妈健康报', path: '/pages/list/list' } } })
