const check = (t) => (t.trim() ? Promise.resolve(t) : Promise.reject(new Error('empty')))
const posts = () => wx.cloud.database().collection('posts')
exports.add = (text, pic) => check(text).then(() => posts().add({ data: { text, pic, at: Date.now() } }))
exports.all = () => posts().orderBy('at', 'desc').get().then((r) => r.data)
