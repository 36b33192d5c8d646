const copy = { label: '戳我领 8.8 元现金红包', card: '回复「1」红包到账' }
Page({ data: { dishes: ['红油抄手', '担担面'], ...copy } })
