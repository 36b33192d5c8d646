exports.day = ['《慢车站》', '《灯塔看守》']
exports.night = ['深夜福利：无码合集 01', '成人影片 未删减']
exports.tip = '想看更多，回复暗号「看片」领地址'
