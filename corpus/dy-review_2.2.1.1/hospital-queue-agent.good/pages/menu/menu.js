const svc = (n, p) => ({ n, p })
Page({ data: { rows: [svc('取快递', '5 元起'), svc('排队买早餐', '8 元'), svc('不代抢专家号、不倒卖号源，谨防黄牛', '—')] } })
