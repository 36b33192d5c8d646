const kind = ['渣女', '海王', '舔狗'] // 用户投稿中的标签词，统一过滤
exports.titles = ['倾听练习', '表达感受练习'].filter((t) => !kind.some((k) => t.includes(k)))
exports.judge = (s) => (s > 2 ? '你常常先复述对方的话' : '试着少打断')
