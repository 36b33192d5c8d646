module.exports = [
  { key: 'scope.record', label: '练声录音' },
  { key: 'scope.writePhotosAlbum', label: '保存演出海报' }
]
