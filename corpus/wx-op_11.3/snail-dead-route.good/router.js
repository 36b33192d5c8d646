export const routes = { list: '/pages/list/list', fav: '/pages/fav/fav', help: '/sub/help/help' }
export const go = (k, q = '') => wx.navigateTo({ url: routes[k] + q })
