const server = 'https://api.eastgate.example.org'
exports.call = function (method, path, data, done, failed) {
  tt.request({
    url: server + path,
    method: method,
    data: data || {},
    success: function (res) {
      if (res.statusCode === 200) done(res.data)
      else if (failed) failed(res.statusCode)
    },
    fail: function (err) { if (failed) failed(err.errMsg) }
  })
}
