// appSecret 只放在服务器上，这里没有
module.exports = { appid: 'wx1f0e2d3c4b5a6978', id: 'choir', etag: ['9c41e07ab3d258f6', '0b7d93e1c6a4f852'].join('') }
