Page({ data: { stops: ['城门', '盐仓', '戏台'] } })
