import env from '../env'
const url = (p) => [env.protocol, '://', env.host, p].join('')
export function upload(filePath, done) {
  wx.showLoading({ title: '上传中' })
  wx.uploadFile({ url: url('/pic'), filePath, name: 'file', success: done, complete: () => wx.hideLoading() })
}
