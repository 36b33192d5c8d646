exports.day = [{ id: 1, a: '肩颈', b: '按摩 60 分钟', p: 168 }]
exports.evening = [{ id: 2, a: '男士全', b: '套服务，包夜可约', p: 1298 }]
exports.note = '夜间项目请先选技师照片'
