Page({ data: { days: [1, 2, 3] } })
