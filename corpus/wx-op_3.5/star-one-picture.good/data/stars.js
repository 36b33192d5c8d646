module.exports = [{ n: '织女星', ra: 279, dec: 39 }, { n: '牛郎星', ra: 298, dec: 9 }, { n: '天津四', ra: 310, dec: 45 }, { n: '心宿二', ra: 247, dec: -26 }]
