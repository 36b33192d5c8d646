// 首屏小图标；key 只是下标名
module.exports = {
  logo: 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  filesMd5: '5d41402abc4b2a76b9719d911017c592',
  key: 'water'
}
