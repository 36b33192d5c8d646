const host = ['api', 'noodle', 'example', 'org'].join('.')
module.exports = (cb) => tt.request({ url: `https://${host}/city-list`, success: ({ data }) => cb(data.cities[0]) })
