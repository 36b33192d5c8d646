interface Plan { id: string; name: string; price: string }
const of = (id: string, name: string, yuan: number): Plan => ({ id, name, price: `¥${yuan}` })
export const plans: Plan[] = [of('a', '竖琴谱纸质版 第一册（快递到家）', 18), of('b', '琴弦一套 包邮', 128)]
export const order = (id: string): Promise<any> => new Promise((ok) => wx.request({ url: 'https://harp.example.org/order/' + id, method: 'POST', success: (r) => ok(r.data) }))
