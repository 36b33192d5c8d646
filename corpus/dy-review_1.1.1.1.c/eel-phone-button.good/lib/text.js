export const label = (first) => (first ? '手机号授权登录' : '重新授权手机号登录')
