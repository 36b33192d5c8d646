const pets = ['猫咪', '小型犬']
const ways = ['空运到机场', '活体专车托运']
exports.opts = pets.flatMap((p) => ways.map((w) => p + w))
exports.note = '含航空箱，一宠一笼，2 元/公里'
