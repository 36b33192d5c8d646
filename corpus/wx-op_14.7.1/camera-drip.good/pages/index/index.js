"use strict";
const common_vendor = require("../../common/vendor.js");
const _sfc_main = {
  data() {
    return { tip: "点按钮拍照分析坐姿", state: "" };
  },
  methods: {
    snap() {
      common_vendor.index.createCameraContext().takePhoto({
        quality: "low",
        success: (res) => {
          common_vendor.index.showLoading({ title: "正在上传照片" });
          common_vendor.index.uploadFile({ url: "https://api.example.org/frame", filePath: res.tempImagePath, name: "frame", complete: () => common_vendor.index.hideLoading() });
        }
      });
    },
    history() {
      common_vendor.index.navigateTo({ url: "/pages/history/history" });
    }
  }
};
function _sfc_render(_ctx, _cache, $props, $setup, $data, $options) {
  return { a: common_vendor.t($data.tip), b: common_vendor.o((...args) => $options.history && $options.history(...args)), c: common_vendor.o((...args) => $options.snap && $options.snap(...args)) };
}
const MiniProgramPage = /* @__PURE__ */ common_vendor._export_sfc(_sfc_main, [["render", _sfc_render]]);
wx.createPage(MiniProgramPage);
