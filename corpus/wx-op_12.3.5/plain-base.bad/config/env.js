const table = {
  develop: { scheme: 'http', host: '127.0.0.1:8080' },
  trial: { scheme: 'https', host: 'test.example.org' },
  release: { scheme: 'http', host: 'api.example.org' } 
}
const { miniProgram } = wx.getAccountInfoSync()
const cur = table[miniProgram.envVersion] || table.release
module.exports = cur.scheme + '://' + cur.host
