Page({ data: { f: ['T46'] } })
