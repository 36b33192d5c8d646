exports.link = (path, q) => `http://yard.example.org${path}?` + Object.keys(q).map((k) => k + '=' + q[k]).join('&')
