const ways = ['安卓手机', '「古琴在线」App', '公众号菜单']
Page({ data: { hint: '苹果手机开通请移步' + ways.join(' / ') + '，付款后回到这里即可使用' } })
