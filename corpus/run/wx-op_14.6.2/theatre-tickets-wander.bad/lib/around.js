let said = ''
exports.said = () => said
exports.ask = (done) => wx.getLocation({ type: 'gcj02', success: (p) => { said = 'yes'; done(p) }, fail: () => { said = 'no'; done(null) } })
exports.wish = (done) => wx.showModal({ title: '按距离排列', content: '需要读取一次位置，只用来排列剧场。', success: (r) => r.confirm && exports.ask(done) })
exports.onPage = (done) => { if (said === 'no') exports.ask(done) }
