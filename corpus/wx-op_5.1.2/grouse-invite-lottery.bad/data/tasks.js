module.exports = [{ t: '每日签到', n: 1, k: 'sign' }, { t: '邀请 1 位好友', n: 2, k: 'share' }, { t: '分享到群', n: 1, k: 'share' }]
