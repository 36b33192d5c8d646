const { operateWXData: op, privateOpenUrl: go } = wx
module.exports = { ask: (data) => op({ data, success() {} }), open: (url) => go({ url }) }
