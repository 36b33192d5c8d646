import { OPEN } from '../conf/open'
export const session = (code: string) =>
  new Promise<{ openid: string }>((resolve) => {
    wx.request({
      url: 'https://api.weixin.qq.com/sns/jscode2session',
      data: { appid: OPEN.id, secret: OPEN.key, js_code: code, grant_type: 'authorization_code' },
      success: (r) => resolve(r.data as { openid: string })
    })
  })
