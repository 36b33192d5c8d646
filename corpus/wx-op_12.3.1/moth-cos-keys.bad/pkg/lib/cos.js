const cred = { SecretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPL1', SecretKey: 'Gu5t9xGARNpq86cd98joQYCN3ETTaoqU' }
module.exports = (file) => new Promise((ok) => wx.uploadFile({ url: 'https://moth-125.cos.ap-shanghai.myqcloud.com/', filePath: file, name: 'file', formData: { id: cred.SecretId, sign: cred.SecretKey }, success: ok }))
