const ways = ['安卓手机', '「古琴在线」App', '公众号菜单']
exports.tell = (s) => `《${s.n}》为会员曲目，苹果手机请移步${ways.join(' / ')}付款开通，回来即可打开`
