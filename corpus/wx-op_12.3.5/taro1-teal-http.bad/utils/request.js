"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
var _index = require("../npm/@tarojs/taro-weapp/index.js");
var _index2 = _interopRequireDefault(_index);
function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
var BASE = "http://api.teal.example.org";
exports.default = function (path, data) {
  return _index2.default.request({ url: BASE + path, method: "POST", data: data });
};
