Page({ data: { sizes: ['一页两张', '一页四张'], news: '' } })
