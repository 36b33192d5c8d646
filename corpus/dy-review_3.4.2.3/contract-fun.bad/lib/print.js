exports.kinds = ['某大学录取通知书', '豪车购买合同', '离职证明']
exports.draw = (ctx, kind, name) => { ctx.fillText(`${name} 同学：恭喜被录取`, 20, 40); ctx.fillText(kind, 20, 80); ctx.drawImage('/images/red-seal.png', 120, 60, 80, 80); ctx.draw() }
