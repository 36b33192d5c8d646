const say = (who, n) => `入园时向${who}出示此票码（${n} 张）。请勿扫描他人发来的收款码付款`
Page({ data: { qr: '/images/ticket.png', text: say('检票员', 2) } })
