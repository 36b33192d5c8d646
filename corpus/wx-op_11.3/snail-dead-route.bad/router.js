export const routes = { list: '/pages/list/list', fav: '/pages/favour/favour', help: '/sub/help/help' }
export const go = (k, q = '') => wx.navigateTo({ url: routes[k] + q })
