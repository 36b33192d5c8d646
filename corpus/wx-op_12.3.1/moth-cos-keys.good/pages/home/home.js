Page({ data: { sizes: ['6 寸', '8 寸'] } })
