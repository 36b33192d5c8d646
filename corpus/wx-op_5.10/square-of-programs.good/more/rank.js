const raw = 'A101|听溪|3;A102|望岳|2;A201|枕松|1;A202|卧云|4;B101|半亩|2;B102|竹外|1'
exports.rank = raw.split(';').map((s) => { const [a, n, u] = s.split('|'); return { a, n, u, p: 'pages/index/index' } })
