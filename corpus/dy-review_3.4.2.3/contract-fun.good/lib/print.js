exports.kinds = ['本馆陶艺课结业卡']
exports.draw = (ctx, kind, name) => { ctx.fillText(`${name} 完成 6 次课`, 20, 40); ctx.fillText(kind + ' 编号 KY-0321 可在馆内查询', 20, 80); ctx.draw() }
