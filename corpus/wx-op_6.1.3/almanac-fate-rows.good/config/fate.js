exports.act = '换算农历和节气'
exports.keys = ['公历', '节气', '距离芒种']
