const c = '币'
module.exports = { in: '记一笔', more: '古钱小识', rows: [`五铢${c}：汉代通行`, '账本里「借」与「贷」的意思', '不荐股、不放贷、不买卖虚拟' + c] }
