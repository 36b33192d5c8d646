module.exports = Behavior({ methods: { sms() { /* TODO 接入短信 */ } } })
