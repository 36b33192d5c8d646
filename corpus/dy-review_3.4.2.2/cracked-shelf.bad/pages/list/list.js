const disk = (n, k) => ({ n, d: '网盘 ' + k })
Page({ data: { items: [disk('某修图 2026 破解版 + 注册机', 'x7k2'), disk('VIP 影视全集免会员解析', 'p0aa')] } })
