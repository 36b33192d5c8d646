const cloud = require('wx-server-sdk')
cloud.init()
exports.main = async ({ text, pic }) => {
  const { OPENID } = cloud.getWXContext()
  const r = await cloud.openapi.security.msgSecCheck({ version: 2, scene: 3, openid: OPENID, content: text })
  if (pic) await cloud.openapi.security.mediaCheckAsync({ version: 2, scene: 3, openid: OPENID, mediaType: 2, mediaUrl: pic })
  return { pass: r.result.suggest === 'pass', pic }
}
