Page({ data: { shops: ['巷口大排面', '阿婆葱油面'] } })
