const reward = (n, how) => ({ 金: n * 10, title: `${how}得 ${n} 包种子` })
export default [
  { key: 'sign', open: '', act: '签到', ...reward(1, '每日签到') },
  { key: 'spread', open: 'share', act: '去完成', ...reward(5, '转发到 3 个微信群') }
]
