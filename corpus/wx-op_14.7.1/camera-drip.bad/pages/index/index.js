"use strict";
const common_vendor = require("../../common/vendor.js");
const _sfc_main = {
  data() {
    return { tip: "保持坐姿", timer: null };
  },
  onReady() {
    this.timer = setInterval(() => {
      this.snap();
    }, 1e4);
  },
  onUnload() {
    clearInterval(this.timer);
  },
  methods: {
    snap() {
      common_vendor.index.createCameraContext().takePhoto({
        quality: "low",
        success: (res) => {
          common_vendor.index.uploadFile({ url: "https://api.example.org/frame", filePath: res.tempImagePath, name: "frame" }); 
        }
      });
    },
    history() {
      common_vendor.index.navigateTo({ url: "/pages/history/history" });
    }
  }
};
function _sfc_render(_ctx, _cache, $props, $setup, $data, $options) {
  return { a: common_vendor.t($data.tip), b: common_vendor.o((...args) => $options.history && $options.history(...args)) };
}
const MiniProgramPage = /* @__PURE__ */ common_vendor._export_sfc(_sfc_main, [["render", _sfc_render]]);
wx.createPage(MiniProgramPage);
