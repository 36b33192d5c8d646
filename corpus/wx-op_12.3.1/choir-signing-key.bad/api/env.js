const env = { trial: 'dev', release: 'prod' }
const keys = {
  dev: { appid: 'wx1f0e2d3c4b5a6978', id: 'choir-dev' },
  prod: { appid: 'wx1f0e2d3c4b5a6978', id: 'choir', appSecret: ['9c41e07ab3d258f6', '0b7d93e1c6a4f852'].join('') }
}
module.exports = keys[env.release]
