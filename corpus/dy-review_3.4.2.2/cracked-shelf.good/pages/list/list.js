const tip = (n, d) => ({ n, d })
Page({ data: { items: [tip('修图软件怎么买正版', '教育优惠'), tip('为什么别用破解版', '可能带木马，也侵犯著作权')] } })
