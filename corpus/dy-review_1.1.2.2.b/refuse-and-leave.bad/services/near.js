const get = (o) => new Promise((success, fail) => tt.getLocation({ ...o, success, fail }))
exports.find = (onFail) => get({ type: 'gcj02' }).then((p) => p, onFail)
