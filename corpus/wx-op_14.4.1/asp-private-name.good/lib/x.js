const { getDeviceInfo: op, navigateTo: go } = wx
module.exports = { ask: () => op(), open: (url) => go({ url }) }
