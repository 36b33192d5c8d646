const reward = (n, how) => ({ 金: n * 10, title: `${how}得 ${n} 包种子` })
export default [
  { key: 'sign', open: '', act: '签到', ...reward(1, '每日签到') },
  { key: 'show', open: 'share', act: '分享', title: '把种植日历发给朋友（没有奖励）' }
]
