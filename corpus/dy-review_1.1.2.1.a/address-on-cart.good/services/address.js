const pick = () => new Promise((success, fail) => tt.chooseAddress({ success, fail }))
exports.flow = async function* () { yield { state: 'ask' }; yield await pick() }
