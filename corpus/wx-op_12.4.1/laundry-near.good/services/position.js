const { promisify } = require('../core/promisify')
const locate = promisify('getLocation')

async function currentPosition() {
  const { latitude, longitude } = await locate({ type: 'gcj02' })
  return { latitude, longitude }
}
module.exports = { currentPosition }
