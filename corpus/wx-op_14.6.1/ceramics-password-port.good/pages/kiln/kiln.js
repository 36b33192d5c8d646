Page({ data: { rows: ['周三 素烧', '周六 釉烧'] } })
