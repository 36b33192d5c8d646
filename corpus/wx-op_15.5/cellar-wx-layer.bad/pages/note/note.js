Page({ data: { list: ['温度 13', '湿度 70'], news: '新酒到窖，欢迎试饮' } })
