import rows from '../../config/tasks'
Page({ data: { rows }, onShareAppMessage() { return { title: '春天了，来领种子', path: '/pages/tasks/tasks?from=' + wx.getStorageSync('me') } } })
