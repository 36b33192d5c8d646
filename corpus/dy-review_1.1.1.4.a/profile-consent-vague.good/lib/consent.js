module.exports = (copy) => new Promise((ok, no) => tt.showModal({ ...copy, success: (r) => (r.confirm ? ok() : no(new Error('deny'))) }))
