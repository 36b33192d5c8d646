module.exports = [{ n: '阿莫西林胶囊（处方药）', until: '2027-03' }, { n: '布洛芬缓释胶囊', until: '2026-12' }]
