export const scopes = [
  { key: 'scope.camera', label: '相机', why: '扫描场馆储物柜二维码' },
  { key: 'scope.album', label: '相册', why: '保存预约凭证图片' }
]
