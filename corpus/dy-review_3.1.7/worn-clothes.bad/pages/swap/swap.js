Page({ data: { list: [{ id: 1, state: '原味', n: '丝袜', d: '穿三天不洗，足控私信' }, { id: 2, state: '九成新', n: '大衣', d: '已干洗' }] } })
