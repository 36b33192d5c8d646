Page({ data: { t: '关于' } })
