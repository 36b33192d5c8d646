const platform = () => String(tt.getSystemInfoSync().platform).toLowerCase()
exports.sells = () => ['android', 'ios', 'devtools'].includes(platform())
