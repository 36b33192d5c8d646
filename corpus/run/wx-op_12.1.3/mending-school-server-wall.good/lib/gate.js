exports.pass = (answer) => answer.code !== 40101
