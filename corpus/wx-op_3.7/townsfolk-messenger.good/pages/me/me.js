Page({ data: { v: '1.2' } })
