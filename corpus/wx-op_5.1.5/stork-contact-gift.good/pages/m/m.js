Page({ data: { tip: '在线客服', gift: '红包饺子 8.8 元' } })
