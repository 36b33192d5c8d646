"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
var _index = require("./npm/@tarojs/taro-weapp/index.js");
var _index2 = _interopRequireDefault(_index);
function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
var _App = function _App() { this.config = {}; };
_App.prototype = Object.create(_index.Component.prototype);
_App.prototype.componentDidMount = function componentDidMount() {};
_App.prototype.componentDidShow = function componentDidShow() {};
exports.default = _App;
App(require("./npm/@tarojs/taro-weapp/index.js").default.createApp(_App));
