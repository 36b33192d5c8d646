Page({ data: { books: ['《退出游戏》', '《南方旅店》'] } })
