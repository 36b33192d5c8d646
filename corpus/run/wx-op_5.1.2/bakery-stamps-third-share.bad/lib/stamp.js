let shared = 0
exports.shared = () => ++shared
exports.stamps = (card) => card.bought + Math.floor(shared / 3)
