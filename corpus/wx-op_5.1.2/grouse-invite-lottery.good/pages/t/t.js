const tasks = require('../../data/tasks')
Page({ data: { tasks, left: 1 }, draw() { this.setData({ left: this.data.left - 1 }) }, onShareAppMessage() { return { title: '松鸡洗衣' } } })
