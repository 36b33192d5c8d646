Page({ data: { tip: '回复“1”', gift: '领 8.8 元红包' } })
