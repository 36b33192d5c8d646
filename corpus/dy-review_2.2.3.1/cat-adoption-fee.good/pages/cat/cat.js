const fee = { deposit: 0, bed: 89 }
Page({ data: { cats: [{ n: '三花', s: '无偿领养，不收押金' }, { n: '猫窝', s: `售价 ${fee.bed} 元` }] } })
