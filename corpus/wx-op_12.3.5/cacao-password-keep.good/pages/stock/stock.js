Page({ data: { l: ['可可豆 20 袋'] } })
