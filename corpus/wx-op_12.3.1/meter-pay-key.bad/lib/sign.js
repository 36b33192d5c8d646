module.exports = (o, key) => Object.keys(o).sort().map((k) => k + '=' + o[k]).join('&') + '&key=' + key
