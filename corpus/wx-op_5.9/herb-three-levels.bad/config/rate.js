// 直推 / 间推 / 再下一层
module.exports = { join: 1980, depth: [0.25, 0.12, 0.06] }
