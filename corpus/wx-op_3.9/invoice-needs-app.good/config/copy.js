module.exports = { wall: '票夹：拍照归档、汇总导出。也有 App 版本，小程序功能与之相同，无需下载', acts: { scan: 1, list: 1, export: 1 } }
