module.exports = { wall: '该功能须在票夹 App 内使用，请先下载安装票夹 App', acts: { scan: 0, list: 0, export: 0 } }
