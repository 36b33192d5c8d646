"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
var _class, _temp2;
var _index = require("../../npm/@tarojs/taro-weapp/index.js");
function _inherits(subClass, superClass) { subClass.prototype = Object.create(superClass.prototype, { constructor: { value: subClass } }); Object.setPrototypeOf(subClass, superClass); }
var R = (_temp2 = _class = function (_BaseComponent) {
  _inherits(R, _BaseComponent);
  function R() { var _this = _BaseComponent.apply(this, arguments) || this; _this.state = { t: "春晓" }; return _this; }
  R.prototype.componentDidShow = function componentDidShow() { this.setState({ t: "春晓" }); };
  R.prototype.say = function say() { wx.getRecorderManager().start({ duration: 60000 }); };
  R.prototype._createData = function _createData() { this.__state = arguments[0] || this.state || {}; return this.__state; };
  return R;
}(_index.Component), _class.$$events = ["say"], _class.$$componentPath = "pages/r/r", _temp2);
exports.default = R;
Component(require('../../npm/@tarojs/taro-weapp/index.js').default.createComponent(R, true));
