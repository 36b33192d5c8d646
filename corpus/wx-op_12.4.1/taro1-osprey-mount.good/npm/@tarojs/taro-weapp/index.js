'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
function Component(props) { this.state = {}; this.props = props || {}; }
Component.prototype._constructor = function (props) { this.props = props || {}; };
Component.prototype.setState = function (state, callback) {
  this.state = Object.assign({}, this.state, state);
  var data = this._createData ? this._createData(this.state, this.props) : this.state;
  this.$scope.setData(Object.assign({ $taroCompReady: true }, data), callback);
};
function onlyOnce(ctor, isPage) {
  var config = { data: {}, methods: {} };
  function boot(options) {
    this.$component = new ctor(this.properties);
    this.$component._constructor(this.properties);
    this.$component.$scope = this;
    this.$component.$router = { params: options || {} };
    if (this.$component.componentWillMount) this.$component.componentWillMount();
    this.$component.setState({});
    if (this.$component.componentDidMount) this.$component.componentDidMount();
  }
  if (isPage) {
    config.methods.onLoad = function (options) { boot.call(this, options); };
    config.methods.onShow = function () { this.$component && this.$component.componentDidShow && this.$component.componentDidShow(); };
  } else {
    config.attached = function () { boot.call(this); };
  }
  (ctor.$$events || []).forEach(function (name) {
    config.methods[name] = function (event) { return this.$component[name].apply(this.$component, [event]); };
  });
  return config;
}
function createComponent(ctor, isPage) { return onlyOnce(ctor, isPage); }
function createApp(ctor) {
  var app = new ctor();
  return { onLaunch: function () { if (app.componentWillMount) app.componentWillMount(); if (app.componentDidMount) app.componentDidMount(); }, onShow: function () { if (app.componentDidShow) app.componentDidShow(); } };
}
var taro = { Component: Component, createComponent: createComponent, createApp: createApp, ENV_TYPE: { WEAPP: 'WEAPP' }, getEnv: function () { return 'WEAPP'; } };
['getLocation', 'request', 'login', 'showModal', 'chooseLocation', 'requestPayment', 'navigateTo', 'redirectTo', 'getSetting', 'authorize', 'uploadFile', 'chooseImage', 'getUserProfile', 'showToast', 'setClipboardData', 'getClipboardData', 'setStorage', 'getStorage', 'navigateToMiniProgram', 'startRecord', 'getUserInfo', 'chooseAddress'].forEach(function (key) {
  taro[key] = function (options) {
    options = options || {};
    return new Promise(function (resolve, reject) {
      wx[key](Object.assign({}, options, { success: function (res) { options.success && options.success(res); resolve(res); }, fail: function (res) { options.fail && options.fail(res); reject(res); } }));
    });
  };
});
['setStorageSync', 'getStorageSync', 'removeStorageSync', 'clearStorageSync', 'getSystemInfoSync', 'getAccountInfoSync'].forEach(function (key) { taro[key] = function () { return wx[key].apply(wx, arguments); }; });
exports.default = taro;
exports.Component = Component;
module.exports = exports;
