const pets = ['中型犬', '小型犬']
const ways = ['可入园·滨河公园', '可入园·北山草坪']
exports.opts = pets.flatMap((p) => ways.map((w) => p + w))
exports.note = '宠物空运、托运有死亡风险，我们不提供也不推荐'
