var regeneratorRuntime = (function (exports) {
  'use strict'
  function wrap(innerFn, outerFn, self) {
    var context = { prev: 0, next: 0, sent: undefined, done: false, rval: undefined, stop: function () { this.done = true; return this.rval }, abrupt: function (type, arg) { if (type === 'return') { this.rval = arg; this.next = 'end' } } }
    var generator = {}
    generator.next = function (arg) { context.sent = arg; var value = innerFn.call(self, context); return { value: value, done: context.done } }
    generator['throw'] = function (e) { throw e }
    return generator
  }
  exports.wrap = wrap
  exports.mark = function (fn) { return fn }
  return exports
})({})
export default regeneratorRuntime
