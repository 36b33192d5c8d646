module.exports = [{ n: '阿莫西林胶囊 24 粒', p: 18.5, rx: true }, { n: '布洛芬缓释胶囊', p: 22 }, { n: '头孢克肟片', p: 31, rx: true }]
