Page({ data: { s: ['T46', 'J42'] } })
