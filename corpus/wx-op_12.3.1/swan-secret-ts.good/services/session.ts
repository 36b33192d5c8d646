import { OPEN } from '../conf/open'
export const session = (code: string) =>
  new Promise<{ token: string }>((resolve) => {
    wx.request({
      url: 'https://api.swan.example.org/session',
      data: { appid: OPEN.id, secretName: OPEN.key, code },
      success: (r) => resolve(r.data as { token: string })
    })
  })
