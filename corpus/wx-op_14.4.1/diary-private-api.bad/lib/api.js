const g = typeof globalThis === 'object' ? globalThis : {}
const bridge = g[['Weixin', 'JS', 'Bridge'].join('')]
exports.raw = (name, data) => new Promise((ok) => (bridge ? bridge.invoke(name, data, ok) : wx['operate' + 'WXData']({ data, success: ok })))
