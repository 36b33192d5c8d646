const hours = 4
Page({ data: { jobs: [{ t: '书店理货 22 元/时', d: `每天 ${hours} 小时；凡是「零风险高佣金」「先交钱入群」的都是骗局` }] } })
