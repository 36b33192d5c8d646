const copy = { label: '联系店家', card: '咨询订座或过敏食材' }
Page({ data: { dishes: ['红油抄手', '红糖糍粑红包装'], ...copy } })
