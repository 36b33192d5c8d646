import { profile } from '../lib/wx'
export const greet = async () => wx.getStorageSync('nick') || '邻居'
export async function ask() {
  const { userInfo } = await profile({ desc: '昵称用于写在取货单上' })
  wx.setStorageSync('nick', userInfo.nickName)
  return userInfo.nickName
}
