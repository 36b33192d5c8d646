interface Plan { id: string; name: string; price: string }
const of = (id: string, name: string, yuan: number): Plan => ({ id, name, price: `¥${yuan}` })
export const plans: Plan[] = [of('m', '谱库月会员', 18), of('y', '谱库年会员', 128), of('c', '100 枚金币', 10)]
export const order = (id: string): Promise<any> => new Promise((ok) => wx.request({ url: 'https://harp.example.org/order/' + id, method: 'POST', success: (r) => ok(r.data) }))
