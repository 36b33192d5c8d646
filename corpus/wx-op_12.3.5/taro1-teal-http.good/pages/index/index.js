"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
var _class, _temp2;
var _index = require("../../npm/@tarojs/taro-weapp/index.js");
var _request = require("../../utils/request.js");
var _request2 = _interopRequireDefault(_request);
function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
function _inherits(subClass, superClass) { subClass.prototype = Object.create(superClass.prototype, { constructor: { value: subClass } }); Object.setPrototypeOf(subClass, superClass); }
var Index = (_temp2 = _class = function (_BaseComponent) {
  _inherits(Index, _BaseComponent);
  function Index() {
    var _this = _BaseComponent.apply(this, arguments) || this;
    _this.state = { tel: "" };
    return _this;
  }
  Index.prototype.onTel = function onTel(e) { this.setState({ tel: e.detail.value }); };
  Index.prototype.book = function book() { (0, _request2.default)("/book", { tel: this.state.tel }).then(function () { wx.showToast({ title: "已预约" }); }); };
  Index.prototype._createData = function _createData() { this.__state = arguments[0] || this.state || {}; return this.__state; };
  return Index;
}(_index.Component), _class.$$events = ["onTel", "book"], _class.$$componentPath = "pages/index/index", _temp2);
exports.default = Index;
Component(require('../../npm/@tarojs/taro-weapp/index.js').default.createComponent(Index, true));
