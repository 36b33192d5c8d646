import { plans, order } from '../../service/plan'
Page({ data: { plans }, async buy(e) { const bill = await order(e.currentTarget.dataset.id); wx.showModal({ title: '确认支付', content: `支付 ${bill.fee} 元`, success: ({ confirm }) => confirm && wx.requestPayment(bill) }) } })
