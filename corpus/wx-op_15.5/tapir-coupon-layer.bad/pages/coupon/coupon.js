Page({ data: { c: ['50 元券'] } })
