export const label = (first) => (first ? '抖音用户一键登录' : '重新登录')
