"use strict";
const common_vendor = require("../../common/vendor.js");
const _sfc_main = { data() { return { n: 3 }; } };
function _sfc_render(_ctx, _cache, $props, $setup, $data, $options) { return { a: common_vendor.t($data.n) }; }
const MiniProgramPage = /* @__PURE__ */ common_vendor._export_sfc(_sfc_main, [["render", _sfc_render]]);
wx.createPage(MiniProgramPage);
