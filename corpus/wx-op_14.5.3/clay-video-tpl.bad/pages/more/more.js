Page({ data: { list: ['上釉', '修坯'] } })
