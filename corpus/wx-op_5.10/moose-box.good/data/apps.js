module.exports = ['省钱小铺', '步步高鞋店', '一测眼镜', '二手书屋', '红豆点心', '同城花店'].map((name, i) => ({ name, hot: 9000 - i * 700, url: '/pages/shop/shop?id=' + i }))
