const fee = { deposit: 500, small: 300 }
Page({ data: { cats: [{ n: '三花', s: `小偿领养 ${fee.small} 元` }, { n: '蓝白弟弟', s: `下月出生可预售，领养押金 ${fee.deposit} 元` }] } })
