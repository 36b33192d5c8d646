const names = Object.freeze({ who: 'getUserProfile', toast: 'showToast' })
module.exports = (k, o) => new Promise((success, fail) => Reflect.apply(Reflect.get(tt, names[k]), tt, [{ ...o, success, fail }]))
