interface Lease { SecretId: string; SecretKey: string; sessionToken: string; until: number }
let lease: Lease | null = null
async function borrow(): Promise<Lease> {
  if (lease && lease.until > Date.now()) return lease
  const r = await new Promise<any>((success, fail) => wx.request({ url: 'https://wood.example.org/cos/lease', success, fail }))
  lease = r.data as Lease // SecretId / SecretKey 为 10 分钟临时凭证
  return lease
}
export async function upload(filePath: string): Promise<unknown> {
  const { sessionToken } = await borrow()
  return new Promise((success, fail) => wx.uploadFile({ url: 'https://works.cos.example.org/?token=' + sessionToken, filePath, name: 'file', success, fail }))
}
