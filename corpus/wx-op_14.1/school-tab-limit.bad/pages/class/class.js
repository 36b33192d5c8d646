Page({ data: { rows: ['语文', '数学'] } })
