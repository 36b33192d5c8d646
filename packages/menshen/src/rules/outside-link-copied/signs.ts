/** Pass phrases and short links of shops. */
export const COMMAND =
  /[￥¥€₤₳]\s*[\w…]{5,}\s*[￥¥€₤₳]|打开(?:手机)?(?:淘宝|天猫|京东|拼多多|支付宝|闲鱼|微信|小红书|快手)|(?:淘|京|吱)口令|复制(?:这|本)段(?:话|内容|描述)?/
export const SHOP_HOST =
  /\/\/(?:[\w-]+\.)*(?:tb\.cn|taobao\.com|tmall\.com|u\.jd\.com|jd\.com|yangkeduo\.com|pinduoduo\.com|dwz\.cn|t\.cn|url\.cn|suning\.com|vip\.com|weixin\.qq\.com|work\.weixin\.qq\.com)/i
/** Sent to another place with what was copied. */
export const LEAVE =
  /浏览器(?:里|中|内)?(?:粘贴|打开|访问|查看|下载|搜索)|(?:到|去|在|用)(?:手机|系统|外部|其他)?浏览器|粘贴到?浏览器|(?:打开|到|去|前往)[^，。]{0,6}(?:淘宝|天猫|京东|拼多多|支付宝|微信(?!支付)|公众号|购物\s*App|购物软件|App\s*(?:粘贴|打开|下单)|QQ)|外部(?:打开|领|购)/i
export const SHOPS = /领券|优惠券|下单|购买|淘宝|天猫|京东|拼多多|口令|红包|佣金/

/** A link by which one pays. */
export const PAY_LINK =
  /(?:支付|付款|收银台?|缴费|充值)(?:页面?)?(?:的)?(?:链接|网址|地址(?!信息))|(?:浏览器|支付宝|手机银行|微信)(?:中|里|内)?(?:打开|粘贴)[^，。！]{0,8}(?:付款|支付|充值)/
export const PAY_ADDRESS =
  /(?:^|\.)(?:pay|payment|cashier|checkout|recharge)_?(?:url|link|href|address|page|h5)$|(?:^|\.)(?:mweb|h5)_?(?:pay_?)?url$|(?:^|\.)code_?url$/i
