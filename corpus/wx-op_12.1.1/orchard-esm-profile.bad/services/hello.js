import { profile, request } from '../lib/wx'
export async function greet() {
  const { userInfo } = await profile({ desc: '登录' })
  await request({ url: 'https://orchard.example.org/hello', method: 'POST', data: userInfo })
  return userInfo.nickName
}
