module.exports = ['商品房', '房改房', '军产房', '小产权房']
