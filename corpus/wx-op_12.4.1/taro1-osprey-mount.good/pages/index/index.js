"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
var _createClass = function () { function defineProperties(target, props) { for (var i = 0; i < props.length; i++) { var descriptor = props[i]; descriptor.enumerable = descriptor.enumerable || false; descriptor.configurable = true; if ("value" in descriptor) descriptor.writable = true; Object.defineProperty(target, descriptor.key, descriptor); } } return function (Constructor, protoProps, staticProps) { if (protoProps) defineProperties(Constructor.prototype, protoProps); if (staticProps) defineProperties(Constructor, staticProps); return Constructor; }; }();
var _class, _temp2;
var _index = require("../../npm/@tarojs/taro-weapp/index.js");
var _index2 = _interopRequireDefault(_index);
function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
function _classCallCheck(instance, Constructor) { if (!(instance instanceof Constructor)) { throw new TypeError("Cannot call a class as a function"); } }
function _possibleConstructorReturn(self, call) { return call && (typeof call === "object" || typeof call === "function") ? call : self; }
function _inherits(subClass, superClass) { subClass.prototype = Object.create(superClass && superClass.prototype, { constructor: { value: subClass, enumerable: false, writable: true, configurable: true } }); if (superClass) Object.setPrototypeOf ? Object.setPrototypeOf(subClass, superClass) : subClass.__proto__ = superClass; }
var Index = (_temp2 = _class = function (_BaseComponent) {
  _inherits(Index, _BaseComponent);
  function Index() {
    var _ref;
    var _temp, _this, _ret;
    _classCallCheck(this, Index);
    for (var _len = arguments.length, args = Array(_len), _key = 0; _key < _len; _key++) {
      args[_key] = arguments[_key];
    }
    return _ret = (_temp = (_this = _possibleConstructorReturn(this, (_ref = Index.__proto__ || Object.getPrototypeOf(Index)).call.apply(_ref, [this].concat(args))), _this), _this.$usedState = ["spots", "here"], _this.state = { spots: ["滩涂一号", "芦苇荡"], here: "" }, _temp), _possibleConstructorReturn(_this, _ret);
  }
  _createClass(Index, [{
    key: "componentDidMount",
    value: function componentDidMount() {
      this.setState({ here: "未定位" });
    }
  }, {
    key: "ask",
    value: function ask() {
      var _this2 = this;
      _index2.default.showModal({ title: "使用位置", content: "用于推荐附近的观鸟点" }).then(function (r) {
        if (r.confirm) _this2.locate();
      });
    }
  }, {
    key: "locate",
    value: function locate() {
      var _this2 = this;
      _index2.default.getLocation({ type: "gcj02" }).then(function (res) {
        _this2.setState({ here: res.latitude });
      });
    }
  }, {
    key: "_createData",
    value: function _createData() {
      var _this3 = this;
      this.__state = arguments[0] || this.state || {};
      this.anonymousFunc0 = function () {
        _this3.ask();
      };
      Object.assign(this.__state, {});
      return this.__state;
    }
  }, {
    key: "anonymousFunc0",
    value: function anonymousFunc0(e) {
      ;
    }
  }]);
  return Index;
}(_index.Component), _class.$$events = ["anonymousFunc0"], _class.$$componentPath = "pages/index/index", _temp2);
exports.default = Index;
Component(require('../../npm/@tarojs/taro-weapp/index.js').default.createComponent(Index, true));
