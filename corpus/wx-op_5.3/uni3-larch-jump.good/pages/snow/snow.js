"use strict";
const common_vendor = require("../../common/vendor.js");
const _sfc_main = {
  data() {
    return { fields: ["初级道", "中级道"] };
  },
  onShow() {
    this.fields = this.fields.slice();
  },
  methods: {
    toTicket() {
      common_vendor.index.navigateToMiniProgram({ appId: "wx7777666655554444" });
    }
  }
};
function _sfc_render(_ctx, _cache, $props, $setup, $data, $options) {
  return {
    a: common_vendor.f($data.fields, (s, k0, i0) => {
      return { a: common_vendor.t(s) };
    }),
    b: common_vendor.o((...args) => $options.toTicket && $options.toTicket(...args))
  };
}
const MiniProgramPage = /* @__PURE__ */ common_vendor._export_sfc(_sfc_main, [["render", _sfc_render]]);
wx.createPage(MiniProgramPage);
