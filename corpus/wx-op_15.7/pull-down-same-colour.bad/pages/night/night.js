Page({ data: { d: '初七 · 夜' } })
