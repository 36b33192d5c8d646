/** Words of prices, purchases and goods, as several rules about payment read them. … stands for a part that is known only at run time. */
export const PRICE = /[¥￥]\s*(?:\d|…)|(?:\d|…)\s*元(?![素旦件])|(?:\d|…)\s*(?:抖币|钻石)/
export const BUY =
  /(?:立即|马上|去|确认|点击|一键|限时)?(?:购买|开通|充值|订阅|续费|付费|解锁|支付|买断|升级)(?!记录|须知|历史|成功|失败|协议|说明|方式|时间|中|状态|订单|结果)/
export const VIRTUAL =
  /会员|第\s?(?:[一二三四五六七八九十百\d]+|…)\s?[章集]|\bS?VIP\b|vip|课程|视频课|网课|精品课|题库|章节|付费阅读|付费解锁|解锁|充值|金币|钻石|书币|点券|月卡|年卡|季卡|周卡|终身卡|订阅|刷题|短剧|全集|电子书|小说|免广告|去广告|虚拟|权益包|置顶|AI\s*次数|算力|模板下载/i
export const PHYSICAL = /购物车|收货|发货|快递|邮寄|配送|包邮|实物|到店|核销|门票|自提|运费|房型|入住|堂食|外卖|线下课|面授/
