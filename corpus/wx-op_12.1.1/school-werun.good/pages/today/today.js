import regeneratorRuntime from '../../libs/regenerator'
import definePage from '../../libs/page-class'
function _asyncToGenerator(fn) { return function () { var self = this, args = arguments; return new Promise(function (resolve, reject) { var gen = fn.apply(self, args); function step(key, arg) { try { var info = gen[key](arg); var value = info.value } catch (e) { reject(e); return } if (info.done) resolve(value); else Promise.resolve(value).then(function (v) { step('next', v) }, function (e) { step('throw', e) }) } step('next') }) } }
class Today {
  constructor() {
    this.data = { steps: '--', goal: 6000 }
  }
  onLoad() {
    this.setData({ goal: wx.getStorageSync('goal') || 6000 })
  }
  tapSync() {
    wx.showModal({
      title: '同步微信运动',
      content: '读取今天的步数，用于在班级打卡里显示；不同步也可以手动填写',
      success: (r) => { if (r.confirm) this.sync() }
    })
  }
  sync() {
    var _this = this
    return _asyncToGenerator(regeneratorRuntime.mark(function _callee() {
      var res
      return regeneratorRuntime.wrap(function _callee$(_context) {
        while (1) switch (_context.prev = _context.next) {
          case 0:
            _context.next = 2
            return _this.readSteps()
          case 2:
            res = _context.sent
            _this.setData({ steps: res.encryptedData ? '已同步' : '--' })
          case 4:
          case 'end':
            return _context.stop()
        }
      }, _callee)
    }))()
  }
  readSteps() {
    return new Promise((resolve, reject) => wx.getWeRunData({ success: resolve, fail: reject }))
  }
}
definePage(Today)
