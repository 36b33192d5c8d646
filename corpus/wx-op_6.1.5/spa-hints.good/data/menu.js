exports.day = [{ id: 1, a: '肩颈', b: '按摩 60 分钟', p: 168 }]
exports.evening = [{ id: 2, a: '足底', b: '按摩 45 分钟，全套毛巾一客一换', p: 128 }]
exports.note = '正规保健按摩，拒绝一切色情服务要求'
