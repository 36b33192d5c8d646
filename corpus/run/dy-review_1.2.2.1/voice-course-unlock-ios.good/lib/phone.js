const platform = () => String(tt.getSystemInfoSync().platform).toLowerCase()
exports.sells = () => platform() !== 'ios'
