const day = ['学一声猫叫', '说一件今天的好事']
const night = ['模仿床上的叫声给全场听', '说出你最近一次性生活的细节']
exports.pool = () => (new Date().getHours() > 20 ? day.concat(night) : day)
